import './companies.css';
import '../history/history.css';
import { Button } from '@fluentui/react-components';
import { AddRegular, HistoryRegular, PlugConnectedRegular, TableAddRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { MappingView, SaveRow } from '../../../contracts/mappings.js';
import type { ImportResult } from '../../../contracts/transfer.js';
import { ActionMenu } from '../app/ActionMenu.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { FindInput } from '../app/FindInput.js';
import { lazyDialog } from '../app/lazyPart.js';
import { Notice } from '../app/Notice.js';
import { findOf } from '../app/page.js';
import { PageHeader } from '../app/PageHeader.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useDebounced } from '../app/useDebounced.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { SaveOutcome } from '../saving/SaveOutcome.js';
import { texts as savingTexts } from '../saving/texts.js';
import { useSave } from '../saving/useSave.js';
import { useUndo, type UndoWish } from '../saving/useUndo.js';
import { SourceHealthLine } from '../sources/SourceHealthLine.js';
import { texts as transferTexts } from '../transfer/texts.js';
import { TransferLines } from '../transfer/TransferLines.js';
import { useExport } from '../transfer/useExport.js';
import { changeCompanyRows } from './changeCompanyRows.js';
import { MappingTable } from './MappingTable.js';
import { texts } from './texts.js';

const DriftNotice = lazyDialog(async () => (await import('../drift/DriftNotice.js')).DriftNotice);
const TimelineDialog = lazyDialog(async () => (await import('../history/TimelineDialog.js')).TimelineDialog);
const ImportDialog = lazyDialog(async () => (await import('../transfer/ImportDialog.js')).ImportDialog);
const ChangeCompanyDialog = lazyDialog(async () => (await import('./ChangeCompanyDialog.js')).ChangeCompanyDialog);
const RemoveDialog = lazyDialog(async () => (await import('./RemoveDialog.js')).RemoveDialog);
const WhyDialog = lazyDialog(async () => (await import('./WhyDialog.js')).WhyDialog);
const FirstRun = lazyDialog(async () => (await import('../firstRun/FirstRun.js')).FirstRun);

const pageSize = 200;

/** The start page: every company that was added, and the ways to add more. */
export function CompaniesPage() {
  const { api, canMap, goTo, host, listsVersion } = useTab();
  const [query, setQuery] = useState(() => findOf(host.subPageId, 'companies'));
  const settledQuery = useDebounced(query.trim(), 200);
  const [limit, setLimit] = useState(pageSize);
  const [opened, setOpened] = useState<{ kind: 'why' | 'change' | 'remove' | 'history'; mapping: MappingView }>();
  const saving = useSave();
  const undoing = useUndo();
  const exporting = useExport();
  const [isImporting, setIsImporting] = useState(false);
  const [imported, setImported] = useState<string>();
  const load = useCallback(
    async (signal: AbortSignal) => {
      // Renames that a refresh brings show up too.
      void listsVersion;
      const first = await api.call('listMappings', { query: settledQuery, limit: Math.min(limit, 1000) }, { signal });
      const mappings = [...first.mappings];
      while (mappings.length < Math.min(limit, first.total)) {
        const next = await api.call('listMappings', { query: settledQuery, limit: 1000, offset: mappings.length }, { signal });
        if (next.mappings.length === 0) break;
        mappings.push(...next.mappings);
      }
      return { ...first, mappings };
    },
    [api, settledQuery, limit, listsVersion],
  );
  const { data, error, reload } = useLoad(load);
  const names = new Map<string, string>(data?.mappings.map(({ tenantId, tenantName }) => [tenantId, tenantName]));

  const close = () => setOpened(undefined);
  const save = async (rows: readonly SaveRow[]) => {
    close();
    undoing.dismiss();
    await saving.save(rows);
    reload();
  };
  const remove = ({ tenantId, psaConnectionId, companyId, version }: MappingView) =>
    save([{ action: 'unlink', tenantId, psaConnectionId, companyId, baseVersion: version, origin: 'manual' }]);
  const change = (mapping: MappingView, company: CompanyView, isOnlyLink: boolean) => save(changeCompanyRows(mapping, company, isOnlyLink));
  const undo = async (changeSetId: string, wish: UndoWish) => {
    await undoing.undo(changeSetId, wish);
    reload();
  };
  const actions = (
    <>
      <Button icon={<PlugConnectedRegular />} onClick={() => goTo('connections')}>
        {texts.connections}
      </Button>
      <Button icon={<HistoryRegular />} onClick={() => goTo('history')}>
        {texts.history}
      </Button>
      {canMap && (
        <>
          <Button icon={<AddRegular />} aria-label={texts.add} title={texts.add} onClick={() => goTo('add')} />
          <Button appearance="primary" icon={<TableAddRegular />} onClick={() => goTo('bulk')}>
            {texts.bulk}
          </Button>
        </>
      )}
      <ActionMenu
        label={texts.menu}
        actions={[
          { text: texts.drift, onPick: () => goTo('drift') },
          { text: texts.ignored, onPick: () => goTo('ignored') },
          { text: transferTexts.exportCsv, onPick: () => exporting.start('csv') },
          { text: transferTexts.exportJson, onPick: () => exporting.start('json') },
          ...(canMap ? [{ text: transferTexts.import, onPick: () => setIsImporting(true) }] : []),
        ]}
      />
    </>
  );
  const finishImport = (result: Exclude<ImportResult, { kind: 'outdated' }>) => {
    setIsImporting(false);
    setImported(result.kind === 'saved' ? transferTexts.imported(savingTexts.summary(result.summary)) : transferTexts.unchanged);
    reload();
  };

  return (
    <div className="page">
      <PageHeader title={texts.title} actions={actions}>
        <SourceHealthLine />
      </PageHeader>
      <main className="page-main">
        {!canMap && <Notice kind="info">{appTexts.readOnly}</Notice>}
        <DriftNotice />
        <SaveOutcome takesFocus saving={saving} undoing={undoing} nameOf={(id) => names.get(id) ?? id} onSave={(rows) => void save(rows)} onUndo={(id, wish) => void undo(id, wish)} onReload={reload} />
        <TransferLines exporting={exporting} />
        {imported !== undefined && (
          <Notice kind="success" takesFocus onDismiss={() => setImported(undefined)}>
            {imported}
          </Notice>
        )}
        {error && <ErrorNotice error={error} onRetry={reload} />}
        {!data && !error && <Spinner label={texts.loading} className="page-spinner" />}
        {data?.all === 0 && <FirstRun />}
        {data && data.all > 0 && (
          <>
            <div className="find-line">
              <FindInput label={texts.find} placeholder={texts.findPlaceholder} value={query} onChange={setQuery} />
              <span role="status" className="minor">
                {texts.shown(data.mappings.length, data.total, data.all)}
              </span>
            </div>
            {data.total === 0 ? (
              <section className="empty">
                <p>{texts.nothingFound(settledQuery)}</p>
                <Button onClick={() => setQuery('')}>{texts.clear}</Button>
              </section>
            ) : (
              <MappingTable
                mappings={data.mappings}
                onHistory={(mapping) => setOpened({ kind: 'history', mapping })}
                onWhy={(mapping) => setOpened({ kind: 'why', mapping })}
                onChange={(mapping) => setOpened({ kind: 'change', mapping })}
                onRemove={(mapping) => setOpened({ kind: 'remove', mapping })}
              />
            )}
            {data.mappings.length < data.total && (
              <Button onClick={() => setLimit(limit + pageSize)}>{texts.more(Math.min(pageSize, data.total - data.mappings.length))}</Button>
            )}
          </>
        )}
      </main>
      {opened?.kind === 'why' && <WhyDialog mapping={opened.mapping} onClose={close} />}
      {isImporting && <ImportDialog onDone={finishImport} onClose={() => setIsImporting(false)} />}
      {opened?.kind === 'history' && <TimelineDialog tenantId={opened.mapping.tenantId} tenantName={opened.mapping.tenantName} psaConnectionId={opened.mapping.psaConnectionId} onClose={close} />}
      {opened?.kind === 'change' && <ChangeCompanyDialog mapping={opened.mapping} onPick={(company, isOnlyLink) => void change(opened.mapping, company, isOnlyLink)} onClose={close} />}
      {opened?.kind === 'remove' && <RemoveDialog mapping={opened.mapping} onRemove={() => void remove(opened.mapping)} onClose={close} />}
    </div>
  );
}
