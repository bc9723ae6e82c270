import type { Company } from '../../domain/company.js';
import { parseTenantId, type CompanyId, type PsaConnectionId, type TenantId } from '../../domain/ids.js';
import { emailDomainsOf } from '../../runtime/emailDomain.js';
import { cleanText } from '../../runtime/freeText.js';
import type { ClientRow, SiteRow, UserRow } from './schema.js';

/** What other tables say of a client; by client id. */
export type HaloPsaContext = {
  readonly psaConnectionId: PsaConnectionId;
  readonly sites: ReadonlyMap<string, readonly SiteRow[]>;
  readonly emailAddresses: ReadonlyMap<string, readonly string[]>;
  readonly tenantLinks: ReadonlyMap<string, readonly TenantId[]>;
};

export function toCompany(row: ClientRow, { psaConnectionId, sites, emailAddresses, tenantLinks }: HaloPsaContext): Company {
  const own = sites.get(row.id) ?? [];
  return {
    psaConnectionId,
    companyId: row.id as CompanyId,
    name: row.name,
    identifier: row.ref,
    website: row.website || row.domain,
    emailDomains: emailDomainsOf([row.domain, ...own.map(({ emaildomain }) => emaildomain), ...(emailAddresses.get(row.id) ?? [])]),
    city: own.map(({ delivery_address }) => delivery_address?.line3 ?? '').find((city) => city !== '') ?? '',
    phone: row.main_phonenumber,
    status: statusOf(row),
    isActive: !row.inactive,
    tenantIds: tenantIdsOf(row, own, tenantLinks.get(row.id) ?? []),
  };
}

/** HaloPSA knows only active and inactive; what kind of customer it is tells people more. */
function statusOf({ inactive, customer_relationship }: ClientRow): string {
  if (inactive) return 'Inactive';
  return customer_relationship.map(({ name }) => name).filter((name) => name !== '').join(', ') || 'Active';
}

export function sitesByClient(sites: readonly SiteRow[]): Map<string, readonly SiteRow[]> {
  const found = new Map<string, SiteRow[]>();
  for (const site of sites) if (site.client_id) found.set(site.client_id, [...(found.get(site.client_id) ?? []), site]);
  return found;
}

/** Users that name their client by name only count where one client alone has that name. */
export function emailAddressesByClient(users: readonly UserRow[], clients: readonly ClientRow[]): Map<string, readonly string[]> {
  const idsByName = new Map<string, string | null>();
  for (const { id, name } of clients) idsByName.set(name, idsByName.has(name) ? null : id);
  const found = new Map<string, string[]>();
  for (const { client_id, client_name, emailaddress, email2, email3 } of users) {
    const clientId = client_id ?? idsByName.get(client_name);
    if (!clientId) continue;
    const known = found.get(clientId) ?? [];
    known.push(emailaddress, email2, email3);
    found.set(clientId, known);
  }
  return found;
}

function tenantIdsOf({ azure_tenants, customfields }: ClientRow, sites: readonly SiteRow[], links: readonly TenantId[]): TenantId[] {
  const custom = customfields.flatMap(({ value }) => (typeof value === 'string' ? cleanText(value).split(/[\s,;]+/) : []));
  const texts = [...azure_tenants.map(({ azure_tenant_id }) => azure_tenant_id), ...sites.map(({ azuretenantid }) => azuretenantid), ...custom];
  return [...new Set([...links, ...texts.map((text) => parseTenantId(text)).filter((tenantId) => tenantId !== undefined)])];
}
