import { Button } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import { useState } from 'react';
import { ModalDialog } from '../app/ModalDialog.js';
import { texts as appTexts } from '../app/texts.js';
import type { Concern } from './sourceHealthText.js';
import { texts } from './texts.js';
import type { RefreshWish } from './useRefresh.js';

type Props = { readonly concerns: readonly Concern[]; /** Undefined: the person may only look, or something is being read. */ readonly onRead: ((wish: RefreshWish) => void) | undefined };

/** What is wrong with which list, and what can be done about it. */
export function ConcernList({ concerns, onRead }: Props) {
  const [asked, setAsked] = useState<Concern>();
  const confirm = () => {
    if (asked?.source) onRead?.({ source: asked.source, confirmedMissing: asked.doubtedRows });
    setAsked(undefined);
  };
  return (
    <>
      <ul className="concerns">
        {concerns.map((concern) => (
          <li key={concern.key}>
            <Warning16Filled aria-hidden />
            <span>
              {concern.sentence}{' '}
              {onRead && concern.source && (
                <button type="button" className="link-button" aria-label={texts.retryOf(concern.name)} onClick={() => concern.source && onRead({ source: concern.source })}>
                  {texts.retry}
                </button>
              )}{' '}
              {onRead && concern.doubtedRows > 0 && (
                <button type="button" className="link-button" aria-label={texts.confirmOf(concern.name)} aria-haspopup="dialog" onClick={() => setAsked(concern)}>
                  {texts.confirm}
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {asked && (
        <ModalDialog
          title={texts.confirmTitle(asked.doubtedRows)}
          onClose={() => setAsked(undefined)}
          actions={
            <>
              <Button appearance="primary" onClick={confirm}>
                {texts.confirmYes}
              </Button>
              <Button onClick={() => setAsked(undefined)}>{appTexts.cancel}</Button>
            </>
          }
        >
          <p>{texts.confirmText(asked.name, asked.doubtedRows)}</p>
        </ModalDialog>
      )}
    </>
  );
}
