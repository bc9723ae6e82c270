import type { Fault } from '../faults.js';
import type { Answer } from '../router.js';

export function connectWiseError(status: number, code: string, message: string): Answer {
  return { status, body: { code, message, errors: null } };
}

/** Ready-made answers to queue with `faults.next`. The misspelling is the product's. */
export const connectWiseFaults = {
  timedOut: { kind: 'status', status: 500, body: { code: 'ConnectWiseApi', message: 'A timeout has occured. Please try again.', errors: null } },
  throttled: { kind: 'status', status: 429, headers: { 'Retry-After': '1' }, body: { code: 'TooManyRequests', message: 'The number of requests exceeds the limit.', errors: null } },
  noPermission: { kind: 'status', status: 403, body: { code: 'Security', message: 'You do not have security permission to perform this action.', errors: null } },
} as const satisfies Record<string, Fault>;
