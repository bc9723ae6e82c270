import { useCallback } from 'react';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { ModalDialog } from '../app/ModalDialog.js';
import { Spinner } from '../app/Spinner.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { formatInstant } from '../app/wording.js';
import { BeforeAfter } from './ChangedRows.js';
import { texts } from './texts.js';

type Props = { readonly tenantId: string; readonly tenantName: string; readonly psaConnectionId: string; readonly onClose: () => void };

/** Everything that happened to one tenant in one PSA, newest first. */
export function TimelineDialog({ tenantId, tenantName, psaConnectionId, onClose }: Props) {
  const { api } = useTab();
  const load = useCallback((signal: AbortSignal) => api.call('listUnitHistory', { tenantId, psaConnectionId, limit: 100 }, { signal }), [api, tenantId, psaConnectionId]);
  const { data, error, reload } = useLoad(load);
  return (
    <ModalDialog title={texts.timelineTitle(tenantName)} onClose={onClose}>
      {error && <ErrorNotice error={error} onRetry={reload} />}
      {!data && !error && <Spinner label={texts.loading} className="page-spinner" />}
      {data?.entries.length === 0 && <p>{texts.timelineEmpty}</p>}
      {data && data.entries.length > 0 && (
        <ol className="row-list">
          {data.entries.map(({ changeSetId, orgVersion, at, actor, via, reason, undoes, before, after }) => (
            <li key={changeSetId}>
              <BeforeAfter before={before} after={after} />
              <span className="minor block">
                <bdi>{actor.name}</bdi> {texts.from[via]}, {formatInstant(at)} · {undoes === null ? texts.save(orgVersion) : texts.undoOf(undefined)}
              </span>
              {reason !== '' && <p className="quoted">{reason}</p>}
            </li>
          ))}
        </ol>
      )}
    </ModalDialog>
  );
}
