import type { Company } from '../domain/company.js';
import type { OrgId } from '../domain/ids.js';
import type { Tenant } from '../domain/tenant.js';
import type { Known } from '../matching/known.js';
import type { MatchOptions } from '../matching/matchTenants.js';
import { AppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import { createSlots } from '../runtime/slots.js';
import { startLiveMatcher, type LiveMatcher, type MatcherLimits } from './liveMatcher.js';
import { sendCompanies, sendParts } from './sendJob.js';

export type MatchJob = {
  readonly tenants: readonly Tenant[];
  /** The same array again costs nothing; of another one only what changed is sent. */
  readonly companies: readonly Company[];
  /** Tells apart the sets of companies that one organization asks about in turn. */
  readonly companySet: string;
  readonly known: Known;
};

/** The matcher on a thread of its own, so that nobody else has to wait for it. */
export type MatcherThread = {
  /**
   * As `matchTenants`, but outcomes are only handed out: each once, in input order. At most two runs of an organization go at a time, the
   * others wait in line. Rejects with the signal's reason at once, and with AppError `internal` when the thread dies; the next run then
   * starts a new one.
   */
  match(orgId: OrgId, job: MatchJob, options?: MatchOptions): Promise<void>;
  /** Ends what is running. */
  close(): Promise<void>;
};

const runsPerOrganization = 2;
const defaultLimits: MatcherLimits = { idleMs: 10 * 60_000, companies: 150_000 };

/** The thread is started when it is first needed and ends when every organization was idle for a while. */
export function createMatcherThread({ logger, limits = defaultLimits }: { readonly logger: Logger; readonly limits?: MatcherLimits }): MatcherThread {
  const runSlots = createSlots(runsPerOrganization);
  const updateSlots = createSlots(1);
  let live: LiveMatcher | undefined;
  let closed: AppError | undefined;

  function ensureLive(): LiveMatcher {
    if (closed) throw closed;
    if (live) return live;
    const started = startLiveMatcher({ logger, limits, onGone: () => live === started && (live = undefined) });
    live = started;
    return started;
  }

  async function run(orgId: OrgId, { tenants, companies, companySet, known }: MatchJob, { signal, onProgress, onOutcomes, thresholds }: MatchOptions): Promise<void> {
    signal?.throwIfAborted();
    const thread = ensureLive();
    let told = 0;
    const current = thread.beginRun((outcomes) => {
      told += outcomes.length;
      onOutcomes?.([...outcomes]);
      onProgress?.(told, tenants.length);
    });
    const abort = () => {
      thread.post({ kind: 'abort', id: current.id });
      current.end(signal?.reason instanceof Error ? signal.reason : new AppError('cancelled', 'aborted'));
    };
    signal?.addEventListener('abort', abort, { once: true });
    const matcher = thread.matchers.use(`${orgId}\n${companySet}`);
    try {
      await updateSlots.use(matcher.name, signal, () => sendCompanies(thread, matcher, current, companies));
      await sendParts(thread, current, tenants, known);
      onProgress?.(0, tenants.length);
      thread.post({ kind: 'run', id: current.id, matcher: matcher.name, thresholds });
      await current.ended;
    } finally {
      signal?.removeEventListener('abort', abort);
      current.end(new AppError('cancelled', 'the run is over'));
      matcher.running.delete(current.ended);
      thread.matchers.letGo(matcher);
    }
  }

  return {
    match: (orgId, job, options = {}) => runSlots.use(orgId, options.signal, () => run(orgId, job, options)),
    async close() {
      closed = new AppError('cancelled', 'the matcher is closed');
      await live?.stop(closed);
    },
  };
}
