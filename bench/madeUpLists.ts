import { mergeTenants, type AccountTenant, type Tenant } from '../services/domain/tenant.js';
import type { Company } from '../services/domain/company.js';
import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId } from '../services/domain/ids.js';
import { makeMsp } from '../simulators/seed/makeMsp.js';
import type { MspCompany } from '../simulators/seed/msp.js';

export type Size = { readonly tenants: number; readonly companies: number };
export type MadeUpLists = { readonly tenants: readonly Tenant[]; readonly accountTenants: readonly AccountTenant[]; readonly companies: readonly Company[] };

/** The demo's kind of customers in any number. The same seed gives the same lists. */
export function madeUpLists({ tenants, companies }: Size, seed: number): MadeUpLists {
  const msp = makeMsp({ seed, tenants, companies });
  const accountTenants = msp.partnerAccounts.flatMap(({ id, tenants: rows }) =>
    rows.map(({ tenantId, name, domain }): AccountTenant => ({ partnerAccountId: id as PartnerAccountId, tenantId: tenantId as TenantId, name, domain, relationship: 'reseller' })),
  );
  const psas = Object.entries({ connectWise: msp.connectWise ?? [], haloPsa: msp.haloPsa ?? [] });
  return { accountTenants, tenants: mergeTenants(accountTenants), companies: psas.flatMap(([psa, rows]) => rows.map((row) => toCompany(psa as PsaConnectionId, row))) };
}

function toCompany(psaConnectionId: PsaConnectionId, { id, isInactive, tenantIds, name, identifier, website, emailDomains, city, phone, status }: MspCompany): Company {
  return { psaConnectionId, companyId: String(id) as CompanyId, name, identifier, website, emailDomains, city, phone, status, isActive: !isInactive, tenantIds: tenantIds as readonly TenantId[] };
}
