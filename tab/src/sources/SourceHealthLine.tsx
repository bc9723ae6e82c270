import { Button, Spinner } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { useNow } from '../app/useNow.js';
import { useTab } from '../app/useTab.js';
import { ConcernList } from './ConcernList.js';
import { sourceHealthText } from './sourceHealthText.js';
import { texts } from './texts.js';
import { useRefresh } from './useRefresh.js';

/** How many rows the lists hold, how old they are, what is being read, what is wrong with which list, and a way to read them again. */
export function SourceHealthLine() {
  const { connections, canMap } = useTab();
  const refresh = useRefresh();
  const { summary, reading, concerns } = sourceHealthText(connections, useNow(30_000));
  const isOwn = refresh.progress !== undefined;
  const lines = refresh.progress ?? reading;
  return (
    <div className="health">
      <div className="health-line">
        <span aria-live="off">{summary}</span>
        {canMap && (
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
      </div>
      {lines.length > 0 && (
        <div className="reading">
          <Spinner size="extra-tiny" />
          <span>
            {isOwn && lines.length === 1 && lines[0] === texts.refreshStarts ? lines[0] : texts.reading(lines.join(' · '))}
          </span>
        </div>
      )}
      {concerns.length > 0 && <ConcernList concerns={concerns} onRead={canMap && lines.length === 0 ? refresh.start : undefined} />}
      {refresh.error && <ErrorNotice error={refresh.error} onRetry={refresh.again} />}
    </div>
  );
}
