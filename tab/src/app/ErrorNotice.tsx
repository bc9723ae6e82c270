import { Button } from '@fluentui/react-components';
import { useContext } from 'react';
import type { ApiError } from '../apiError.js';
import { Notice } from './Notice.js';
import { OriginalWords } from './OriginalWords.js';
import { texts } from './texts.js';
import { TabContext } from './useTab.js';

type Props = { readonly error: ApiError; readonly onRetry?: () => void; readonly onDismiss?: () => void };

/** A failed call: what went wrong, the reference, and a way on. Who has been signed out meanwhile is asked by Teams first. */
export function ErrorNotice({ error, onRetry, onDismiss }: Props) {
  const host = useContext(TabContext)?.host;
  const { sentence, requestId } = error.problem;
  const isSignedOut = error.kind === 'signed-out' && host !== undefined;
  const retry = () => {
    // Whether Teams could sign the person in shows when the call is made again.
    if (isSignedOut) void host.signIn().then(onRetry, onRetry);
    else onRetry?.();
  };
  return (
    <Notice
      kind="error"
      {...(onDismiss ? { onDismiss } : {})}
      actions={
        onRetry && (
          <Button size="small" onClick={retry}>
            {isSignedOut ? texts.signInAgain : texts.tryAgain}
          </Button>
        )
      }
    >
      {sentence}
      <OriginalWords text={error.original} />
      {requestId !== '' && <span className="minor block">{texts.requestId(requestId)}</span>}
    </Notice>
  );
}
