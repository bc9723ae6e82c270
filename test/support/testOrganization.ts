import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Company } from '../../services/domain/company.js';
import type { CompanyId, OrgId, PartnerAccountId, PsaConnectionId, TenantId, UserId } from '../../services/domain/ids.js';
import type { Caller } from '../../services/domain/organization.js';
import type { RunOptions } from '../../services/domain/progress.js';
import type { SourceChanges, SourceList } from '../../services/domain/sync.js';
import type { AccountTenant } from '../../services/domain/tenant.js';
import { createServices, type ConnectionDirectory, type SaveResult, type SaveRow, type SaveSummary, type Services } from '../../services/index.js';
import type { DomainProver } from '../../services/partnerCenter/partnerCenter.js';
import type { PsaAdapter } from '../../services/psa/psaAdapter.js';
import type { Store } from '../../services/storage/ports.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';
import { fixedConnections } from './connectionParts.js';

export const orgId = '0f000000-0000-4000-8000-000000000001' as OrgId;
export const psaOne = 'psa-one' as PsaConnectionId;
export const psaTwo = 'psa-two' as PsaConnectionId;
export const accountOne = 'account-one' as PartnerAccountId;
export const accountTwo = 'account-two' as PartnerAccountId;

/** tenantId(7) is 00000007-… */
export function tenantId(n: number): TenantId {
  return `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000` as TenantId;
}

export function companyId(n: number): CompanyId {
  return String(n) as CompanyId;
}

export function aTenant(n: number, given: Partial<AccountTenant> = {}): AccountTenant {
  return { partnerAccountId: accountOne, tenantId: tenantId(n), name: `Customer ${n}`, domain: `customer${n}.example`, relationship: 'reseller', ...given };
}

export function aCompany(n: number, given: Partial<Company> = {}): Company {
  return { psaConnectionId: psaOne, companyId: companyId(n), name: `Customer ${n}`, identifier: `C${n}`, website: '', emailDomains: [], city: 'Lund', phone: '', status: 'Active', isActive: true, tenantIds: [], ...given };
}

export function aCaller(given: Partial<Caller> = {}): Caller {
  return { orgId, person: { userId: 'aa000000-0000-4000-8000-000000000001' as UserId, name: 'Demo Admin' }, role: 'admin', via: 'tab', requestId: 'request-1', ...given };
}

export function aRow(tenant: number, company: number, given: Partial<SaveRow> = {}): SaveRow {
  return { action: 'link', tenantId: tenantId(tenant), psaConnectionId: psaOne, companyId: companyId(company), baseVersion: 0, origin: 'manual', ...given };
}

/** For `listMappings`: the whole Company page. */
export const everyLink = { query: '', limit: 1000, offset: 0 };

/** Throws unless the save was saved. */
export function summaryOf(result: SaveResult): SaveSummary {
  if (result.kind !== 'saved') throw new Error(`expected a save, got ${JSON.stringify(result)}`);
  return result.summary;
}

/** What the sources list; specs change it and sync again. A function may throw, as a source that is down does. */
export type TestLists = {
  tenants: (account: PartnerAccountId) => SourceList<AccountTenant>;
  companies: (psa: PsaConnectionId) => SourceList<Company>;
  /** Absent: the accounts do not ask whose domains are. */
  domains?: DomainProver;
  /** Absent: these PSAs can't tell what changed. */
  changes?: (psa: PsaConnectionId, since: string) => SourceChanges<Company>;
};

type PullTenants = (account: PartnerAccountId, options?: RunOptions) => Promise<SourceList<AccountTenant>>;

export type TestOrganization = { readonly services: Services; readonly lists: TestLists; /** In place of `lists.tenants`, for pulls that take their time. */ pullTenants: PullTenants; /** The next `count` reads of the connections reject. */ failNextConnections(count: number): void; /** Time goes on a second with each look at the clock, and by this. */ passMinutes(minutes: number): void; /** Of another process over the same data; `through` may stand before its store. It ends with the organization. */ openAnother(through?: (store: Store) => Store): Services; reopen(): Promise<Services>; close(): Promise<void> };

/** The service layer over the embedded store in a folder of its own, with two partner accounts and two PSAs whose lists the spec gives. Already synced. */
export async function openTestOrganization(tenants: readonly AccountTenant[], companies: readonly Company[]): Promise<TestOrganization> {
  const folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-spec-'));
  const logger = pino({ level: 'silent' });
  const lists: TestLists = {
    tenants: (account) => ({ kind: 'complete', items: tenants.filter((tenant) => tenant.partnerAccountId === account) }),
    companies: (psa) => ({ kind: 'complete', items: companies.filter((company) => company.psaConnectionId === psa) }),
  };
  let pullTenants: PullTenants = async (account) => Promise.resolve(lists.tenants(account));
  const adapterOf = (psa: PsaConnectionId): PsaAdapter => {
    const { changes } = lists;
    return {
      listCompanies: async () => Promise.resolve(lists.companies(psa)),
      checkAccess: async () => Promise.resolve({ count: lists.companies(psa).items.length, limits: [] }),
      ...(changes ? { changes: { listChanges: async (since: string) => Promise.resolve(changes(psa, since)) } } : {}),
    };
  };
  let failures = 0;
  const connections: ConnectionDirectory = {
    connectionsOf: () => {
      if (failures > 0) {
        failures -= 1;
        return Promise.reject(new Error('the connections can not be read'));
      }
      return Promise.resolve({
        partnerAccounts: [accountOne, accountTwo].map((account) => ({ partnerAccountId: account, name: `Account ${account}`, partnerCenter: { listTenants: (options) => pullTenants(account, options), checkAccess: async () => Promise.resolve({ count: lists.tenants(account).items.length, limits: [] }), ...(lists.domains && { domains: lists.domains }) } })),
        psaConnections: [psaOne, psaTwo].map((psa) => ({ psaConnectionId: psa, psaId: 'test', psaName: 'Test PSA', name: `PSA ${psa}`, adapter: adapterOf(psa) })),
      });
    },
  };
  let tick = Date.parse('2026-03-01T08:00:00Z');
  const clock = { now: () => new Date((tick += 1000)) };
  const open = async () => {
    const store = await openSqliteStore({ folder, logger });
    return { store, services: createServices({ store, connections, ...fixedConnections(store), clock, logger }) };
  };
  let current = await open();
  const others: Services[] = [];
  await current.services.syncSources({ orgId });
  return {
    get services() {
      return current.services;
    },
    lists,
    get pullTenants() {
      return pullTenants;
    },
    set pullTenants(pull: PullTenants) {
      pullTenants = pull;
    },
    failNextConnections: (count) => (failures = count),
    passMinutes: (minutes) => (tick += minutes * 60_000),
    openAnother(through = (store) => store) {
      const { store } = current;
      const services = createServices({ store: through(store), connections, ...fixedConnections(store), clock, logger });
      others.push(services);
      return services;
    },
    async reopen() {
      await current.services.close();
      await current.store.close();
      current = await open();
      return current.services;
    },
    async close() {
      await Promise.all(others.map((services) => services.close()));
      await current.services.close();
      await current.store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
