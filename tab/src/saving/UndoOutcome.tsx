import type { RowConflict } from '../../../contracts/mappings.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { undoConflictText } from '../told/refusalText.js';
import { ConflictDialog } from './ConflictDialog.js';
import { texts } from './texts.js';
import type { Undoing, UndoWish } from './useUndo.js';

type Props = {
  readonly undoing: Undoing;
  /** Sends the undo again, or that of the other rows. */
  readonly onUndo: (changeSetId: string, wish: UndoWish) => void;
  readonly onReload: (conflicts: readonly RowConflict[]) => void;
  readonly onDismiss?: () => void;
};

/** What came of an undo, and the ways on from there. */
export function UndoOutcome({ undoing, onUndo, onReload, onDismiss = undoing.dismiss }: Props) {
  const { state } = undoing;
  if (state.kind === 'failed') return <ErrorNotice error={state.error} onRetry={() => onUndo(state.changeSetId, state.wish)} onDismiss={undoing.dismiss} />;
  if (state.kind !== 'answered') return null;
  const { result, changeSetId, wish } = state;
  if (result.kind === 'undone') {
    return (
      <Notice key="undone" kind="success" onDismiss={onDismiss}>
        {texts.undone} {texts.summary(result.summary)}.
      </Notice>
    );
  }
  const { conflicts, otherCount, sentence } = result;
  const leaveOut = [...(wish.leaveOut ?? []), ...conflicts.map(({ tenantId, psaConnectionId }) => ({ tenantId, psaConnectionId }))];
  const reload = () => {
    onDismiss();
    onReload(conflicts);
  };
  return (
    <ConflictDialog
      title={texts.undoConflictTitle}
      sentence={undoConflictText(sentence)}
      conflicts={conflicts}
      otherCount={otherCount}
      othersText={texts.undoOthers(otherCount)}
      onOthers={() => onUndo(changeSetId, { ...wish, leaveOut })}
      onReload={reload}
      onClose={undoing.dismiss}
    />
  );
}
