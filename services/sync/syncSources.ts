import type { OrgId } from '../domain/ids.js';
import type { RunOptions } from '../domain/progress.js';
import type { SourceList, SourceRef, SyncRun } from '../domain/sync.js';
import type { ConnectionDirectory } from '../connections/connectionDirectory.js';
import type { Clock } from '../runtime/clock.js';
import { toAppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import type { Store } from '../storage/ports.js';
import type { SyncMonitor } from './syncMonitor.js';

export type SyncOptions = { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((sourceName: string, done: number, total: number) => void) | undefined };

type Ports = { readonly connections: ConnectionDirectory; readonly store: Store; readonly syncMonitor: SyncMonitor; readonly clock: Clock; readonly logger: Logger };
type Source<Item> = {
  readonly ref: SourceRef;
  readonly name: string;
  list(options: RunOptions): Promise<SourceList<Item>>;
  record(run: SyncRun, items: readonly Item[]): Promise<void>;
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
          record: (run, tenants) => store.sources.recordTenants(orgId, run, tenants),
        }),
      ),
      ...psaConnections.map(({ psaConnectionId, name, adapter }) =>
        pullOnce(ports, orgId, options, {
          ref: { kind: 'psa-connection', psaConnectionId },
          name,
          list: (run) => adapter.listCompanies(run),
          record: (run, companies) => store.sources.recordCompanies(orgId, run, companies),
        }),
      ),
    ]);
  };
}

function pullOnce<Item>(ports: Ports, orgId: OrgId, options: SyncOptions, source: Source<Item>): Promise<void> {
  return ports.syncMonitor.runOnce(orgId, source.ref, () => pull(ports, options, source));
}

async function pull<Item>({ clock, logger }: Ports, { signal, onProgress }: SyncOptions, source: Source<Item>): Promise<void> {
  const startedAt = clock.now().toISOString();
  const finish = async (end: Pick<SyncRun, 'outcome' | 'received' | 'expected' | 'why'>, items: readonly Item[]) => {
    const run: SyncRun = { source: source.ref, startedAt, endedAt: clock.now().toISOString(), ...end };
    await source.record(run, items);
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
