import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { OriginalWords } from './OriginalWords.js';
import { texts } from './texts.js';

type Props = {
  readonly title: string;
  readonly text: string;
  /** English words of the server that say more than `text`. */
  readonly original?: string;
  readonly requestId?: string;
  readonly actionText?: string;
  readonly onAction?: () => void;
  readonly isBusy?: boolean;
  readonly children?: ReactNode;
};

/** A whole page that has nothing else to show: signed out, failed, outside of Teams, empty. */
export function StatePage({ title, text, original = '', requestId = '', actionText, onAction, isBusy = false, children }: Props) {
  return (
    <main className="state-page">
      <div className="state-card">
        <h1>{title}</h1>
        <p>
          {text}
          <OriginalWords text={original} />
        </p>
        {requestId !== '' && <p className="minor">{texts.requestId(requestId)}</p>}
        {actionText !== undefined && onAction && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={onAction}>
            {actionText}
          </Button>
        )}
        {children}
      </div>
    </main>
  );
}
