import { setTimeout as delay } from 'node:timers/promises';
import type { OrgId } from '../domain/ids.js';
import type { Clock } from '../runtime/clock.js';
import { AppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import type { Fence, LeaseStore } from '../storage/ports.js';

export type LeaseTimes = { readonly lastsMs: number; readonly askAgainMs: number };
type Parts = { readonly leases: LeaseStore; readonly clock: Clock; readonly logger: Logger; readonly times?: LeaseTimes | undefined };
type Work = { readonly orgId: OrgId; readonly lease: string; readonly signal?: AbortSignal | undefined };

/** A process that died holds a lease for so long; one that lives renews it three times in that. */
const usualTimes: LeaseTimes = { lastsMs: 30_000, askAgainMs: 500 };

/**
 * Runs `run` while no other process runs its own under the same lease; waits for its turn. The signal that `run` gets ends it when
 * another process took over. `hadToWait`: another one has just finished, or died.
 */
export async function withLease<Result>(parts: Parts, { orgId, lease, signal }: Work, run: (turn: { readonly fence: Fence; readonly hadToWait: boolean; readonly signal: AbortSignal }) => Promise<Result>): Promise<Result> {
  const { leases, clock, logger, times = usualTimes } = parts;
  const untilOf = () => new Date(clock.now().getTime() + times.lastsMs);
  const acquire = () => leases.acquire(orgId, lease, { now: clock.now(), until: untilOf() });
  let token = await acquire();
  const hadToWait = token === undefined;
  while (token === undefined) {
    await delay(times.askAgainMs, undefined, signal ? { signal } : {}).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : error;
    });
    token = await acquire();
  }

  const fence: Fence = { lease, token };
  const overtaken = new AbortController();
  const renewal = setInterval(() => {
    leases.renew(orgId, fence, untilOf()).then(
      (isOurs) => isOurs || overtaken.abort(new AppError('cancelled', `another process took ${lease} over`, { sentence: 'Another process has taken this work over.', facts: [{ code: 'taken-over' }] })),
      // The next one may succeed; if none does, the fence keeps us from writing.
      (error: unknown) => logger.warn({ err: error, lease }, 'a lease could not be renewed'),
    );
  }, times.lastsMs / 3);
  try {
    return await run({ fence, hadToWait, signal: signal ? AbortSignal.any([signal, overtaken.signal]) : overtaken.signal });
  } finally {
    clearInterval(renewal);
    await leases.release(orgId, fence).catch((error: unknown) => logger.warn({ err: error, lease }, 'a lease could not be released; it ends by itself'));
  }
}
