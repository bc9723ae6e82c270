import { createHash } from 'node:crypto';
import type { ChangeSetId } from '../domain/ids.js';
import type { ChangeSet, ChangeSetHead, UnitKey } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import { AppError } from '../runtime/errors.js';
import type { MappingPorts } from './mappingPorts.js';
import { planChanges, type RowProblem, type SaveRow } from './planChanges.js';
import { presentConflicts, type RowConflict } from './rowConflict.js';

export type SaveRequest = {
  /** Chosen by the client: new for each save that a person asks for, the same when that save is sent again. */
  readonly idempotencyKey: string;
  readonly rows: readonly SaveRow[];
};

export type SaveSummary = {
  changeSetId: ChangeSetId;
  at: string;
  added: number;
  changed: number;
  removed: number;
  /** Rows that already were as wished. */
  skipped: number;
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
  const { clock, connections, sourceLists, store } = ports;
  return async (caller: Caller, { idempotencyKey, rows }: SaveRequest, { onProgress }: SaveOptions = {}): Promise<SaveResult> => {
    const { orgId } = caller;
    const requestHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    const earlier = await store.mappings.findChangeSetByKey(orgId, idempotencyKey);
    if (earlier) return repeat(earlier, requestHash);

    const [sources, lists, units] = await Promise.all([connections.connectionsOf(orgId), sourceLists.read(orgId), store.mappings.listUnits(orgId)]);
    const at = clock.now().toISOString();
    const plan = await planChanges({ rows, lists, units, psaConnections: sources.psaConnections, decidedBy: caller.person, at }, (done) => onProgress?.('checking', done, rows.length));
    if (plan.problems.length > 0) return { kind: 'refused', problems: plan.problems, sentence: countSentence(plan.problems.length, 'row', 'can\'t be saved, so nothing was saved.') };
    if (plan.changes.length === 0) {
      // Nothing is left to change perhaps because the same request, sent twice, was saved while this one read.
      const meanwhile = await store.mappings.findChangeSetByKey(orgId, idempotencyKey);
      return meanwhile ? repeat(meanwhile, requestHash) : { kind: 'unchanged', skipped: plan.skipped.length };
    }

    const head = changeSetHead(caller, { idempotencyKey, requestHash, at, skipped: plan.skipped });
    const outcome = await store.mappings.commit(orgId, { ...head, changes: plan.changes }, (done, total) => onProgress?.('saving', done, total));
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'saved', summary: summarize(outcome.changeSet), isRepeat: outcome.isRepeat };
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
  return { kind: 'saved', summary: summarize(changeSet), isRepeat: true };
}

/** What every ChangeSet tells of itself, from the one who asks for it. */
export function changeSetHead(caller: Caller, rest: { idempotencyKey: string; requestHash: string; at: string; skipped?: readonly UnitKey[]; undoes?: ChangeSetId }): ChangeSetHead {
  const { idempotencyKey, requestHash, at, skipped = [], undoes = null } = rest;
  return { idempotencyKey, requestHash, actor: caller.person, via: caller.via, requestId: caller.requestId, at, undoes, skipped };
}

export function summarize({ changeSetId, at, entries, skipped }: ChangeSet): SaveSummary {
  const summary: SaveSummary = { changeSetId, at, added: 0, changed: 0, removed: 0, skipped: skipped.length };
  for (const { before, after } of entries) {
    const idsBefore = new Set(before.links.map((link) => link.companyId));
    const gained = after.links.some((link) => !idsBefore.has(link.companyId));
    const kept = after.links.filter((link) => idsBefore.has(link.companyId)).length;
    const lost = kept < idsBefore.size;
    if (gained && lost) summary.changed += 1;
    else if (gained) summary.added += 1;
    else if (lost) summary.removed += 1;
  }
  return summary;
}

function countSentence(count: number, noun: string, one: string, many = one): string {
  return count === 1 ? `One ${noun} ${one}` : `${count} ${noun}s ${many}`;
}
