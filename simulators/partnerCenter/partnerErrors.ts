import type { Fault } from '../faults.js';
import type { Answer } from '../router.js';

export function partnerError(status: number, code: number, description: string): Answer {
  return { status, body: { code, description, data: [], source: 'PartnerApiServiceCore' } };
}

export function throttledAnswer(retryAfterSeconds: number): Answer {
  return { status: 429, headers: { 'Retry-After': String(retryAfterSeconds) }, body: { statusCode: 429, message: `Rate limit is exceeded. Try again in ${retryAfterSeconds} seconds.` } };
}

/** Ready-made answers to queue with `faults.next`. */
export const partnerCenterFaults = {
  throttled: { kind: 'status', ...throttledAnswer(1) },
  needsMfa: { kind: 'status', ...partnerError(401, 900421, 'The request lacks the MFA claim.') },
  noPrivilege: { kind: 'status', ...partnerError(403, 900308, 'The caller has insufficient privileges.') },
  emptyForbidden: { kind: 'status', status: 403 },
  unavailable: { kind: 'status', ...partnerError(503, 503, 'The service is unavailable.') },
} as const satisfies Record<string, Fault>;
