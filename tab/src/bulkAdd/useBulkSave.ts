import { useState, type Dispatch } from 'react';
import type { SaveRow } from '../../../contracts/mappings.js';
import { useTab } from '../app/useTab.js';
import { useSave, type Saving } from '../saving/useSave.js';
import { useUndo, type Undoing, type UndoWish } from '../saving/useUndo.js';
import { rowConflictText, rowProblemText } from '../told/refusalText.js';
import { choicesOf, type BulkAction, type BulkState } from './bulkState.js';

export type BulkSave = {
  readonly saving: Saving;
  readonly undoing: Undoing;
  /** What the person says of the save, for the history. */
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly save: (rows: readonly SaveRow[]) => Promise<void>;
  readonly undo: (changeSetId: string, wish: UndoWish) => Promise<void>;
};

/** Saving the page and taking the save back: what comes of either shows in the rows, and no choice is lost on the way. `onChanged`: links are others now. */
export function useBulkSave(state: BulkState, dispatch: Dispatch<BulkAction>, onChanged: () => void): BulkSave {
  const { api } = useTab();
  const saving = useSave();
  const undoing = useUndo();
  const [reason, setReason] = useState('');

  const save = async (wished: readonly SaveRow[]) => {
    undoing.dismiss();
    const tenantIds = wished.map(({ tenantId }) => tenantId);
    const choices = choicesOf(state, tenantIds);
    const result = await saving.save(wished, reason);
    switch (result?.kind) {
      case 'conflict':
        return dispatch({ kind: 'save-refused', rows: result.conflicts.map((row) => ({ tenantId: row.tenantId, sentence: rowConflictText(row) })) });
      case 'refused':
        return dispatch({ kind: 'save-refused', rows: result.problems.map((row) => ({ tenantId: row.tenantId, sentence: rowProblemText(row) })) });
      case 'saved':
        setReason('');
        dispatch({ kind: 'rows-saved', tenantIds, choices });
        return onChanged();
      case 'unchanged':
        return onChanged();
      case undefined:
    }
  };

  const undo = async (changeSetId: string, wish: UndoWish) => {
    const result = await undoing.undo(changeSetId, wish);
    // Of an undo in part the choices do not come back: others have saved something else.
    if (result?.kind === 'undone' && !wish.leaveOut) {
      // The choices come back on what is linked after the undo, and on the draft as the save left it: else they would be too late for it.
      const [after, news] = await Promise.all([api.call('listTenants', {}).catch(() => undefined), api.call('listDraft', { since: state.draft.version }).catch(() => undefined)]);
      if (after) dispatch({ kind: 'tenants-read', tenants: after.tenants });
      if (news) dispatch({ kind: 'draft-news', news });
      dispatch({ kind: 'save-undone' });
    }
    onChanged();
  };

  return { saving, undoing, reason, setReason, save, undo };
}
