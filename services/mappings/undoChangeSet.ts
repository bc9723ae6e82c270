import type { ChangeSetId } from '../domain/ids.js';
import type { UnitChange } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import { AppError } from '../runtime/errors.js';
import { changeSetHead, hashRequest } from './changeSetHead.js';
import type { MappingPorts } from './mappingPorts.js';
import { presentConflicts, type RowConflict } from './rowConflict.js';
import { summarizeChangeSet, type SaveSummary } from './saveSummary.js';

export type UndoResult = { kind: 'undone'; summary: SaveSummary; isRepeat: boolean } | { kind: 'conflict'; conflicts: RowConflict[]; sentence: string };

/** Puts every row of a ChangeSet back as it was before; refused as a whole, with the rows, where a later save touched one. */
export function undoChangeSet({ clock, sourceLists, store }: MappingPorts) {
  return async (caller: Caller, changeSetId: ChangeSetId): Promise<UndoResult> => {
    const { orgId } = caller;
    const changeSet = await store.mappings.findChangeSet(orgId, changeSetId);
    if (!changeSet) throw new AppError('not-found', 'no such change set', { sentence: 'There is no such save to undo.' });
    const changes: UnitChange[] = changeSet.entries.map(({ tenantId, psaConnectionId, before, after }) => ({ tenantId, psaConnectionId, baseVersion: after.version, links: before.links }));
    const head = changeSetHead(caller, {
      idempotencyKey: `undo:${changeSetId}`,
      requestHash: hashRequest(changeSetId),
      at: clock.now().toISOString(),
      undoes: changeSetId,
    });
    const outcome = await store.mappings.commit(orgId, { ...head, changes });
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'undone', summary: summarizeChangeSet(outcome.changeSet), isRepeat: outcome.isRepeat };
      case 'conflict':
        return {
          kind: 'conflict',
          conflicts: presentConflicts(outcome.conflicts, changes, await sourceLists.read(orgId)),
          sentence: 'Later saves touched some of these rows, so nothing was undone.',
        };
      case 'key-reused':
        throw new AppError('nothing-to-undo', 'the undo key belongs to another request');
    }
  };
}
