import type { PartnerAccountId, TenantId } from './ids.js';

/** How the partner account stands to the tenant, in Partner Center's own words; `unknown` for any other. */
export type Relationship = 'reseller' | 'advisor' | 'syndication' | 'microsoft_support' | 'none' | 'unknown';

/** Which list of a partner account names a tenant: Partner Center's customers, or those with a delegated admin relationship (GDAP). */
export type ListedBy = 'partner-center' | 'gdap';

/** A domain that Microsoft says is the tenant's. `asOf`: when it said so, ISO 8601, UTC. */
export type OwnDomain = { readonly name: string; readonly asOf: string };

/** A tenant as one partner account lists it. */
export type AccountTenant = {
  readonly partnerAccountId: PartnerAccountId;
  readonly tenantId: TenantId;
  readonly name: string;
  /** Default domain; often `*.onmicrosoft.com`. Empty when the source gives none. */
  readonly domain: string;
  readonly relationship: Relationship;
  /** Absent: Partner Center alone. */
  readonly listedBy?: readonly ListedBy[];
  /** When a reading named it for the first time, ISO 8601, UTC. Absent: it was there when the account was first read in full, or before this was remembered. */
  readonly firstListedAt?: string;
  /** Beside `domain`, as far as anybody asked. */
  readonly ownDomains?: readonly OwnDomain[];
};

/** A tenant of the organization, with every partner account that lists it. */
export type Tenant = {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly domain: string;
  readonly sources: readonly { readonly partnerAccountId: PartnerAccountId; readonly relationship: Relationship; readonly listedBy: readonly ListedBy[] }[];
  /** The earliest of all its accounts; absent where one had it from the start. */
  readonly firstListedAt?: string;
  /** Domains that Microsoft says are its own, beside `domain`. Absent: none known. */
  readonly ownDomains?: readonly string[];
};

const partnerCenterAlone: readonly ListedBy[] = ['partner-center'];

/** One row per tenant id, in the order of the list; the first account that names a tenant gives its name and domain. */
export function mergeTenants(listed: readonly AccountTenant[]): Tenant[] {
  const merged = new Map<TenantId, Tenant>();
  for (const { tenantId, name, domain, partnerAccountId, relationship, listedBy = partnerCenterAlone, firstListedAt, ownDomains = [] } of listed) {
    const known = merged.get(tenantId);
    const sources = [...(known?.sources ?? []), { partnerAccountId, relationship, listedBy }];
    const since = known ? earlier(known.firstListedAt, firstListedAt) : firstListedAt;
    const domains = [...new Set([...(known?.ownDomains ?? []), ...ownDomains.map((own) => own.name)])];
    merged.set(tenantId, { tenantId, name: known?.name || name, domain: known?.domain || domain, sources, ...(since !== undefined && { firstListedAt: since }), ...(domains.length > 0 && { ownDomains: domains }) });
  }
  return [...merged.values()];
}

/** Undefined is the start, so before everything. */
function earlier(left: string | undefined, right: string | undefined): string | undefined {
  if (left === undefined || right === undefined) return undefined;
  return left < right ? left : right;
}

/** Remembers since when each row is listed. `isFirstReading`: the account had never been read in full, so its rows are not new. */
export function stampFirstListed(read: readonly AccountTenant[], known: ReadonlyMap<TenantId, AccountTenant>, at: string, isFirstReading: boolean): AccountTenant[] {
  return read.map((tenant) => {
    const before = known.get(tenant.tenantId);
    const firstListedAt = before ? before.firstListedAt : isFirstReading ? undefined : at;
    return firstListedAt === undefined ? tenant : { ...tenant, firstListedAt };
  });
}

/** A row of a list that came in part, beside the row known before: what the missing part may have told of it is kept. */
export function keepKnown(read: AccountTenant, known: AccountTenant | undefined): AccountTenant {
  if (!known) return read;
  const [now, before] = [read.listedBy ?? partnerCenterAlone, known.listedBy ?? partnerCenterAlone];
  const listedBy = (['partner-center', 'gdap'] as const).filter((list) => now.includes(list) || before.includes(list));
  const ownDomains = read.ownDomains ?? known.ownDomains;
  return { ...(now.includes('partner-center') || !before.includes('partner-center') ? read : known), listedBy, ...(ownDomains && { ownDomains }) };
}
