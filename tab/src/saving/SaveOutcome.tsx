import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RowConflict } from '../../../contracts/mappings.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { texts as appTexts } from '../app/texts.js';
import { saveConflictText, saveRefusedText } from '../told/refusalText.js';
import { ConflictDialog } from './ConflictDialog.js';
import { RefusedDialog } from './RefusedDialog.js';
import { rowsWithout } from './saveAttempt.js';
import { texts } from './texts.js';
import type { Saving } from './useSave.js';
import { UndoOutcome } from './UndoOutcome.js';
import type { Undoing, UndoWish } from './useUndo.js';

type Props = {
  readonly saving: Saving;
  readonly undoing: Undoing;
  readonly nameOf: (tenantId: string) => string;
  /** Sends rows again (all of them, or "the other N"). */
  readonly onSave: (rows: Parameters<Saving['save']>[0]) => void;
  readonly onUndo: (changeSetId: string, wish: UndoWish) => void;
  readonly onReload: (conflicts: readonly RowConflict[]) => void;
  /** Where what was pressed to save leaves the page with the save. */
  readonly takesFocus?: boolean;
  /** Beside the summary of a save. */
  readonly children?: ReactNode;
};

/** What came of a save or an undo, and the ways on from there. */
export function SaveOutcome({ saving, undoing, nameOf, onSave, onUndo, onReload, takesFocus = false, children }: Props) {
  const dismiss = () => {
    saving.dismiss();
    undoing.dismiss();
  };
  if (undoing.state.kind === 'failed' || undoing.state.kind === 'answered') return <UndoOutcome undoing={undoing} onUndo={onUndo} onReload={onReload} onDismiss={dismiss} />;
  const { state } = saving;
  if (state.kind === 'failed') {
    return (
      <>
        <ErrorNotice error={state.error} onRetry={() => onSave(state.rows)} onDismiss={saving.dismiss} />
        <p className="minor">{texts.notLost}</p>
      </>
    );
  }
  if (state.kind !== 'answered') return null;
  const { result, rows } = state;
  switch (result.kind) {
    case 'saved': {
      const { summary } = result;
      const undo = (
        <Button size="small" disabledFocusable={undoing.state.kind === 'undoing'} onClick={() => onUndo(summary.changeSetId, {})}>
          {appTexts.undo}
        </Button>
      );
      return (
        <Notice key="saved" kind="success" actions={undo} onDismiss={dismiss} takesFocus={takesFocus}>
          {texts.saved(texts.summary(summary))} {result.isRepeat && texts.repeated}
          {children}
        </Notice>
      );
    }
    case 'unchanged':
      return (
        <Notice kind="info" onDismiss={dismiss}>
          {texts.unchanged(result.skipped)}
        </Notice>
      );
    case 'conflict': {
      const others = rowsWithout(rows, result.conflicts);
      const reload = () => {
        saving.dismiss();
        onReload(result.conflicts);
      };
      return (
        <ConflictDialog
          title={texts.conflictTitle}
          sentence={saveConflictText(result.sentence, result.conflicts.length)}
          conflicts={result.conflicts}
          otherCount={others.length}
          othersText={texts.saveOthers(others.length)}
          onOthers={() => onSave(others)}
          onReload={reload}
          onClose={saving.dismiss}
        />
      );
    }
    case 'refused': {
      const others = rowsWithout(rows, result.problems);
      return (
        <RefusedDialog
          sentence={saveRefusedText(result.sentence, result.problems.length)}
          problems={result.problems}
          nameOf={nameOf}
          otherCount={others.length}
          onSaveOthers={() => onSave(others)}
          onClose={saving.dismiss}
        />
      );
    }
  }
}
