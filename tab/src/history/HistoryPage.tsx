import './history.css';
import { Button } from '@fluentui/react-components';
import { ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { HistoryEntry, RestoreResult } from '../../../contracts/history.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useTab } from '../app/useTab.js';
import { UndoOutcome } from '../saving/UndoOutcome.js';
import { useUndo, type UndoWish } from '../saving/useUndo.js';
import { ChangeSetDialog } from './ChangeSetDialog.js';
import { HistoryTable } from './HistoryTable.js';
import { RestoreDialog } from './RestoreDialog.js';
import { texts } from './texts.js';
import { useHistory } from './useHistory.js';
import { useVerify } from './useVerify.js';

type Opened = { readonly kind: 'rows' | 'restore'; readonly entry: HistoryEntry };

/** Every save, and the ways back. */
export function HistoryPage() {
  const { canMap } = useTab();
  const { data, error, reload, showMore } = useHistory();
  const undoing = useUndo();
  const verifying = useVerify();
  const [opened, setOpened] = useState<Opened>();
  const [restored, setRestored] = useState<Extract<RestoreResult, { kind: 'restored' }>>();
  const entries = data?.entries ?? [];
  // An undo is newer than what it undoes, so it is among the entries shown.
  const undoneIds = new Set<string>(entries.flatMap(({ undoes }) => (undoes === null ? [] : [undoes])));
  const close = () => setOpened(undefined);
  const undo = async (changeSetId: string, wish: UndoWish) => {
    close();
    setRestored(undefined);
    await undoing.undo(changeSetId, wish);
    reload();
  };
  const verify = canMap && entries.length > 0 && (
    <Button icon={<ShieldCheckmarkRegular />} disabledFocusable={verifying.state.kind === 'running'} onClick={verifying.start}>
      {verifying.state.kind === 'running' ? texts.verifying : texts.verify}
    </Button>
  );
  return (
    <div className="page">
      <PageHeader title={texts.title} hasBack actions={verify} />
      <main className="page-main">
        {!canMap && <Notice kind="info">{appTexts.readOnly}</Notice>}
        {verifying.state.kind === 'failed' && <ErrorNotice error={verifying.state.error} onRetry={verifying.start} onDismiss={verifying.dismiss} />}
        {verifying.state.kind === 'answered' && (
          <Notice kind={verifying.state.verdict.kind === 'intact' ? 'success' : 'error'} onDismiss={verifying.dismiss}>
            {verifying.state.verdict.kind === 'intact' ? texts.intact(verifying.state.verdict.changeSetCount) : texts.broken(verifying.state.verdict.orgVersion, verifying.state.verdict.why)}
          </Notice>
        )}
        <UndoOutcome undoing={undoing} onUndo={(id, wish) => void undo(id, wish)} onReload={reload} />
        {restored && (
          <Notice kind="success" takesFocus onDismiss={() => setRestored(undefined)}>
            {texts.restored(texts.counts(restored.summary))}
          </Notice>
        )}
        {error && <ErrorNotice error={error} onRetry={reload} />}
        {!data && !error && <Spinner label={texts.loading} className="page-spinner" />}
        {data && entries.length === 0 && (
          <section className="empty">
            <h2>{texts.emptyTitle}</h2>
            <p>{texts.emptyText}</p>
          </section>
        )}
        {entries.length > 0 && <HistoryTable entries={entries} undoneIds={undoneIds} onOpen={(entry) => setOpened({ kind: 'rows', entry })} />}
        {data?.hasMore && <Button onClick={showMore}>{texts.more}</Button>}
      </main>
      {opened?.kind === 'rows' && (
        <ChangeSetDialog
          entry={opened.entry}
          isUndone={undoneIds.has(opened.entry.changeSetId)}
          onUndo={(reason) => void undo(opened.entry.changeSetId, { reason })}
          onRestore={() => setOpened({ kind: 'restore', entry: opened.entry })}
          onClose={close}
        />
      )}
      {opened?.kind === 'restore' && (
        <RestoreDialog
          orgVersion={opened.entry.orgVersion}
          onRestored={(result) => {
            close();
            undoing.dismiss();
            setRestored(result);
            reload();
          }}
          onClose={close}
        />
      )}
    </div>
  );
}
