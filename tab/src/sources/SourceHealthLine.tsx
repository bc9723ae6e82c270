import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { lazyDialog } from '../app/lazyPart.js';
import { Spinner } from '../app/Spinner.js';
import { useNow } from '../app/useNow.js';
import { useTab } from '../app/useTab.js';
import { ConcernList } from './ConcernList.js';
import { sourceHealthText } from './sourceHealthText.js';
import { texts } from './texts.js';
import { useRefresh } from './useRefresh.js';

const MissingDialog = lazyDialog(async () => (await import('./MissingDialog.js')).MissingDialog);

/** How many rows the lists hold, how old they are, what is being read, what is wrong with which list, and a way to read them again. */
export function SourceHealthLine() {
  const { connections, canMap, session, goTo } = useTab();
  const refresh = useRefresh();
  const [isAsking, setIsAsking] = useState(false);
  const { summary, reading, concerns } = sourceHealthText(connections, useNow(30_000));
  const { partnerAccounts, psaConnections } = connections;
  const hasNone = partnerAccounts.length + psaConnections.length === 0;
  const isAdmin = session.role === 'admin';
  const lines = refresh.progress ?? reading;
  const isStarting = lines[0] === texts.refreshStarts;
  return (
    <div className="health">
      <div className="health-line">
        <span aria-live="off">{hasNone && isAdmin ? texts.noSourcesAdmin : summary}</span>
        {isAdmin && (partnerAccounts.length === 0 || psaConnections.length === 0) && (
          <button type="button" className="link-button" onClick={() => goTo('connections')}>
            {texts.openConnections}
          </button>
        )}
        {canMap && !hasNone && (
          <Button size="small" appearance="subtle" icon={<ArrowClockwiseRegular />} disabledFocusable={lines.length > 0} onClick={() => refresh.start()}>
            {texts.refresh}
          </Button>
        )}
        {canMap && lines.length > 0 && (
          <Button
            size="small"
            appearance="subtle"
            onClick={(event) => {
              refresh.cancel();
              event.currentTarget.parentElement?.querySelector('button')?.focus();
            }}
          >
            {texts.cancel}
          </Button>
        )}
        <Button size="small" appearance="subtle" aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
          {texts.missing}
        </Button>
      </div>
      {isAsking && <MissingDialog onClose={() => setIsAsking(false)} />}
      {lines.length > 0 && (
        <div className="reading">
          <Spinner />
          <span>{isStarting ? texts.refreshStarts : texts.reading(lines.join(' · '))}</span>
        </div>
      )}
      {concerns.length > 0 && <ConcernList concerns={concerns} onRead={canMap && lines.length === 0 ? refresh.start : undefined} />}
      {refresh.error && <ErrorNotice error={refresh.error} onRetry={refresh.again} />}
    </div>
  );
}
