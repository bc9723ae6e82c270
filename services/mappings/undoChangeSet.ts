import type { ChangeSetId } from '../domain/ids.js';
import { unitKeyText, type UnitChange, type UnitKey } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import { AppError } from '../runtime/errors.js';
import { changeSetHead, hashRequest } from './changeSetHead.js';
import { findChangeSet } from './history/getChangeSet.js';
import type { MappingPorts } from './mappingPorts.js';
import { presentConflicts, type RowConflict } from './rowConflict.js';
import { summarizeChangeSet, type SaveSummary } from './saveSummary.js';

export type UndoRequest = {
  /** Why, for the history. */
  readonly reason?: string;
  /** Rows to leave as they are: "undo the other N". */
  readonly leaveOut?: readonly UnitKey[];
};
/** `otherCount`: how many rows could still be undone without those of the conflict. */
export type UndoResult = { kind: 'undone'; summary: SaveSummary; isRepeat: boolean } | { kind: 'conflict'; conflicts: RowConflict[]; otherCount: number; sentence: string };

/**
 * Puts every row of a ChangeSet back as it was before; refused as a whole, with the rows, where a later save touched one. An undo is a
 * ChangeSet too, so that it can be undone. AppError `not-found`, or `nothing-to-undo` when every row is left out.
 */
export function undoChangeSet({ clock, sourceLists, store }: MappingPorts) {
  return async (caller: Caller, changeSetId: ChangeSetId, { reason = '', leaveOut = [] }: UndoRequest = {}): Promise<UndoResult> => {
    const { orgId } = caller;
    const changeSet = await findChangeSet(store, orgId, changeSetId);
    const left = new Set(leaveOut.map(unitKeyText));
    const entries = changeSet.entries.filter((entry) => !left.has(unitKeyText(entry)));
    if (entries.length === 0) throw new AppError('nothing-to-undo', 'every row is left out', { sentence: 'No row is left to undo.', facts: [{ code: 'nothing-left-to-undo' }] });
    const changes: UnitChange[] = entries.map(({ tenantId, psaConnectionId, before, after }) => ({ tenantId, psaConnectionId, baseVersion: after.version, links: before.links }));
    const rest = left.size === 0 ? '' : `:${hashRequest([...left].sort().join('\n\n'))}`;
    const head = changeSetHead(caller, { idempotencyKey: `undo:${changeSetId}${rest}`, requestHash: hashRequest(`${changeSetId}${rest}`), at: clock.now().toISOString(), undoes: changeSetId, reason });
    const outcome = await store.mappings.commit(orgId, { ...head, changes });
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'undone', summary: summarizeChangeSet(outcome.changeSet), isRepeat: outcome.isRepeat };
      case 'conflict':
        return {
          kind: 'conflict',
          conflicts: presentConflicts(outcome.conflicts, changes, await sourceLists.read(orgId)),
          otherCount: changes.length - outcome.conflicts.length,
          sentence: 'Later saves touched some of these rows, so nothing was undone.',
        };
      case 'key-reused':
        throw new AppError('nothing-to-undo', 'the undo key belongs to another request');
    }
  };
}
