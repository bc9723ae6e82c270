import './connections.css';
import { Button } from '@fluentui/react-components';
import { PlugConnectedAddRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { ConnectionType, ConnectionView } from '../../../contracts/connections.js';
import type { SourceRef } from '../../../contracts/session.js';
import { toApiError, type ApiError } from '../apiError.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useLoad } from '../app/useLoad.js';
import { useNow } from '../app/useNow.js';
import { useTab } from '../app/useTab.js';
import { useRefresh } from '../sources/useRefresh.js';
import { ChangeLog } from './ChangeLog.js';
import { ChooseKindDialog } from './ChooseKindDialog.js';
import { ConnectionCard } from './ConnectionCard.js';
import { ConnectionDialog } from './ConnectionDialog.js';
import { RemoveConnectionDialog } from './RemoveConnectionDialog.js';
import { keyOf } from './sourceKey.js';
import { texts } from './texts.js';

type Opened = { readonly kind: 'choose' } | { readonly kind: 'add'; readonly type: ConnectionType } | { readonly kind: 'edit' | 'secrets' | 'file'; readonly type: ConnectionType; readonly connection: ConnectionView } | { readonly kind: 'remove'; readonly connection: ConnectionView };
type Done = { readonly text: string; /** A list that may now be read. */ readonly source: SourceRef | undefined };

/** What is connected, how it is, and for administrators the ways to change it. */
export function ConnectionsPage() {
  const { api, session, canMap, connections: known, setConnections } = useTab();
  const isAdmin = session.role === 'admin';
  const [opened, setOpened] = useState<Opened>();
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<ApiError>();
  const refresh = useRefresh();
  const nowMs = useNow(30_000);
  const load = useCallback(
    (signal: AbortSignal) => {
      // Read again whenever the lists are looked at anew: health is part of this page.
      void known;
      return api.call('describeConnections', {}, { signal });
    },
    [api, known],
  );
  const { data, error, reload } = useLoad(load);
  const connections = data?.connections ?? [];
  const isReading = refresh.progress !== undefined || connections.some(({ health }) => health.state === 'syncing');

  const close = () => setOpened(undefined);
  /** The other pages show the connections too. */
  const lookAgain = () => {
    reload();
    api.call('listConnections', {}).then(setConnections, () => undefined);
  };
  const finish = (text: string, source?: SourceRef) => {
    close();
    setFailure(undefined);
    setDone({ text, source });
    lookAgain();
  };
  const sync = (source: SourceRef) => {
    setDone(undefined);
    refresh.start({ source });
  };
  /** A file can be read at once; what it lacks has been seen before it was saved. */
  const finishSave = (text: string, { takesFile }: ConnectionType, { source, isUnchanged, gone }: { readonly source: SourceRef; readonly isUnchanged: boolean; readonly gone: number }, isPaused: boolean) => {
    const isToRead = !isUnchanged && !isPaused;
    finish(isUnchanged ? texts.unchanged : text, isToRead && !takesFile ? source : undefined);
    if (isToRead && takesFile) refresh.start({ source, ...(gone > 0 ? { confirmedMissing: gone } : {}) });
  };
  const setPaused = async ({ source, name, details }: ConnectionView, isPaused: boolean) => {
    setFailure(undefined);
    try {
      await api.call('pauseConnection', { source, seenVersion: details?.version ?? 0, isPaused });
      finish(isPaused ? texts.pausedDone(name) : texts.resumedDone(name), isPaused ? undefined : source);
    } catch (thrown) {
      setFailure(toApiError(thrown));
      lookAgain();
    }
  };
  const typeOf = ({ typeId }: ConnectionView) => data?.types.find((type) => type.typeId === typeId);
  const actionsOf = (connection: ConnectionView) => {
    const type = typeOf(connection);
    if (!isAdmin || !connection.details || !type) return [];
    return [
      { text: texts.edit, onPick: () => setOpened({ kind: 'edit', type, connection }) },
      ...(type.secrets.length > 0 ? [{ text: texts.replaceSecrets, onPick: () => setOpened({ kind: 'secrets' as const, type, connection }) }] : []),
      connection.isPaused ? { text: texts.resume, onPick: () => void setPaused(connection, false) } : { text: texts.pause, onPick: () => void setPaused(connection, true) },
      { text: texts.remove, onPick: () => setOpened({ kind: 'remove', connection }) },
    ];
  };
  const newerFileOf = (connection: ConnectionView) => {
    const type = typeOf(connection);
    return isAdmin && type?.takesFile && connection.details ? () => setOpened({ kind: 'file', type, connection }) : undefined;
  };
  const addButton = isAdmin && (
    <Button appearance="primary" icon={<PlugConnectedAddRegular />} disabledFocusable={!data} onClick={() => data && setOpened({ kind: 'choose' })}>
      {texts.add}
    </Button>
  );
  const lacks = (kind: SourceRef['kind']) => connections.length > 0 && !connections.some(({ source }) => source.kind === kind);

  return (
    <div className="page">
      <PageHeader title={texts.title} hasBack actions={connections.length > 0 && addButton} />
      <main className="page-main">
        {!isAdmin && <Notice kind="info">{texts.readOnly}</Notice>}
        {error && <ErrorNotice error={error} onRetry={reload} />}
        {failure && <ErrorNotice error={failure} onDismiss={() => setFailure(undefined)} />}
        {done && (
          <Notice
            kind="success"
            takesFocus
            onDismiss={() => setDone(undefined)}
            actions={
              done.source && (
                <Button size="small" onClick={() => done.source && sync(done.source)}>
                  {texts.offerSync}
                </Button>
              )
            }
          >
            {done.text}
          </Notice>
        )}
        {refresh.progress && (
          <div className="reading" role="status">
            <Spinner />
            <span>{refresh.progress.join(' · ')}</span>
            <Button size="small" appearance="subtle" onClick={refresh.cancel}>
              {appTexts.cancel}
            </Button>
          </div>
        )}
        {refresh.error && <ErrorNotice error={refresh.error} onRetry={refresh.again} />}
        {!data && !error && <Spinner label={texts.loading} className="page-spinner" />}
        {data && connections.length === 0 && (
          <section className="empty">
            <h2>{texts.emptyTitle}</h2>
            <p>{isAdmin ? texts.emptyText : texts.emptyViewer}</p>
            {addButton}
          </section>
        )}
        {lacks('partner-account') && <Notice kind="info">{texts.missingAccount}</Notice>}
        {lacks('psa-connection') && <Notice kind="info">{texts.missingPsa}</Notice>}
        {connections.length > 0 && (
          <ul className="connections" aria-label={texts.list}>
            {connections.map((connection) => (
              <ConnectionCard key={keyOf(connection.source)} connection={connection} nowMs={nowMs} onNewerFile={newerFileOf(connection)} onSync={canMap && !isReading ? () => sync(connection.source) : undefined} actions={actionsOf(connection)} />
            ))}
          </ul>
        )}
        {data && <ChangeLog changes={data.changes} />}
      </main>
      {opened?.kind === 'choose' && data && <ChooseKindDialog types={data.types} onChoose={(type) => setOpened({ kind: 'add', type })} onClose={close} />}
      {opened?.kind === 'add' && <ConnectionDialog key={opened.type.typeId} type={opened.type} onSaved={(name, saved) => finishSave(texts.added(name), opened.type, saved, false)} onOtherKind={() => setOpened({ kind: 'choose' })} onClose={close} />}
      {(opened?.kind === 'edit' || opened?.kind === 'secrets' || opened?.kind === 'file') && (
        <ConnectionDialog
          key={opened.kind}
          type={opened.type}
          connection={opened.connection}
          part={opened.kind === 'edit' ? 'all' : opened.kind}
          onSaved={(name, saved) => finishSave(opened.kind === 'file' ? texts.fileReplaced(name) : texts.changed(name), opened.type, saved, opened.connection.isPaused)}
          onClose={close}
        />
      )}
      {opened?.kind === 'remove' && <RemoveConnectionDialog connection={opened.connection} onRemoved={(unlinked) => finish(unlinked > 0 ? texts.removedWithLinks(opened.connection.name, unlinked) : texts.removed(opened.connection.name))} onClose={close} />}
    </div>
  );
}
