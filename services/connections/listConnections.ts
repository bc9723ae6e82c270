import type { PartnerAccount, PsaConnection } from '../domain/connection.js';
import type { Caller } from '../domain/organization.js';
import type { RemarkFacts } from '../domain/remarkFacts.js';
import { sourceRefText, type SourceRef, type SyncRun } from '../domain/sync.js';
import type { SourceLists, SourceListReader } from '../sync/sourceLists.js';
import type { SyncMonitor, SyncProgress } from '../sync/syncMonitor.js';
import type { ConnectionDirectory } from './connectionDirectory.js';

/** How far a list can be trusted: what its latest pull gave and how old the rows are. */
export type SourceHealth = {
  /** `paused`: not read until somebody resumes it; what it had stays. */
  state: 'never-synced' | 'paused' | 'syncing' | 'complete' | 'partial' | 'failed';
  completeAt: string | null;
  /** End of the latest pull, whatever came of it; null when there was none. */
  triedAt: string | null;
  /** A sentence for people; '' when all is well. */
  why: string;
  /** Tell what `why` tells. Absent: nothing but these words does. */
  facts?: readonly RemarkFacts[] | undefined;
  rowCount: number;
  /** How far a pull that runs in this process is; `total` 0 while unknown. */
  progress: { done: number; total: number } | null;
  /** So many known rows were not in a list that came whole: a person may confirm that they are gone. 0: none. */
  doubtedRows: number;
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
    const healthOf = (source: SourceRef, rowCount: number, isPaused = false) => judgeHealth(source, { rowCount, isPaused }, lists.runs, syncMonitor.progressOf(caller.orgId, source));
    return {
      tenantCount: lists.tenants.length,
      partnerAccounts: sources.partnerAccounts.map(({ partnerAccountId, name, isPaused }) => ({
        partnerAccountId,
        name,
        health: healthOf({ kind: 'partner-account', partnerAccountId }, countTenants(lists, partnerAccountId), isPaused),
      })),
      psaConnections: sources.psaConnections.map(({ psaConnectionId, psaId, psaName, name, isPaused }) => ({
        psaConnectionId,
        psaId,
        psaName,
        name,
        health: healthOf({ kind: 'psa-connection', psaConnectionId }, lists.companies.filter((company) => company.psaConnectionId === psaConnectionId).length, isPaused),
      })),
    };
  };
}

function countTenants({ tenants }: SourceLists, partnerAccountId: string): number {
  return tenants.filter((tenant) => tenant.sources.some((source) => source.partnerAccountId === partnerAccountId)).length;
}

function judgeHealth(source: SourceRef, { rowCount, isPaused }: { readonly rowCount: number; readonly isPaused: boolean }, allRuns: readonly SyncRun[], progress: SyncProgress | undefined): SourceHealth {
  const runs = allRuns.filter((run) => sourceRefText(run.source) === sourceRefText(source)).sort((a, b) => b.endedAt.localeCompare(a.endedAt));
  const latest = runs[0];
  const completeAt = runs.find((run) => run.outcome === 'complete')?.endedAt ?? null;
  return {
    state: progress ? 'syncing' : isPaused ? 'paused' : (latest?.outcome ?? 'never-synced'),
    completeAt,
    triedAt: latest?.endedAt ?? null,
    why: latest?.why ?? '',
    facts: latest?.facts,
    rowCount,
    progress: progress ?? null,
    doubtedRows: latest?.shrink?.missing ?? 0,
  };
}
