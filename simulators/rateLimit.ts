import type { Clock } from '../services/runtime/clock.js';

/** So many requests in any stretch of time of this length. */
export type RateLimit = { readonly requests: number; readonly windowMs: number };

/** Counts a request of `key`; the answer is how many seconds (1 or more) to wait, or 0 when it may pass. A refused request counts as well. */
export type RateMeter = (key: string) => number;

export function createRateMeter(limit: RateLimit | undefined, clock: Clock): RateMeter {
  const times = new Map<string, number[]>();
  return (key) => {
    if (!limit) return 0;
    const now = clock.now().getTime();
    const recent = (times.get(key) ?? []).filter((time) => now - time < limit.windowMs);
    recent.push(now);
    times.set(key, recent);
    const blocking = recent.at(-1 - limit.requests);
    return blocking === undefined ? 0 : Math.max(1, Math.ceil((blocking + limit.windowMs - now) / 1000));
  };
}
