import { Button } from '@fluentui/react-components';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { texts as appTexts } from '../app/texts.js';
import { texts } from './texts.js';
import type { Dismissal } from './useDismissal.js';

/** What came of calling a change fine, and the way back. */
export function DismissalOutcome({ step, decide, dismiss }: Dismissal) {
  if (step.kind === 'idle' || step.kind === 'running') return null;
  if (step.kind === 'failed') return <ErrorNotice error={step.error} onDismiss={dismiss} />;
  if (step.kind === 'outdated') {
    return (
      <Notice kind="warning" takesFocus onDismiss={dismiss}>
        {texts.outdated}
      </Notice>
    );
  }
  const { change, isFine } = step;
  const undo = (
    <Button size="small" onClick={() => decide(change, false)}>
      {appTexts.undo}
    </Button>
  );
  return (
    <Notice kind="success" takesFocus onDismiss={dismiss} actions={isFine && undo}>
      {isFine ? texts.fineNow(change.tenantName, change.companyName) : texts.openAgain(change.tenantName, change.companyName)}
    </Notice>
  );
}
