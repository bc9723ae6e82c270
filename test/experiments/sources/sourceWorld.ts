import { pino } from 'pino';
import type { PartnerAccountId, PsaConnectionId } from '../../../services/domain/ids.js';
import type { RunOptions } from '../../../services/domain/progress.js';
import type { SourceList, SourceRef } from '../../../services/domain/sync.js';
import type { ConnectedSources } from '../../../services/index.js';
import { connectPartnerCenter } from '../../../services/partnerCenter/index.js';
import { findPsa } from '../../../services/psa/registry.js';
import { createHttpClient } from '../../../services/runtime/httpClient.js';
import type { SourceTools } from '../../../services/runtime/sourceTools.js';
import { microsoftAnchors } from '../../../services/runtime/trustAnchors.js';
import { startAutotask } from '../../../simulators/autotask/startAutotask.js';
import { startConnectWise } from '../../../simulators/connectWise/startConnectWise.js';
import { startEntra } from '../../../simulators/entra/startEntra.js';
import { startGraph } from '../../../simulators/graph/startGraph.js';
import { startHaloPsa } from '../../../simulators/haloPsa/startHaloPsa.js';
import { startPartnerCenter } from '../../../simulators/partnerCenter/startPartnerCenter.js';
import { makeMsp } from '../../../simulators/seed/makeMsp.js';
import type { MspCompany, MspPartnerAccount } from '../../../simulators/seed/msp.js';
import type { ApiSimulator } from '../../../simulators/router.js';
import type { Random } from '../random.js';

const appId = '0d000000-0000-4000-8000-000000000001';
const clientSecret = 'not a real secret';
const haloPsaAccess = { tenant: 'demo', clientId: appId, clientSecret };
const autotaskUser = { userName: 'api@demo-msp.example', secret: clientSecret, integrationCode: 'code' };
const connectWiseCompany = { companyId: 'demomsp', publicKey: 'key', privateKey: clientSecret, clientId: appId };

/** Four sources over six simulators in a time of their own: nothing waits, waiting moves the clock. */
export type SourceWorld = {
  readonly simulators: readonly ApiSimulator[];
  readonly sources: readonly SourceRef[];
  readonly clock: { now(): Date };
  readonly logger: SourceTools['logger'];
  /** The most times that one call was tried, and the hosts that were called. */
  readonly seen: { attempts: number; readonly hosts: Set<string> };
  /** Clients of the sources. `isTrusting`: their lists are taken for complete, whatever they say. `isPatient`: they wait as long as in production, for a machine that is busy. */
  connect(isTrusting: boolean, isPatient?: boolean): ConnectedSources;
  passMinutes(minutes: number): void;
  /** A few rows come, go or get another name at their source. */
  change(random: Random): void;
  close(): Promise<void>;
};

