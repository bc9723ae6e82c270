import { Button, Spinner } from '@fluentui/react-components';
import { ArrowClockwiseRegular, Warning16Filled } from '@fluentui/react-icons';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { useNow } from '../app/useNow.js';
import { useTab } from '../app/useTab.js';
import { sourceHealthText } from './sourceHealthText.js';
import { texts } from './texts.js';
import { useRefresh } from './useRefresh.js';

/** How many rows the lists hold, how old they are, what is wrong with them, and a way to read them again. */
export function SourceHealthLine() {
  const { connections, canMap } = useTab();
  const refresh = useRefresh();
  const { summary, reading, concerns } = sourceHealthText(connections, useNow(30_000));
  return (
    <div className="health">
      <div className="health-line">
        <span aria-live="off">{refresh.progress ?? summary}</span>
        {canMap && (
          <Button size="small" appearance="subtle" icon={<ArrowClockwiseRegular />} disabledFocusable={refresh.progress !== undefined} onClick={refresh.start}>
            {texts.refresh}
          </Button>
        )}
        {refresh.progress !== undefined && (
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
      {reading !== '' && refresh.progress === undefined && (
        <p className="reading">
          <Spinner size="extra-tiny" /> {reading}
        </p>
      )}
      {concerns.length > 0 && (
        <ul className="concerns">
          {concerns.map((concern) => (
            <li key={concern}>
              <Warning16Filled aria-hidden /> {concern}
            </li>
          ))}
        </ul>
      )}
      {refresh.error && <ErrorNotice error={refresh.error} onRetry={refresh.start} />}
    </div>
  );
}
