import type { MspCompany, MspTenant } from '../../simulators/seed/msp.js';

/** A plain company for specs; everything follows from its id. */
export function sampleCompany(id: number, changes: Partial<MspCompany> = {}): MspCompany {
  return {
    id,
    name: `Company ${id}`,
    identifier: `C${id}`,
    website: `https://www.company${id}.example`,
    emailDomains: [`company${id}.example`],
    city: 'Kiel',
    phone: '+49 431 1000',
    status: 'Active',
    isInactive: false,
    isDeleted: false,
    tenantIds: [],
    ...changes,
  };
}

/** `count` plain companies with the ids 1, 2, 3 ... */
export function sampleCompanies(count: number): MspCompany[] {
  return Array.from({ length: count }, (_, index) => sampleCompany(index + 1));
}

export function sampleTenantId(ordinal: number): string {
  return `00000000-0000-4000-8000-${String(ordinal).padStart(12, '0')}`;
}

/** `count` plain tenants, numbered from `from` on. */
export function sampleTenants(count: number, from = 1): MspTenant[] {
  return Array.from({ length: count }, (_, index) => {
    const ordinal = from + index;
    return { tenantId: sampleTenantId(ordinal), name: `Tenant ${ordinal}`, domain: `tenant${ordinal}.onmicrosoft.com`, relationship: 'reseller' };
  });
}
