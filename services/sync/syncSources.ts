import type { ConnectedSources, ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { OrgId, PartnerAccountId } from '../domain/ids.js';
import type { RunOptions } from '../domain/progress.js';
import { sourceRefText, type SourceList, type SyncRun } from '../domain/sync.js';
import { keepKnown, stampFirstListed, type AccountTenant } from '../domain/tenant.js';
import type { PartnerCenter } from '../partnerCenter/partnerCenter.js';
import type { CompanyChanges } from '../psa/psaAdapter.js';
import { AppError } from '../runtime/errors.js';
import type { SourceStore } from '../storage/ports.js';
import { companyDomainsOf } from './companyDomains.js';
import { endDismissals } from './endDismissals.js';
import { pullOnce, type PullPorts, type PullSource } from './pullSource.js';
import type { SyncOptions } from './syncOptions.js';

type Ports = PullPorts & { readonly connections: ConnectionDirectory };

/**
 * Pulls the connected sources at once, each one at a time in all processes. A source that fails keeps its last good rows and stops no
 * other; its run says why. Rejects when a pull was cancelled or could not be recorded, after all others have ended.
 */
export function syncSources(ports: Ports) {
  const tidy = endDismissals(ports);
  return async ({ orgId }: { readonly orgId: OrgId }, options: SyncOptions = {}): Promise<void> => {
    const sources = describeSources(await ports.connections.connectionsOf(orgId), ports, orgId);
    const { only } = options;
    const chosen = only ? sources.filter(({ ref }) => sourceRefText(ref) === sourceRefText(only)) : sources;
    if (only && chosen.length === 0) throw new AppError('not-found', `${sourceRefText(only)} is not connected`, { sentence: 'This list is not connected any more.', facts: [{ code: 'list-away' }] });
    const ends = await Promise.allSettled(chosen.map((source) => pullOnce(ports, orgId, options, source)));
    await tidy(orgId);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };
}

/** What to call for each source, and where its rows go. */
function describeSources({ partnerAccounts, psaConnections }: ConnectedSources, { store: { sources }, sourceLists }: Pick<Ports, 'store' | 'sourceLists'>, orgId: OrgId): PullSource[] {
  const withOwnDomains = async ({ domains }: PartnerCenter, list: SourceList<AccountTenant>, { signal }: RunOptions): Promise<SourceList<AccountTenant>> => {
    if (!domains) return list;
    const [known, lists] = await Promise.all([sources.listTenants(orgId), sourceLists.read(orgId)]);
    return { ...list, items: await domains.addOwnDomains(list.items, { known: known.filter(({ partnerAccountId }) => partnerAccountId === list.items[0]?.partnerAccountId), companyDomains: await companyDomainsOf(lists.companies), signal }) };
  };
  return [
    ...partnerAccounts.filter(({ isPaused }) => !isPaused).map(({ partnerAccountId, name, partnerCenter }): PullSource => ({
      ref: { kind: 'partner-account', partnerAccountId },
      name,
      knownIds: ({ tenants }) => tenants.flatMap(({ tenantId, sources }) => (sources.some((source) => source.partnerAccountId === partnerAccountId) ? [tenantId] : [])),
      async pullAll(run) {
        const list = await withOwnDomains(partnerCenter, await partnerCenter.listTenants(run), run);
        const record: PullSource['recordFailure'] = async (end, fence) => sources.recordTenants(orgId, end, await besideKnown(list.items, { orgId, partnerAccountId, sources, end }), fence);
        return { list, ids: list.items.map(({ tenantId }) => tenantId), record };
      },
      recordFailure: (run, fence) => sources.recordTenants(orgId, run, [], fence),
    })),
    ...psaConnections.filter(({ isPaused }) => !isPaused).map(({ psaConnectionId, name, adapter }): PullSource => ({
      ref: { kind: 'psa-connection', psaConnectionId },
      name,
      knownIds: ({ companies }) => companies.flatMap((company) => (company.psaConnectionId === psaConnectionId ? [company.companyId] : [])),
      async pullAll(run) {
        const list = await adapter.listCompanies(run);
        return { list, ids: list.items.map(({ companyId }) => companyId), record: (end, fence) => sources.recordCompanies(orgId, end, list.items, fence, list.heldBack) };
      },
      pullChanges: adapter.changes && pullChangesOf(adapter.changes, orgId, sources),
      recordFailure: (run, fence) => sources.recordCompanies(orgId, run, [], fence),
    })),
  ];
}

type Beside = { readonly orgId: OrgId; readonly partnerAccountId: PartnerAccountId; readonly sources: SourceStore; readonly end: SyncRun };

/** The rows with what was known of them before: an account may be made of two lists, of which one did not come. */
async function besideKnown(tenants: readonly AccountTenant[], { orgId, partnerAccountId, sources, end }: Beside): Promise<AccountTenant[]> {
  const [all, runs] = await Promise.all([sources.listTenants(orgId), sources.listRuns(orgId)]);
  const known = new Map(all.filter((tenant) => tenant.partnerAccountId === partnerAccountId).map((tenant) => [tenant.tenantId, tenant]));
  const isFirstReading = !runs.some(({ source, outcome }) => outcome === 'complete' && sourceRefText(source) === sourceRefText(end.source));
  const rows = end.outcome === 'partial' ? tenants.map((tenant) => keepKnown(tenant, known.get(tenant.tenantId))) : tenants;
  return stampFirstListed(rows, known, end.startedAt, isFirstReading);
}

function pullChangesOf(changes: CompanyChanges, orgId: OrgId, sources: SourceStore): PullSource['pullChanges'] {
  return async (since, { signal }) => {
    const news = await changes.listChanges(since.toISOString(), { signal });
    return { changedCount: news.changed.length, goneIds: news.gone, record: (run, fence) => sources.applyCompanyChanges(orgId, run, news, fence) };
  };
}
