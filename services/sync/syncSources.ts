import type { OrgId } from '../domain/ids.js';
import type { RunOptions } from '../domain/progress.js';
import { sourceRefText, type SourceList, type SourceRef, type SyncRun } from '../domain/sync.js';
import type { ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { Clock } from '../runtime/clock.js';
import { toAppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import type { Fence, Store } from '../storage/ports.js';
import type { SyncMonitor } from './syncMonitor.js';
import { withLease, type LeaseTimes } from './withLease.js';

export type SyncOptions = { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((sourceName: string, done: number, total: number) => void) | undefined };

type Ports = { readonly connections: ConnectionDirectory; readonly store: Store; readonly syncMonitor: SyncMonitor; readonly clock: Clock; readonly logger: Logger; readonly leaseTimes?: LeaseTimes };
type Source<Item> = {
  readonly ref: SourceRef;
  readonly name: string;
  list(options: RunOptions): Promise<SourceList<Item>>;
  record(run: SyncRun, items: readonly Item[], fence: Fence): Promise<void>;
};

/** Pulls every connected source at once. A source that fails keeps its last good rows and stops no other; its run says why. */
export function syncSources(ports: Ports) {
  const { connections, store } = ports;
  return async (caller: { readonly orgId: OrgId }, options: SyncOptions = {}): Promise<void> => {
    const { orgId } = caller;
    const { partnerAccounts, psaConnections } = await connections.connectionsOf(orgId);
    await Promise.all([
      ...partnerAccounts.map(({ partnerAccountId, name, partnerCenter }) =>
        pullOnce(ports, orgId, options, {
          ref: { kind: 'partner-account', partnerAccountId },
          name,
          list: (run) => partnerCenter.listTenants(run),
          record: (run, tenants, fence) => store.sources.recordTenants(orgId, run, tenants, fence),
        }),
      ),
      ...psaConnections.map(({ psaConnectionId, name, adapter }) =>
        pullOnce(ports, orgId, options, {
          ref: { kind: 'psa-connection', psaConnectionId },
          name,
          list: (run) => adapter.listCompanies(run),
          record: (run, companies, fence) => store.sources.recordCompanies(orgId, run, companies, fence),
        }),
      ),
    ]);
  };
}

/** One pull of a source at a time, in this process and in all: whoever comes second waits for the first, and takes its result unless it left none. */
function pullOnce<Item>(ports: Ports, orgId: OrgId, options: SyncOptions, source: Source<Item>): Promise<void> {
  const { store, clock, logger, leaseTimes: times, syncMonitor } = ports;
  const { signal } = options;
  return syncMonitor.runOnce(orgId, source.ref, async () => {
    const startedAt = clock.now().toISOString();
    await withLease({ leases: store.leases, clock, logger, times }, { orgId, lease: `pull ${sourceRefText(source.ref)}`, signal }, async (turn) => {
      if (turn.hadToWait && (await wasPulledSince(store, orgId, source.ref, startedAt))) return;
      await pull(ports, { ...options, signal: turn.signal }, source, turn.fence);
    });
  });
}

async function wasPulledSince({ sources }: Store, orgId: OrgId, ref: SourceRef, since: string): Promise<boolean> {
  return (await sources.listRuns(orgId)).some((run) => sourceRefText(run.source) === sourceRefText(ref) && run.endedAt >= since);
}

async function pull<Item>({ clock, logger }: Ports, { signal, onProgress }: SyncOptions, source: Source<Item>, fence: Fence): Promise<void> {
  const startedAt = clock.now().toISOString();
  const finish = async (end: Pick<SyncRun, 'outcome' | 'received' | 'expected' | 'why'>, items: readonly Item[]) => {
    const run: SyncRun = { source: source.ref, startedAt, endedAt: clock.now().toISOString(), ...end };
    await source.record(run, items, fence);
    logger.info({ source: source.ref, outcome: run.outcome, received: run.received, expected: run.expected }, 'source pulled');
  };
  let list: SourceList<Item>;
  try {
    list = await source.list({ signal, onProgress: (done, total) => onProgress?.(source.name, done, total) });
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    const error = toAppError(thrown);
    logger.warn({ source: source.ref, code: error.code, err: error }, 'source could not be pulled');
    return finish({ outcome: 'failed', received: 0, expected: null, why: error.sentence }, []);
  }
  const received = list.items.length;
  if (list.kind === 'complete') return finish({ outcome: 'complete', received, expected: received, why: '' }, list.items);
  return finish({ outcome: 'partial', received, expected: list.expected, why: list.why }, list.items);
}
