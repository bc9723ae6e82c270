import { Button, ProgressBar } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useState, type Ref } from 'react';
import { useNow } from '../app/useNow.js';
import type { DraftState } from '../draft/draftState.js';
import { draftText } from '../draft/draftText.js';
import { ReasonField } from '../history/ReasonField.js';
import type { SaveProgress } from '../saving/useSave.js';
import { texts } from './texts.js';

type Props = {
  readonly ready: number;
  readonly need: number;
  readonly untried: number;
  readonly usedTwice: number;
  readonly isUsedTwiceShown: boolean;
  readonly onUsedTwice: () => void;
  /** Rows that the latest save did not take. */
  readonly notSaved: number;
  readonly isNotSavedShown: boolean;
  readonly onNotSaved: () => void;
  readonly progress: SaveProgress | undefined;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly draft: DraftState;
  readonly onReview: () => void;
  readonly onSave: () => void;
  readonly ref: Ref<HTMLElement>;
};

/** What a save would do, and the save. */
export function BulkFooter({ ready, need, untried, usedTwice, isUsedTwiceShown, onUsedTwice, notSaved, isNotSavedShown, onNotSaved, progress, reason, onReason, draft, onReview, onSave, ref }: Props) {
  const nowMs = useNow(30_000);
  const [isAsked, setAsked] = useState(false);
  const isReasonShown = isAsked || reason !== '';
  return (
    <footer ref={ref} className="footer">
      {progress ? (
        <div className="footer-progress">
          <span>{progress.text}</span>
          <ProgressBar aria-label={texts.save} max={Math.max(1, progress.total)} value={progress.done} />
        </div>
      ) : (
        <div className="footer-text">
          <strong>{texts.ready(ready)}</strong>
          {need > 0 && <span className="need">{texts.need(need)}</span>}
          {untried > 0 && <span>{texts.untried(untried)}</span>}
          {need === 0 && untried === 0 && <span>{texts.needNone}</span>}
          {(usedTwice > 0 || isUsedTwiceShown) && (
            <button type="button" className="link-button" aria-pressed={isUsedTwiceShown} onClick={onUsedTwice}>
              {isUsedTwiceShown ? texts.usedTwiceOn : texts.usedTwice(usedTwice)}
            </button>
          )}
          {(notSaved > 0 || isNotSavedShown) && (
            <button type="button" className="link-button need" aria-pressed={isNotSavedShown} onClick={onNotSaved}>
              {isNotSavedShown ? texts.usedTwiceOn : texts.notSaved(notSaved)}
            </button>
          )}
          {ready > 0 && !isReasonShown && (
            <button type="button" className="link-button add-reason" onClick={() => setAsked(true)}>
              {texts.addReason}
            </button>
          )}
        </div>
      )}
      {!progress && <span className="minor draft-text">{draftText(draft, nowMs)}</span>}
      {!progress && ready > 0 && isReasonShown && <ReasonField reason={reason} onChange={onReason} takesFocus={isAsked} />}
      {!progress && (
        <Button className="review-button" size="large" aria-haspopup="dialog" onClick={onReview}>
          {texts.reviewChanges}
        </Button>
      )}
      <Button className="save" appearance="primary" size="large" icon={<SaveRegular />} disabledFocusable={ready === 0 || progress !== undefined} onClick={onSave}>
        {texts.save}
      </Button>
    </footer>
  );
}
