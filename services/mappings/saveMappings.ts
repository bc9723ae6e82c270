import type { ChangeSet } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import { AppError } from '../runtime/errors.js';
import { changeSetHead, hashRequest } from './changeSetHead.js';
import { settleDraft } from './draft/settleDraft.js';
import type { MappingPorts } from './mappingPorts.js';
import { planChanges } from './planChanges.js';
import { readMappingState } from './readMappingState.js';
import { presentConflicts, type RowConflict } from './rowConflict.js';
import type { RowProblem, SaveRow } from './saveRow.js';
import { summarizeChangeSet, type SaveSummary } from './saveSummary.js';

export type SaveRequest = {
  /** Chosen by the client: new for each save that a person asks for, the same when that save is sent again. */
  readonly idempotencyKey: string;
  readonly rows: readonly SaveRow[];
  /** Why, for the history. */
  readonly reason?: string | undefined;
};

/** All or nothing: only `saved` has changed anything. */
export type SaveResult =
  | { kind: 'saved'; summary: SaveSummary; /** true: this key had been saved before; this is that answer. */ isRepeat: boolean }
  | { kind: 'unchanged'; skipped: number }
  | { kind: 'conflict'; conflicts: RowConflict[]; sentence: string }
  | { kind: 'refused'; problems: RowProblem[]; sentence: string };

export type SaveOptions = { readonly onProgress?: ((phase: 'checking' | 'saving', done: number, total: number) => void) | undefined };

/**
 * The one way in which links come to be, from the tab and from chat alike.
 * A key that was saved before answers what it answered then; with other rows it is refused (AppError `key-reused`).
 */
export function saveMappings(ports: MappingPorts) {
  const { clock, store } = ports;
  const settle = settleDraft(ports);
  return async (caller: Caller, { idempotencyKey, rows, reason = '' }: SaveRequest, { onProgress }: SaveOptions = {}): Promise<SaveResult> => {
    const { orgId } = caller;
    const requestHash = hashRequest(JSON.stringify(rows));
    const earlier = await store.mappings.findChangeSetByKey(orgId, idempotencyKey);
    const settled = async (changeSet: ChangeSet, result: SaveResult) => {
      await settle(orgId, [...changeSet.entries, ...changeSet.skipped].map((row) => row.tenantId));
      return result;
    };
    if (earlier) return settled(earlier, repeat(earlier, requestHash));

    const { sources, lists, units } = await readMappingState(ports, orgId);
    const at = clock.now().toISOString();
    const plan = await planChanges({ rows, lists, units, psaConnections: sources.psaConnections, decidedBy: caller.person, at }, (done) => onProgress?.('checking', done, rows.length));
    if (plan.problems.length > 0) return { kind: 'refused', problems: plan.problems, sentence: countSentence(plan.problems.length, 'row', "can't be saved, so nothing was saved.") };
    if (plan.changes.length === 0) {
      // Nothing is left to change perhaps because the same request, sent twice, was saved while this one read.
      const meanwhile = await store.mappings.findChangeSetByKey(orgId, idempotencyKey);
      return meanwhile ? repeat(meanwhile, requestHash) : { kind: 'unchanged', skipped: plan.skipped.length };
    }

    const head = changeSetHead(caller, { idempotencyKey, requestHash, at, skipped: plan.skipped, reason });
    const outcome = await store.mappings.commit(orgId, { ...head, changes: plan.changes }, (done, total) => onProgress?.('saving', done, total));
    switch (outcome.kind) {
      case 'saved':
        return settled(outcome.changeSet, { kind: 'saved', summary: summarizeChangeSet(outcome.changeSet), isRepeat: outcome.isRepeat });
      case 'key-reused':
        return repeat(outcome.changeSet, requestHash);
      case 'conflict':
        return {
          kind: 'conflict',
          conflicts: presentConflicts(outcome.conflicts, plan.changes, lists),
          sentence: countSentence(outcome.conflicts.length, 'row', 'changed since you saw it, so nothing was saved.', 'changed since you saw them, so nothing was saved.'),
        };
    }
  };
}

function repeat(changeSet: ChangeSet, requestHash: string): SaveResult {
  if (changeSet.requestHash !== requestHash) throw new AppError('key-reused', 'the idempotency key belongs to another request');
  return { kind: 'saved', summary: summarizeChangeSet(changeSet), isRepeat: true };
}

function countSentence(count: number, noun: string, one: string, many = one): string {
  return count === 1 ? `One ${noun} ${one}` : `${count} ${noun}s ${many}`;
}
