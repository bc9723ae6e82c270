import type { Clock } from '../../services/runtime/clock.js';
import { AppError } from '../../services/runtime/errors.js';

/** Throws AppError `too-many-requests` when `key` (an address, a person) has asked too often. */
export type RateLimit = { take(key: string): void };

type Bucket = { readonly tokens: number; readonly atMs: number };
type Options = { readonly perSecond: number; /** How many at once after a pause. */ readonly burst: number; readonly clock: Clock; readonly maxKeys?: number };

/** A token bucket per key. At most `maxKeys` are remembered; the one unused for longest goes first. */
export function createRateLimit({ perSecond, burst, clock, maxKeys = 10_000 }: Options): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const atMs = clock.now().getTime();
      const { tokens, atMs: thenMs } = buckets.get(key) ?? { tokens: burst, atMs };
      const available = Math.min(burst, tokens + (Math.max(0, atMs - thenMs) / 1000) * perSecond);
      const isAllowed = available >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: isAllowed ? available - 1 : available, atMs });
      const [oldest] = buckets.keys();
      if (buckets.size > maxKeys && oldest !== undefined) buckets.delete(oldest);
      if (!isAllowed) throw new AppError('too-many-requests', 'rate limit', { isRetryable: true, retryAfterSeconds: Math.max(1, (1 - available) / perSecond) });
    },
  };
}
