import { Button } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { ConnectionView } from '../../../contracts/connections.js';
import { toApiError, type ApiError } from '../apiError.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { idOf } from './sourceKey.js';
import { texts } from './texts.js';

type Props = { readonly connection: ConnectionView; /** `unlinked`: so many links went as well. */ readonly onRemoved: (unlinked: number) => void; readonly onClose: () => void };

/** What a removal takes away and what stays, in numbers, before anything happens. */
export function RemoveConnectionDialog({ connection: { source, name, details }, onRemoved, onClose }: Props) {
  const { api } = useTab();
  const { kind } = source;
  const id = idOf(source);
  const load = useCallback((signal: AbortSignal) => api.call('previewRemoval', { kind, id }, { signal }), [api, kind, id]);
  const { data, error, reload } = useLoad(load);
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  const [unlinks, setUnlinks] = useState(false);
  const remove = async ({ version, linkCount }: { readonly version: number; readonly linkCount: number }) => {
    const unlink = unlinks && linkCount > 0 ? linkCount : null;
    setIsRunning(true);
    setFailure(undefined);
    try {
      await api.call('removeConnection', { source, seenVersion: version, unlink });
      onRemoved(unlink ?? 0);
    } catch (thrown) {
      setFailure(toApiError(thrown));
      setIsRunning(false);
    }
  };
  const actions = (
    <>
      {data && (
        <Button appearance="primary" disabledFocusable={isRunning} onClick={() => void remove(data)}>
          {isRunning ? texts.removing : texts.removeDo}
        </Button>
      )}
      <Button onClick={onClose}>{appTexts.cancel}</Button>
    </>
  );
  return (
    <ModalDialog title={texts.removeTitle(name)} onClose={onClose} actions={actions}>
      {error && <ErrorNotice error={error} onRetry={reload} />}
      {failure && <ErrorNotice error={failure} onRetry={() => { setFailure(undefined); reload(); }} />}
      {!data && !error && <Spinner label={texts.removeLoading} className="page-spinner" />}
      {data && (
        <>
          <ul className="removal">
            <li>{texts.removeRows(data.rowCount, data.rows)}</li>
            {!(unlinks && data.linkCount > 0) && <li>{texts.removeLinks(data.linkCount)}</li>}
            <li>{details?.file ? texts.removeFile : texts.removeSecrets}</li>
          </ul>
          {data.linkCount > 0 && (
            <label className="check">
              <input type="checkbox" checked={unlinks} onChange={(event) => setUnlinks(event.target.checked)} />
              {texts.removeUnlink(data.linkCount)}
            </label>
          )}
        </>
      )}
    </ModalDialog>
  );
}
