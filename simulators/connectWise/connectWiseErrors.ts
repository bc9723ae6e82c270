import type { Fault } from '../faults.js';
import type { Answer } from '../router.js';

export function connectWiseError(status: number, code: string, message: string): Answer {
  return { status, body: { code, message, errors: null } };
}

export function throttledAnswer(retryAfterSeconds: number): Answer {
  return { ...connectWiseError(429, 'TooManyRequests', 'The number of requests exceeds the limit.'), headers: { 'Retry-After': String(retryAfterSeconds) } };
}

/** Ready-made answers to queue with `faults.next`. The misspelling is the product's. */
export const connectWiseFaults = {
  timedOut: { kind: 'status', ...connectWiseError(500, 'ConnectWiseApi', 'A timeout has occured. Please try again.') },
  throttled: { kind: 'status', ...throttledAnswer(1) },
  noPermission: { kind: 'status', ...connectWiseError(403, 'Security', 'You do not have security permission to perform this action.') },
} as const satisfies Record<string, Fault>;
