import type { PartnerAccount, PsaConnection } from '../domain/connection.js';
import type { Caller } from '../domain/organization.js';
import { sourceRefText, type SourceRef, type SyncRun } from '../domain/sync.js';
import type { SourceLists, SourceListReader } from '../sync/sourceLists.js';
import type { SyncMonitor } from '../sync/syncMonitor.js';
import type { ConnectionDirectory } from './connectionDirectory.js';

/** How far a list can be trusted: what its latest pull gave and how old the rows are. */
export type SourceHealth = {
  state: 'never-synced' | 'syncing' | 'complete' | 'partial' | 'failed';
  completeAt: string | null;
  /** A sentence for people; '' when all is well. */
  why: string;
  rowCount: number;
};
export type ConnectionList = {
  /** A tenant that several accounts list counts once. */
  tenantCount: number;
  partnerAccounts: (PartnerAccount & { health: SourceHealth })[];
  psaConnections: (PsaConnection & { health: SourceHealth })[];
};

type Ports = { readonly connections: ConnectionDirectory; readonly sourceLists: SourceListReader; readonly syncMonitor: SyncMonitor };

/** What the caller's organization has connected, each with the state of its list. */
export function listConnections({ connections, sourceLists, syncMonitor }: Ports) {
  return async (caller: Pick<Caller, 'orgId'>): Promise<ConnectionList> => {
    const [sources, lists] = await Promise.all([connections.connectionsOf(caller.orgId), sourceLists.read(caller.orgId)]);
    const healthOf = (source: SourceRef, rowCount: number) => judgeHealth(source, rowCount, lists.runs, syncMonitor.isRunning(caller.orgId, source));
    return {
      tenantCount: lists.tenants.length,
      partnerAccounts: sources.partnerAccounts.map(({ partnerAccountId, name }) => ({
        partnerAccountId,
        name,
        health: healthOf({ kind: 'partner-account', partnerAccountId }, countTenants(lists, partnerAccountId)),
      })),
      psaConnections: sources.psaConnections.map(({ psaConnectionId, psaId, psaName, name }) => ({
        psaConnectionId,
        psaId,
        psaName,
        name,
        health: healthOf({ kind: 'psa-connection', psaConnectionId }, lists.companies.filter((company) => company.psaConnectionId === psaConnectionId).length),
      })),
    };
  };
}

function countTenants({ tenants }: SourceLists, partnerAccountId: string): number {
  return tenants.filter((tenant) => tenant.sources.some((source) => source.partnerAccountId === partnerAccountId)).length;
}

function judgeHealth(source: SourceRef, rowCount: number, allRuns: readonly SyncRun[], isSyncing: boolean): SourceHealth {
  const runs = allRuns.filter((run) => sourceRefText(run.source) === sourceRefText(source)).sort((a, b) => b.endedAt.localeCompare(a.endedAt));
  const latest = runs[0];
  const completeAt = runs.find((run) => run.outcome === 'complete')?.endedAt ?? null;
  return { state: isSyncing ? 'syncing' : (latest?.outcome ?? 'never-synced'), completeAt, why: latest?.why ?? '', rowCount };
}
