import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { texts } from './texts.js';
import type { useExport } from './useExport.js';

/** What came of an export. */
export function TransferLines({ exporting }: { readonly exporting: ReturnType<typeof useExport> }) {
  const { state, start, dismiss } = exporting;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <Notice kind="info">{texts.exporting}</Notice>;
    case 'done':
      return (
        <Notice kind="success" onDismiss={dismiss}>
          {texts.exported(state.fileName)}
        </Notice>
      );
    case 'failed':
      return <ErrorNotice error={state.error} onRetry={() => start(state.format)} onDismiss={dismiss} />;
  }
}
