import { demoOrganization } from './demoOrganization.js';
import type { Msp, MspCompany, MspPartnerAccount } from './msp.js';
import { seedGuid } from './seedGuid.js';

export type TenantRow = { readonly tenantId: string; readonly companyName: string; readonly domain: string; /** Name of the partner account; '' or absent: the only one. */ readonly account?: string };
export type PsaName = 'connectWise' | 'haloPsa';
export type CompanyRow = Pick<MspCompany, 'id' | 'name' | 'identifier' | 'website' | 'emailDomains' | 'city' | 'phone' | 'status'> & { /** Absent: ConnectWise. */ readonly psa?: PsaName; /** That the PSA holds already. */ readonly tenantIds?: readonly string[] };
export type Lists = { readonly tenants: readonly TenantRow[]; readonly companies: readonly CompanyRow[] };

const mainAccount = 'main';

/** The world of somebody's own lists. A PSA that no company names is absent; `truth` is empty, since nobody told it. */
export function mspFromLists({ tenants, companies }: Lists): Msp {
  const ofPsa = (psa: PsaName) => companies.filter((company) => (company.psa ?? 'connectWise') === psa).map(toCompany);
  const connectWise = ofPsa('connectWise');
  const haloPsa = ofPsa('haloPsa');
  return {
    ...demoOrganization,
    name: 'Your lists',
    partnerAccounts: partnerAccounts(tenants),
    ...(connectWise.length > 0 || haloPsa.length === 0 ? { connectWise } : {}),
    ...(haloPsa.length > 0 ? { haloPsa } : {}),
    truth: {},
  };
}

function partnerAccounts(tenants: readonly TenantRow[]): MspPartnerAccount[] {
  const byName = new Map<string, TenantRow[]>();
  for (const tenant of tenants) {
    const name = tenant.account?.trim() || mainAccount;
    const rows = byName.get(name);
    if (rows) rows.push(tenant);
    else byName.set(name, [tenant]);
  }
  if (byName.size === 0) byName.set(mainAccount, []);
  const ids = accountIds([...byName.keys()]);
  return [...byName].map(([name, rows]) => ({
    id: ids.get(name) ?? name,
    name: name === mainAccount ? 'Partner Center' : name,
    tenantId: seedGuid(`partner-account/${name}`),
    tenants: rows.map(({ tenantId, companyName, domain }) => ({ tenantId, name: companyName, domain, relationship: 'reseller' })),
  }));
}

/** Short ids of the shape that the settings file wants. Two names that become the same id get a number. */
function accountIds(names: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  for (const name of names) {
    const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 30) || 'account';
    const taken = new Set(ids.values());
    let id = slug;
    for (let count = 2; taken.has(id); count += 1) id = `${slug}-${count}`;
    ids.set(name, id);
  }
  return ids;
}

function toCompany({ id, name, identifier, website, emailDomains, city, phone, status, tenantIds = [] }: CompanyRow): MspCompany {
  return { id, name, identifier, website, emailDomains, city, phone, status, isInactive: status.trim().toLowerCase() === 'inactive', isDeleted: false, tenantIds };
}
