import { Button } from '@fluentui/react-components';
import type { ApiError } from '../apiError.js';
import { Notice } from './Notice.js';
import { OriginalWords } from './OriginalWords.js';
import { texts } from './texts.js';

type Props = { readonly error: ApiError; readonly onRetry?: () => void; readonly onDismiss?: () => void };

/** A failed call: what went wrong, the reference, and a way on. */
export function ErrorNotice({ error, onRetry, onDismiss }: Props) {
  const { sentence, requestId } = error.problem;
  return (
    <Notice
      kind="error"
      {...(onDismiss ? { onDismiss } : {})}
      actions={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {texts.tryAgain}
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
