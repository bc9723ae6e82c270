import { createHash } from 'node:crypto';
import type { ChangeSetId } from '../domain/ids.js';
import type { ChangeSetHead, UnitKey } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';

type Rest = { readonly idempotencyKey: string; readonly requestHash: string; readonly at: string; readonly skipped?: readonly UnitKey[]; readonly undoes?: ChangeSetId | null; readonly reason?: string };

/** What every ChangeSet tells of itself, from the one who asks for it. */
export function changeSetHead(caller: Caller, { idempotencyKey, requestHash, at, skipped = [], undoes = null, reason = '' }: Rest): ChangeSetHead {
  return { idempotencyKey, requestHash, actor: caller.person, via: caller.via, requestId: caller.requestId, at, undoes, reason, skipped };
}

/** SHA-256 (hex) of what was asked for, to tell a repetition from another request under the same key. */
export function hashRequest(request: string): string {
  return createHash('sha256').update(request).digest('hex');
}
