import { Button } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { HistoryEntry } from '../../../contracts/history.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { formatInstant } from '../app/wording.js';
import { ChangedRows } from './ChangedRows.js';
import { ReasonField } from './ReasonField.js';
import { texts } from './texts.js';

type Props = {
  readonly entry: HistoryEntry;
  /** Was taken back by a later save. */
  readonly isUndone: boolean;
  readonly onUndo: (reason: string) => void;
  readonly onRestore: () => void;
  readonly onClose: () => void;
};

const pageSize = 200;

/** One save: its rows before and after, and the ways back. */
export function ChangeSetDialog({ entry, isUndone, onUndo, onRestore, onClose }: Props) {
  const { api, canMap } = useTab();
  const [limit, setLimit] = useState(pageSize);
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { changeSetId, orgVersion, actor, at, via } = entry;
  const load = useCallback((signal: AbortSignal) => api.call('getChangeSet', { limit: Math.min(limit, 1000) }, { signal, params: { changeSetId } }), [api, changeSetId, limit]);
  const { data, error, reload } = useLoad(load);

  if (isAsking && data) {
    const actions = (
      <>
        <Button appearance="primary" onClick={() => onUndo(reason.trim())}>
          {texts.undo}
        </Button>
        <Button onClick={() => setIsAsking(false)}>{appTexts.cancel}</Button>
      </>
    );
    return (
      <ModalDialog key="ask" title={texts.undoTitle(orgVersion)} onClose={onClose} actions={actions}>
        <p>{texts.undoText(data.total)}</p>
        <ReasonField reason={reason} onChange={setReason} />
      </ModalDialog>
    );
  }
  const actions = canMap && data && (
    <>
      <Button onClick={onRestore}>{texts.restore}</Button>
      {!isUndone && data.total > 0 && (
        <Button appearance="primary" onClick={() => setIsAsking(true)}>
          {texts.undo}
        </Button>
      )}
    </>
  );
  return (
    <ModalDialog key="rows" title={texts.save(orgVersion)} onClose={onClose} actions={actions || undefined}>
      <p>
        <bdi>{actor.name}</bdi> {texts.from[via]}, {formatInstant(at)}
      </p>
      {entry.reason !== '' && <p className="quoted">{entry.reason}</p>}
      {error && <ErrorNotice error={error} onRetry={reload} />}
      {!data && !error && <Spinner label={texts.loadingRows} className="page-spinner" />}
      {data && (
        <>
          <p className="minor">{texts.rows(data.total)}</p>
          <ChangedRows rows={data.rows} />
          {data.rows.length < Math.min(data.total, 1000) && <Button onClick={() => setLimit(limit + pageSize)}>{texts.moreRows(Math.min(pageSize, data.total - data.rows.length))}</Button>}
        </>
      )}
    </ModalDialog>
  );
}