export async function openSourceWorld(seed: number): Promise<SourceWorld> {
  const msp = makeMsp({ seed, tenants: 60, companies: 150 });
  const account: MspPartnerAccount = { id: 'main', name: 'Main', tenantId: msp.orgId, tenants: msp.partnerAccounts.flatMap(({ tenants }) => tenants) };
  const lists = { account: { ...account, delegated: account.tenants.filter((_, at) => at % 3 === 0) }, connectWise: msp.connectWise ?? [], haloPsa: msp.haloPsa ?? [], autotask: (msp.haloPsa ?? []).slice(0, 40) };
  let nowMs = Date.parse('2026-03-01T08:00:00Z');
  const clock = { now: () => new Date(nowMs) };

  const entra = await startEntra({ clock, apps: [{ tenantId: account.tenantId, clientId: appId, clientSecret }] });
  const partnerCenter = await startPartnerCenter({ clock, entra, accounts: [lists.account], pageSize: 10 });
  const graph = await startGraph({ clock, entra, accounts: [lists.account], pageSize: 8 });
  const connectWise = await startConnectWise({ clock, company: connectWiseCompany, companies: lists.connectWise, quirks: { pageCap: 15 } });
  const haloPsa = await startHaloPsa({ ...haloPsaAccess, clock, clients: lists.haloPsa, pageCap: 15 });
  const autotask = await startAutotask({ clock, user: autotaskUser, companies: lists.autotask, quirks: { pageCap: 10 }, threshold: 1_000_000 });
  const simulators = [entra, partnerCenter, graph, connectWise, haloPsa, autotask];

  const changedAt = new Map<number, string>();
  const seen = { attempts: 0, hosts: new Set<string>() };
  const logger = pino({ level: 'info' }, { write: (line: string) => note(line, seen) });
  const anchors = { ...microsoftAnchors, entraAuthority: entra.url, partnerCenterOrigin: partnerCenter.url, graphOrigin: graph.url, extraUpstreamOrigins: [connectWise.url, haloPsa.url, autotask.url] };
  const sleep = (ms: number) => Promise.resolve(void (nowMs += ms));
  const connect = (isTrusting: boolean, isPatient = false): ConnectedSources => {
    const tools = { http: createHttpClient({ logger, clock, anchors, sleep, limits: isPatient ? {} : { firstByteMs: 600, bodyIdleMs: 600 } }), clock, logger, anchors };
    const partnerCenterClient = connectPartnerCenter({ partnerAccountId: 'main' as PartnerAccountId, name: 'Main', tenantId: account.tenantId, clientId: appId, clientSecret, lists: 'both' }, tools);
    const psa = (psaId: string, settings: object, secrets: Record<string, string>) => {
      const definition = findPsa(psaId);
      if (!definition) throw new Error(`no PSA called ${psaId}`);
      const psaConnectionId = psaId as PsaConnectionId;
      const adapter = definition.connect({ psaConnectionId, settings: definition.settingsSchema.parse(settings), secrets }, tools);
      const listCompanies = async (run?: RunOptions) => judged(await adapter.listCompanies(run), isTrusting);
      return { psaConnectionId, psaId, psaName: definition.name, name: psaId, adapter: { listCompanies, checkAccess: (options?: RunOptions) => adapter.checkAccess(options), ...(adapter.changes && { changes: adapter.changes }) } };
    };
    return {
      partnerAccounts: [{ partnerAccountId: 'main' as PartnerAccountId, name: 'Main', partnerCenter: { ...partnerCenterClient, listTenants: async (run) => judged(await partnerCenterClient.listTenants(run), isTrusting) } }],
      psaConnections: [
        psa('connectWise', { site: connectWise.url, companyId: connectWiseCompany.companyId, clientId: appId }, { publicKey: 'key', privateKey: clientSecret }),
        psa('haloPsa', { baseUrl: haloPsa.url, tenant: haloPsaAccess.tenant }, { clientId: appId, clientSecret }),
        psa('autotask', { userName: autotaskUser.userName, zoneLookup: autotask.url }, { secret: clientSecret, integrationCode: autotaskUser.integrationCode }),
      ],
    };
  };

  return {
    simulators,
    sources: [{ kind: 'partner-account', partnerAccountId: 'main' as PartnerAccountId }, ...['connectWise', 'haloPsa', 'autotask'].map((id) => ({ kind: 'psa-connection', psaConnectionId: id as PsaConnectionId }) as const)],
    clock,
    logger,
    seen,
    connect,
    passMinutes: (minutes) => void (nowMs += minutes * 60_000),
    change(random) {
      const { account: current } = lists;
      lists.account = { ...current, tenants: changed(current.tenants, account.tenants, random), delegated: changed(current.delegated, account.tenants, random) };
      partnerCenter.replaceAccounts([lists.account]);
      graph.replaceAccounts([lists.account]);
      const before = new Map(lists.connectWise.map((company) => [company.id, company]));
      // As there: what is deleted stays, with a mark.
      lists.connectWise = changed(lists.connectWise, msp.connectWise ?? [], random, (company) => ({ ...company, isDeleted: true }));
      for (const company of lists.connectWise) if (before.get(company.id) !== company) changedAt.set(company.id, clock.now().toISOString());
      connectWise.replaceCompanies(lists.connectWise, { companies: changedAt });
      lists.haloPsa = changed(lists.haloPsa, msp.haloPsa ?? [], random);
      haloPsa.replaceClients(lists.haloPsa);
      lists.autotask = changed(lists.autotask, (msp.haloPsa ?? []).slice(0, 60), random);
      autotask.replaceCompanies(lists.autotask);
    },
    close: async () => void (await Promise.all(simulators.map((simulator) => simulator.close()))),
  };
}

/** The control's way: what came is everything. */
function judged<Item>(list: SourceList<Item>, isTrusting: boolean): SourceList<Item> {
  return isTrusting ? { kind: 'complete', items: list.items } : list;
}

/** One row leaves (or stays as a `mark` of itself), one comes back, one has another name; in the order of the pool. */
function changed<Row extends { readonly name: string } & (Pick<MspCompany, 'id'> | { readonly tenantId: string })>(rows: readonly Row[], pool: readonly Row[], random: Random, mark?: (row: Row) => Row): Row[] {
  const idOf = (row: Row) => ('id' in row ? String(row.id) : row.tenantId);
  const kept = new Map<string, Row>(rows.map((row) => [idOf(row), row]));
  const pick = (from: readonly Row[]): Row | undefined => from[random.below(from.length)];
  const [leaving, coming, renamed] = [pick(rows), pick(pool), pick(rows)];
  if (renamed) kept.set(idOf(renamed), { ...renamed, name: `${renamed.name.slice(0, 20)} ${random.below(1000)}` });
  if (leaving && rows.length > 20) {
    if (mark) kept.set(idOf(leaving), mark(leaving));
    else kept.delete(idOf(leaving));
  }
  if (coming && (mark || !kept.has(idOf(coming)))) kept.set(idOf(coming), coming);
  return [...kept.values()];
}

function note(line: string, seen: { attempts: number; readonly hosts: Set<string> }): void {
  const { msg, attempt, host } = JSON.parse(line) as { msg: string; attempt?: number; host?: string };
  if (!msg.startsWith('outside call') || attempt === undefined || host === undefined) return;
  seen.attempts = Math.max(seen.attempts, attempt);
  seen.hosts.add(host);
}
