import { Button } from '@fluentui/react-components';
import { useCallback, useRef, useState } from 'react';
import type { RestoreResult } from '../../../contracts/history.js';
import { toApiError, type ApiError } from '../apiError.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { Notice } from '../app/Notice.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { ChangedRows } from './ChangedRows.js';
import { ReasonField } from './ReasonField.js';
import { texts } from './texts.js';

type Props = {
  /** The save before which the state shall be restored. */
  readonly orgVersion: number;
  readonly onRestored: (result: Extract<RestoreResult, { kind: 'restored' }>) => void;
  readonly onClose: () => void;
};

const previewRows = 200;

/** What would change, row by row, before anything does. */
export function RestoreDialog({ orgVersion, onRestored, onClose }: Props) {
  const { api } = useTab();
  const load = useCallback((signal: AbortSignal) => api.call('previewRestore', { orgVersion: orgVersion - 1, limit: previewRows }, { signal }), [api, orgVersion]);
  const { data, error, reload } = useLoad(load);
  const [reason, setReason] = useState('');
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const [isOutdated, setIsOutdated] = useState(false);
  // The same wish keeps its key: sent again after a lost answer it is done once.
  const key = useRef({ seenVersion: -1, text: '' });

  const restore = async (seenVersion: number) => {
    if (key.current.seenVersion !== seenVersion) key.current = { seenVersion, text: crypto.randomUUID() };
    setIsRunning(true);
    setFailure(undefined);
    try {
      const result = await api.call('restoreState', { orgVersion: orgVersion - 1, seenVersion, idempotencyKey: key.current.text, reason });
      if (result.kind === 'restored') onRestored(result);
      else if (result.kind === 'outdated') setIsOutdated(true);
      else onClose();
    } catch (thrown) {
      setFailure(toApiError(thrown));
    } finally {
      setIsRunning(false);
    }
  };
  const lookAgain = () => {
    setIsOutdated(false);
    reload();
  };
  const actions = (
    <>
      {data && data.total > 0 && !isOutdated && (
        <Button appearance="primary" disabledFocusable={isRunning} onClick={() => void restore(data.seenVersion)}>
          {texts.restoreDo(data.total)}
        </Button>
      )}
      <Button onClick={onClose}>{appTexts.cancel}</Button>
    </>
  );
  return (
    <ModalDialog title={texts.restoreTitle(orgVersion)} onClose={onClose} actions={actions}>
      {error && <ErrorNotice error={error} onRetry={reload} />}
      {failure && <ErrorNotice error={failure} />}
      {isOutdated && (
        <Notice kind="warning" actions={<Button size="small" onClick={lookAgain}>{texts.lookAgain}</Button>}>
          {texts.outdated}
        </Notice>
      )}
      {!data && !error && <Spinner label={texts.loadingRows} className="page-spinner" />}
      {data?.total === 0 && <p>{texts.restoreNothing}</p>}
      {data && data.total > 0 && (
        <>
          <p>{texts.restoreText}</p>
          <ReasonField reason={reason} onChange={setReason} />
          <p>
            <strong>{texts.counts(data.counts)}</strong>
          </p>
          <ChangedRows rows={data.rows} />
          {data.rows.length < data.total && <p className="minor">{texts.moreNotShown(data.total - data.rows.length)}</p>}
        </>
      )}
    </ModalDialog>
  );
}
