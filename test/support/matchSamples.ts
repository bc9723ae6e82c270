import type { Company } from '../../services/domain/company.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../services/domain/ids.js';
import type { Tenant } from '../../services/domain/tenant.js';

type CompanyFacts = Partial<Omit<Company, 'companyId' | 'psaConnectionId' | 'tenantIds'>> & { readonly companyId?: string; readonly psaConnectionId?: string; readonly tenantIds?: readonly string[] };

/** A tenant for tests. */
export function someTenant(name: string, { tenantId = '00000000-0000-4000-8000-000000000001', domain = '' }: { readonly tenantId?: string; readonly domain?: string } = {}): Tenant {
  return { tenantId: tenantId as TenantId, name, domain, sources: [] };
}

/** A company for tests. */
export function someCompany(name: string, { companyId = '1', psaConnectionId = 'psa', tenantIds = [], ...facts }: CompanyFacts = {}): Company {
  return {
    identifier: '',
    website: '',
    emailDomains: [],
    city: '',
    phone: '',
    status: 'Active',
    isActive: true,
    ...facts,
    name,
    companyId: companyId as CompanyId,
    psaConnectionId: psaConnectionId as PsaConnectionId,
    tenantIds: tenantIds as readonly TenantId[],
  };
}
