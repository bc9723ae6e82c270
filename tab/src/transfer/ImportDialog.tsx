import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImportResult } from '../../../contracts/transfer.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { Notice } from '../app/Notice.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { ChangedRows } from '../history/ChangedRows.js';
import { ReasonField } from '../history/ReasonField.js';
import { remarkText } from '../remarks/remarkText.js';
import { texts } from './texts.js';
import { useImport } from './useImport.js';

type Props = { readonly onDone: (result: Exclude<ImportResult, { kind: 'outdated' }>) => void; readonly onClose: () => void };

/** A file, what it would change, and the import. */
export function ImportDialog({ onDone, onClose }: Props) {
  const { state, error, look, lookAgain, importShown, chooseOther } = useImport(onDone);
  const [reason, setReason] = useState('');
  const shown = state.kind === 'shown' ? state : undefined;
  const { counts, rows = [], refused = [] } = shown?.preview ?? {};
  const changeCount = counts ? counts.added + counts.changed + counts.removed : 0;
  const actions = (
    <>
      {shown && changeCount > 0 && !shown.isOutdated && (
        <Button appearance="primary" disabledFocusable={shown.isImporting} onClick={() => importShown(shown.preview, reason.trim())}>
          {texts.importNow(changeCount)}
        </Button>
      )}
      {state.kind !== 'choosing' && state.kind !== 'reading' && <Button onClick={chooseOther}>{texts.otherFile}</Button>}
      <Button onClick={onClose}>{appTexts.cancel}</Button>
    </>
  );
  return (
    <ModalDialog title={texts.title} onClose={onClose} actions={actions}>
      {state.kind === 'choosing' && (
        <>
          <p>{texts.intro}</p>
          <label className="reason-field">
            {texts.choose}
            <input
              type="file"
              accept=".csv,.tsv,.txt,.json,.jsonl,text/csv,application/json"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                if (chosen) look(chosen);
              }}
            />
          </label>
        </>
      )}
      {state.kind === 'reading' && <Spinner label={texts.reading} className="page-spinner" />}
      {state.kind === 'failed' && <ErrorNotice error={state.error} onRetry={lookAgain} />}
      {error && <ErrorNotice error={error} />}
      {shown?.isOutdated && (
        <Notice
          kind="warning"
          actions={
            <Button size="small" onClick={lookAgain}>
              {texts.lookAgain}
            </Button>
          }
        >
          {texts.outdated}
        </Notice>
      )}
      {counts && (
        <>
          <p role="status">
            <strong>{changeCount === 0 && counts.refused === 0 ? texts.nothing : texts.counts(counts)}</strong>
          </p>
          {counts.refused > 0 && (
            <Notice kind="warning">
              {texts.refused(counts.refused)}
              <ul>
                {refused.slice(0, 20).map(({ line, ...why }) => (
                  <li key={`${line}/${why.sentence}`}>
                    {texts.refusedLine(line, remarkText(why))}
                  </li>
                ))}
              </ul>
              {counts.refused > 20 && texts.more(counts.refused - 20)}
            </Notice>
          )}
          {changeCount > 0 && (
            <>
              <ReasonField reason={reason} onChange={setReason} />
              <h3>{texts.changes}</h3>
              <ChangedRows rows={rows} />
              {rows.length < changeCount && <p className="minor">{texts.more(changeCount - rows.length)}</p>}
            </>
          )}
        </>
      )}
    </ModalDialog>
  );
}
