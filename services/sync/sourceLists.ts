import { companyKeyText, type Company, type CompanyKey } from '../domain/company.js';
import type { OrgId, PartnerAccountId, TenantId } from '../domain/ids.js';
import type { HeldBack, SyncRun } from '../domain/sync.js';
import { mergeTenants, type Tenant } from '../domain/tenant.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import type { SourceStore } from '../storage/ports.js';

/** The last good copy of everything that an organization's sources list. Immutable: a new pull gives a new object. */
export type SourceLists = {
  readonly tenants: readonly Tenant[];
  readonly companies: readonly Company[];
  /** Companies that take no part, and why. */
  readonly heldBack: readonly HeldBack[];
  readonly runs: readonly SyncRun[];
  findTenant(tenantId: TenantId): Tenant | undefined;
  findCompany(key: CompanyKey): Company | undefined;
  isListedBy(tenantId: TenantId, partnerAccountId: PartnerAccountId): boolean;
};

export type SourceListReader = { read(orgId: OrgId): Promise<SourceLists> };

/** Reads the lists once per pull: while the recorded runs stay the same, so does the answer. */
export function createSourceListReader(sources: SourceStore): SourceListReader {
  const cache = new Map<OrgId, { readonly runsText: string; readonly lists: Promise<SourceLists> }>();
  return {
    async read(orgId) {
      const runs = await sources.listRuns(orgId);
      const runsText = JSON.stringify(runs);
      const known = cache.get(orgId);
      if (known?.runsText === runsText) return known.lists;
      const entry = { runsText, lists: load(sources, orgId, runs) };
      cache.set(orgId, entry);
      // A failed load must not be remembered; its caller is told below.
      entry.lists.catch(() => cache.get(orgId) === entry && cache.delete(orgId));
      return entry.lists;
    },
  };
}

async function load(sources: SourceStore, orgId: OrgId, runs: readonly SyncRun[]): Promise<SourceLists> {
  const [accountTenants, companies, heldBack] = await Promise.all([sources.listTenants(orgId), sources.listCompanies(orgId), sources.listHeldBack(orgId)]);
  const tenants = mergeTenants(accountTenants).sort((a, b) => a.name.localeCompare(b.name) || a.tenantId.localeCompare(b.tenantId));
  await yieldTurn();
  const tenantById = await keyed(tenants, ({ tenantId }) => tenantId);
  const companyByKey = await keyed(companies, companyKeyText);
  return {
    tenants,
    companies,
    heldBack,
    runs,
    findTenant: (tenantId) => tenantById.get(tenantId),
    findCompany: (key) => companyByKey.get(companyKeyText(key)),
    isListedBy: (tenantId, partnerAccountId) => tenantById.get(tenantId)?.sources.some((source) => source.partnerAccountId === partnerAccountId) ?? false,
  };
}

/** Gives way to other work every few milliseconds. */
async function keyed<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Promise<ReadonlyMap<Key, Row>> {
  const byKey = new Map<Key, Row>();
  for (const [at, row] of rows.entries()) {
    byKey.set(keyOf(row), row);
    if (at % 5000 === 4999) await yieldTurn();
  }
  return byKey;
}
