import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parseOrgId } from '../services/domain/ids.js';
import type { Services } from '../services/index.js';
import type { Clock } from '../services/runtime/clock.js';
import { toAppError } from '../services/runtime/errors.js';
import type { Logger } from '../services/runtime/logger.js';

type ScheduleParts = {
  readonly orgId: string;
  readonly services: Pick<Services, 'syncSources'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How old a list may become; 0: it is read at the start only, and when people ask. */
  readonly intervalMinutes: number;
  readonly signal: AbortSignal;
  /** When lists may have changed. Must not reject. */
  readonly afterPull?: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** Replaced in tests only. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** 0 up to, not including, 1. */
  readonly random?: () => number;
};

const minuteMs = 60_000;
/** Whoever restarts the app need not wait for lists that are this fresh. */
const freshAtStartMs = 15 * minuteMs;
/** So that a list which people read in between is not left until the next round. */
const looksPerInterval = 4;
/** Many processes, and many MSPs, must not ask at the same moment. */
const jitterShare = 0.2;

/** Reads each list when the interval is over, until `signal` ends it. Never rejects: what fails is logged, and the lists say so. */
export async function runSyncSchedule(parts: ScheduleParts): Promise<void> {
  const { intervalMinutes, clock, signal, wait = (ms, abort) => delay(ms, undefined, { signal: abort, ref: false }), random = () => randomInt(1_000_000) / 1_000_000 } = parts;
  const orgId = parseOrgId(parts.orgId);
  if (!orgId) return;
  const intervalMs = intervalMinutes * minuteMs;
  const pull = async (freshMs: number) => {
    try {
      await parts.services.syncSources({ orgId }, { signal, reach: 'changes', endedBefore: new Date(clock.now().getTime() - freshMs) });
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toAppError(thrown);
      parts.logger.error({ code: error.code, err: error }, 'scheduled sync failed');
    }
    await parts.afterPull?.(signal);
  };
  if (!signal.aborted) await pull(intervalMs > 0 ? Math.min(intervalMs, freshAtStartMs) : freshAtStartMs);
  while (intervalMs > 0 && !signal.aborted) {
    await wait((intervalMs / looksPerInterval) * (1 - jitterShare / 2 + jitterShare * random()), signal).catch(() => undefined);
    if (!signal.aborted) await pull(intervalMs);
  }
}
