import { Button, ProgressBar } from '@fluentui/react-components';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { texts } from './texts.js';
import type { AutoMap } from './useAutoMap.js';

/** How far auto-map is, and what came of it. */
export function AutoMapNotice({ autoMap: { state, start, cancel, dismiss } }: { readonly autoMap: AutoMap }) {
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return (
        <div className="run-line">
          <span>
            {texts.autoMapRunning(state.against)}: {state.total > 0 ? texts.autoMapProgress(state.done, state.total) : texts.autoMapStarts(state.against)}
          </span>
          <ProgressBar aria-label={texts.autoMapRunning(state.against)} max={Math.max(1, state.total)} value={state.done} />
          <Button size="small" onClick={cancel}>
            {texts.cancel}
          </Button>
        </div>
      );
    case 'ended':
      return (
        <Notice kind="info" onDismiss={dismiss}>
          {state.sentence}
        </Notice>
      );
    case 'failed':
      return <ErrorNotice error={state.error} onRetry={() => start(state.psaConnectionId)} onDismiss={dismiss} />;
  }
}
