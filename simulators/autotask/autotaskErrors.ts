import type { Fault } from '../faults.js';
import type { Answer } from '../router.js';

/** The one shape of all of Autotask's refusals. */
export function autotaskError(status: number, ...errors: string[]): Answer {
  return { status, body: { errors } };
}

export const noPermissionText = 'The logged in Resource does not have the adequate permissions to query this entity type.';

/** Ready-made answers to queue with `faults.next`. */
export const autotaskFaults = {
  noPermission: { kind: 'status', ...autotaskError(403, noPermissionText) },
  /** A missing right that comes as a 500. */
  noPermissionAs500: { kind: 'status', ...autotaskError(500, noPermissionText) },
  threadThreshold: { kind: 'status', ...autotaskError(500, 'Thread Threshold Exceeded. (Itgenatr005)') },
  failed: { kind: 'status', ...autotaskError(500, 'An error occurred while processing the request.') },
} as const satisfies Record<string, Fault>;
