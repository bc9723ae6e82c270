import { companyKeyText, type Company } from '../../services/domain/company.js';
import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId } from '../../services/domain/ids.js';
import { mergeTenants, type Tenant } from '../../services/domain/tenant.js';
import { cleanText } from '../../services/runtime/freeText.js';
import type { CompanyRow, Lists } from '../../simulators/seed/fromLists.js';

export type MatchInput = { readonly tenants: readonly Tenant[]; readonly companies: readonly Company[]; readonly companyByKey: ReadonlyMap<string, Company> };

/** Rows of somebody's files as the matcher takes them; a tenant that two accounts list is one. */
export function toMatchInput({ tenants, companies: rows }: Lists): MatchInput {
  const companies = rows.map(toCompany);
  return {
    tenants: mergeTenants(
      tenants.map(({ tenantId, companyName, domain, account = '' }) => ({ tenantId: tenantId as TenantId, name: cleanText(companyName), domain: domain.toLowerCase(), partnerAccountId: account as PartnerAccountId, relationship: 'unknown' })),
    ),
    companies,
    companyByKey: new Map(companies.map((company) => [companyKeyText(company), company])),
  };
}

function toCompany({ id, name, identifier, website, emailDomains, city, phone, status, psa = 'connectWise', tenantIds = [] }: CompanyRow): Company {
  return {
    psaConnectionId: psa as PsaConnectionId,
    companyId: String(id) as CompanyId,
    name: cleanText(name),
    identifier,
    website,
    emailDomains,
    city,
    phone,
    status,
    isActive: status.trim().toLowerCase() !== 'inactive',
    tenantIds: tenantIds as readonly TenantId[],
  };
}
