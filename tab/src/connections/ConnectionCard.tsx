import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowUploadRegular, Warning16Filled } from '@fluentui/react-icons';
import type { ConnectionView } from '../../../contracts/connections.js';
import { ActionMenu, type MenuAction } from '../app/ActionMenu.js';
import { formatAgo } from '../app/ago.js';
import { fieldWords } from '../connectionFields/fieldWords.js';
import { healthText } from '../remarks/remarkText.js';
import { texts } from './texts.js';

type Props = {
  readonly connection: ConnectionView;
  readonly nowMs: number;
  /** Undefined: the person may only look, or something is being read. */
  /** Undefined: its rows come from no file, or the person may not change it. */
  readonly onNewerFile: (() => void) | undefined;
  readonly onSync: (() => void) | undefined;
  /** Empty: nothing may be changed. */
  readonly actions: readonly MenuAction[];
};

/** One connection: what it is, how its list is, and what can be done. */
export function ConnectionCard({ connection, nowMs, onNewerFile, onSync, actions }: Props) {
  const { name, typeId, typeName, isPaused, managedIn, details, health, source } = connection;
  const rows = source.kind === 'partner-account' ? 'tenants' : 'companies';
  const concern = isPaused ? undefined : health.state === 'failed' ? texts.failed(healthText(health)) : health.state === 'partial' ? texts.partial(healthText(health)) : undefined;
  const age = health.state === 'syncing' ? texts.isReading(health.progress?.done ?? 0, health.progress?.total ?? 0) : health.completeAt === null ? texts.neverRead : texts.updated(formatAgo(health.completeAt, nowMs));
  return (
    <li className="connection">
      <div className="connection-main">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <p className="connection-type">
          {typeName === name ? '' : typeName} {isPaused && <span className="chip">{texts.paused}</span>} {managedIn === 'settings-file' && <span className="chip" title={texts.fromFileTitle}>{texts.fromFile}</span>}
        </p>
        <p>
          {texts.rows(health.rowCount, rows)}, {age}
        </p>
        {details?.file && <p className="minor">{texts.fileLine(details.file.name, formatAgo(details.file.uploadedAt, nowMs))}</p>}
        {isPaused && <p className="minor">{texts.pausedLine}</p>}
        {concern !== undefined && (
          <p className="connection-concern">
            <Warning16Filled aria-hidden />
            <span>{concern}</span>
          </p>
        )}
        {details && details.secrets.length > 0 && (
          <p className="minor">{details.secrets.map(({ setAt, ...secret }) => `${fieldWords(typeId, secret).title}: ${setAt === null ? texts.secretMissing : texts.secretSet(formatAgo(setAt, nowMs))}`).join(' · ')}</p>
        )}
      </div>
      <div className="connection-actions">
        {onNewerFile && (
          <Button size="small" icon={<ArrowUploadRegular />} aria-label={texts.newerFileOf(name)} onClick={onNewerFile}>
            {texts.newerFile}
          </Button>
        )}
        {onSync && !isPaused && !(onNewerFile && health.state === 'complete') && (
          <Button size="small" icon={<ArrowClockwiseRegular />} aria-label={texts.syncOf(name)} onClick={onSync}>
            {texts.syncNow}
          </Button>
        )}
        {actions.length > 0 && <ActionMenu label={texts.menu(name)} actions={actions} />}
      </div>
    </li>
  );
}
