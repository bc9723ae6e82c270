import type { OrgId } from '../domain/ids.js';
import type { RunOptions } from '../domain/progress.js';
import { fullAtOf, sourceRefText, type SourceList, type SourceRef, type SyncRun } from '../domain/sync.js';
import type { Clock } from '../runtime/clock.js';
import { AppError, toAppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import type { Fence, Store } from '../storage/ports.js';
import { shrinkRemark, suspectShrink } from './shrinkGuard.js';
import type { SourceLists, SourceListReader } from './sourceLists.js';
import type { SyncMonitor } from './syncMonitor.js';
import type { SyncOptions } from './syncOptions.js';
import { withLease, type LeaseTimes } from './withLease.js';

export type PullPorts = { readonly store: Store; readonly sourceLists: SourceListReader; readonly syncMonitor: SyncMonitor; readonly clock: Clock; readonly logger: Logger; readonly leaseTimes?: LeaseTimes };
type Record = (run: SyncRun, fence: Fence) => Promise<void>;

/** One source as a pull sees it, whatever its rows are. */
export type PullSource = {
  readonly ref: SourceRef;
  readonly name: string;
  /** The ids of its rows in the last good lists. */
  readonly knownIds: (lists: SourceLists) => readonly string[];
  readonly pullAll: (options: RunOptions) => Promise<{ readonly list: SourceList<unknown>; readonly ids: readonly string[]; readonly record: Record }>;
  /** Where the source can tell them: what changed since that time. */
  readonly pullChanges?: ((since: Date, options: RunOptions) => Promise<{ readonly changedCount: number; readonly goneIds: readonly string[]; readonly record: Record }>) | undefined;
  readonly recordFailure: Record;
};

const dayMs = 24 * 60 * 60_000;
/** Clocks differ, and a change may become visible later than it says. */
const overlapMs = 10 * 60_000;

export function leaseOf(source: SourceRef): string {
  return `pull ${sourceRefText(source)}`;
}

/** One pull of a source at a time, in this process and in all: whoever comes second waits for the first, and takes its result unless it left none. */
export function pullOnce(ports: PullPorts, orgId: OrgId, options: SyncOptions, source: PullSource): Promise<void> {
  const { store, clock, logger, leaseTimes: times, syncMonitor } = ports;
  const { reach = 'full', confirmedMissing, endedBefore, onProgress } = options;
  const wish = { isFull: reach === 'full', onProgress: onProgress && ((done: number, total: number) => onProgress(source, done, total)) };
  return syncMonitor.runOnce(orgId, source.ref, wish, async (tools) => {
    const askedAt = clock.now();
    const signal = options.signal ? AbortSignal.any([options.signal, tools.signal]) : tools.signal;
    await withLease({ leases: store.leases, clock, logger, times }, { orgId, lease: leaseOf(source.ref), signal }, async (turn) => {
      const runs = await runsOf(store, orgId, source.ref);
      const isFresh = (since: Date | undefined) => since !== undefined && runs.latest !== undefined && Date.parse(runs.latest.endedAt) >= since.getTime();
      if (isFresh(endedBefore) || (turn.hadToWait && confirmedMissing === undefined && isFresh(askedAt))) return;
      await pull(ports, { orgId, source, runs, fence: turn.fence, reach, confirmedMissing, options: { signal: turn.signal, onProgress: tools.onProgress } });
    });
  });
}

type Runs = { readonly latest: SyncRun | undefined; readonly complete: SyncRun | undefined };

async function runsOf({ sources }: Store, orgId: OrgId, ref: SourceRef): Promise<Runs> {
  const runs = (await sources.listRuns(orgId)).filter((run) => sourceRefText(run.source) === sourceRefText(ref)).sort((a, b) => b.endedAt.localeCompare(a.endedAt));
  return { latest: runs[0], complete: runs.find(({ outcome }) => outcome === 'complete') };
}

type Pull = { readonly orgId: OrgId; readonly source: PullSource; readonly runs: Runs; readonly fence: Fence; readonly reach: 'full' | 'changes'; readonly confirmedMissing: number | undefined; readonly options: RunOptions };
type RunEnd = Omit<SyncRun, 'source' | 'startedAt' | 'endedAt'>;

async function pull(ports: PullPorts, work: Pull): Promise<void> {
  const { clock, logger } = ports;
  const { source, fence, options } = work;
  const startedAt = clock.now().toISOString();
  const finish = async (record: Record, end: RunEnd) => {
    const run: SyncRun = { source: source.ref, startedAt, endedAt: clock.now().toISOString(), ...end };
    await record(run, fence);
    logger.info({ source: source.ref, outcome: run.outcome, received: run.received, expected: run.expected, isChangesOnly: run.fullAt !== undefined }, 'source pulled');
  };
  const fail = async (thrown: unknown) => {
    if (options.signal?.aborted) throw options.signal.reason instanceof AppError ? options.signal.reason : thrown;
    const error = toAppError(thrown);
    logger.warn({ source: source.ref, code: error.code, err: error }, 'source could not be pulled');
    await finish(source.recordFailure, { outcome: 'failed', received: 0, expected: null, why: error.sentence, facts: error.facts });
  };

  const known = new Set(source.knownIds(await ports.sourceLists.read(work.orgId)));
  const changes = await readChanges(work, known, clock.now()).catch((thrown: unknown) => ({ thrown }));
  if (changes && 'thrown' in changes) return fail(changes.thrown);
  if (changes) return finish(changes.record, { outcome: 'complete', received: changes.count, expected: changes.count, why: '', fullAt: changes.fullAt });

  const pulled = await source.pullAll(options).catch((thrown: unknown) => ({ thrown }));
  if ('thrown' in pulled) return fail(pulled.thrown);
  return finish(pulled.record, judge(pulled, known, work, clock.now().getTime()));
}

/** How a list that came is recorded. */
function judge({ list, ids }: { readonly list: SourceList<unknown>; readonly ids: readonly string[] }, known: ReadonlySet<string>, { runs, confirmedMissing }: Pull, nowMs: number): RunEnd {
  const received = list.items.length;
  if (list.kind === 'partial') return { outcome: 'partial', received, expected: list.expected, why: list.why, facts: list.facts };
  const listed = new Set(ids);
  const missing = [...known].filter((id) => !listed.has(id)).length;
  const shrink = suspectShrink({ known: known.size, missing, received, latest: runs.latest, nowMs, confirmedMissing });
  if (!shrink) return { outcome: 'complete', received, expected: received, why: '' };
  const { sentence, facts } = shrinkRemark(shrink, known.size);
  return { outcome: 'partial', received, expected: received, why: sentence, facts, shrink };
}

/** Undefined: the whole list has to be read. Changes are only ever taken on top of a complete run, and a full one comes at least daily. */
async function readChanges({ source, runs: { latest, complete }, reach, options }: Pull, known: ReadonlySet<string>, now: Date): Promise<{ readonly record: Record; readonly count: number; readonly fullAt: string } | undefined> {
  const fullAt = fullAtOf(complete);
  if (reach === 'full' || !source.pullChanges || !complete || latest !== complete || fullAt === null || now.getTime() - Date.parse(fullAt) >= dayMs) return undefined;
  const { changedCount, goneIds, record } = await source.pullChanges(new Date(Date.parse(complete.startedAt) - overlapMs), options);
  const missing = goneIds.filter((id) => known.has(id)).length;
  // Only a whole list can tell whether so many are really gone.
  if (suspectShrink({ known: known.size, missing, received: known.size - missing, latest, nowMs: now.getTime(), confirmedMissing: undefined })) return undefined;
  return { record, count: changedCount + goneIds.length, fullAt };
}
