import './bulkAdd.css';
import { Button, ProgressBar, Spinner } from '@fluentui/react-components';
import { SparkleRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useState, type Dispatch } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { SaveRow } from '../../../contracts/mappings.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { texts as appTexts } from '../app/texts.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useLayout } from '../app/useLayout.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { NewCompanyDialog } from '../newCompany/NewCompanyDialog.js';
import { DraftLines } from '../draft/DraftLines.js';
import { useDraftSync } from '../draft/useDraftSync.js';
import { maxRowsPerSave } from '../saving/saveAttempt.js';
import { SaveOutcome } from '../saving/SaveOutcome.js';
import { useSave } from '../saving/useSave.js';
import { useUndo, type UndoWish } from '../saving/useUndo.js';
import { hasCompanies, lacksTenants } from '../sources/sourceHealthText.js';
import { StoreTenantIds } from '../tenantIds/StoreTenantIds.js';
import { SourceHealthLine } from '../sources/SourceHealthLine.js';
import { BulkFooter } from './BulkFooter.js';
import type { BulkAction, BulkState } from './bulkState.js';
import { BulkToolbar } from './BulkToolbar.js';
import { EmptyGrid } from './EmptyGrid.js';
import { companiesUsedTwice, countTabs, filterRows, isReady, needsPerson, toSaveRows } from './gridModel.js';
import { toGridRows, type GridRow } from './gridRow.js';
import { PickerDialog } from './PickerDialog.js';
import { RowDetailsDialog } from './RowDetailsDialog.js';
import { gridPanelId } from './StateTabs.js';
import { TenantGrid } from './TenantGrid.js';
import { texts } from './texts.js';
import { useAutoMap } from './useAutoMap.js';
import { useHeight } from './useHeight.js';

type Opened = { readonly kind: 'picker'; readonly tenantId: string; readonly anchor: DOMRect } | { readonly kind: 'details'; readonly tenantId: string } | { readonly kind: 'new-company'; readonly tenantId: string; readonly psaConnectionId: string };

/** Every tenant of every partner account: propose, check, pick, save. */
export function BulkAddPage({ state, dispatch }: { readonly state: BulkState; readonly dispatch: Dispatch<BulkAction> }) {
  const { api, canMap, connections, goTo, listsVersion } = useTab();
  const layout = useLayout();
  const announce = useAnnounce();
  const autoMap = useAutoMap(dispatch);
  const sync = useDraftSync(state.draft, dispatch, canMap);
  const saving = useSave();
  const undoing = useUndo();
  const [opened, setOpened] = useState<Opened>();
  const [page, setPage] = useState<HTMLElement | null>(null);
  const [reason, setReason] = useState('');
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const footHeight = useHeight(foot);

  const { savedVersion } = state.draft;
  const load = useCallback(
    async (signal: AbortSignal) => {
      void listsVersion;
      void savedVersion;
      const { tenants } = await api.call('listTenants', {}, { signal });
      dispatch({ kind: 'tenants-read', tenants });
      return true;
    },
    [api, dispatch, listsVersion, savedVersion],
  );
  const { error, reload } = useLoad(load);

  const { filter, held } = state;
  const rows = useMemo(() => toGridRows(state), [state]);
  const shown = useMemo(() => filterRows(rows, filter, held), [rows, filter, held]);
  const counts = useMemo(() => countTabs(rows, filter), [rows, filter]);
  const usedTwice = useMemo(() => companiesUsedTwice(rows).size, [rows]);
  const readyCount = useMemo(() => rows.filter(isReady).length, [rows]);
  const openedRow = opened && rows.find(({ tenant }) => tenant.tenantId === opened.tenantId);
  const nameOf = (tenantId: string) => rows.find(({ tenant }) => tenant.tenantId === tenantId)?.tenant.name ?? tenantId;
  useEffect(() => {
    if (filter.find !== '') announce(texts.shown(shown.length));
  }, [announce, filter.find, shown.length]);

  const onInclude = useCallback((row: GridRow, isIncluded: boolean) => dispatch({ kind: 'rows-included', tenantIds: [row.tenant.tenantId], isIncluded }), [dispatch]);
  const onPick = useCallback((row: GridRow, anchor: HTMLElement) => setOpened({ kind: 'picker', tenantId: row.tenant.tenantId, anchor: anchor.getBoundingClientRect() }), []);
  const onDetails = useCallback((row: GridRow) => setOpened({ kind: 'details', tenantId: row.tenant.tenantId }), []);
  const close = useCallback(() => setOpened(undefined), []);
  const choose = (company: CompanyView) => {
    if (opened) dispatch({ kind: 'company-chosen', tenantId: opened.tenantId, company });
    close();
  };

  const createIn = (psaConnectionId: string) => {
    if (opened) setOpened({ kind: 'new-company', tenantId: opened.tenantId, psaConnectionId });
  };

  const save = async (wished: readonly SaveRow[]) => {
    autoMap.dismiss();
    undoing.dismiss();
    const result = await saving.save(wished, reason);
    if (result?.kind === 'saved') setReason('');
    if (result?.kind === 'saved') dispatch({ kind: 'rows-saved', tenantIds: wished.map(({ tenantId }) => tenantId) });
    if (result?.kind === 'saved' || result?.kind === 'unchanged') reload();
  };
  const undo = async (changeSetId: string, wish: UndoWish) => {
    const result = await undoing.undo(changeSetId, wish);
    // Of an undo in part the choices do not come back: others have saved something else.
    if (result?.kind === 'undone' && !wish.leaveOut) {
      // The choices come back on what is linked after the undo.
      const after = await api.call('listTenants', {}).catch(() => undefined);
      if (after) dispatch({ kind: 'tenants-read', tenants: after.tenants });
      dispatch({ kind: 'save-undone' });
    }
    reload();
  };
  const { state: answer } = saving;
  const saved = answer.kind === 'answered' && answer.result.kind === 'saved' ? { changeSetId: answer.result.summary.changeSetId, psaConnectionIds: answer.rows.map(({ psaConnectionId }) => psaConnectionId) } : undefined;
  const pickable = shown.filter((row) => row.company);
  const isAllPicked = pickable.length > 0 && pickable.every((row) => row.isIncluded);
  const canCompare = hasCompanies(connections, filter.psaConnectionId);
  const isMapping = autoMap.state.kind === 'running';
  const autoMapFailure = autoMap.state.kind === 'failed' ? autoMap.state : undefined;

  return (
    <div ref={setPage} className="page page-bulk">
      <PageHeader
        title={texts.title}
        hasBack
        actions={
          canMap && (
            <Button appearance={counts['not-tried'] > 0 ? 'primary' : 'secondary'} icon={<SparkleRegular />} disabledFocusable={isMapping || rows.length === 0 || !canCompare} onClick={() => autoMap.start(filter.psaConnectionId)}>
              {texts.autoMap}
            </Button>
          )
        }
      >
        <SourceHealthLine />
      </PageHeader>
      <div className="bulk-head" role="search" aria-label={texts.filterLabel}>
        {rows.length > 0 && <BulkToolbar filter={filter} counts={counts} dispatch={dispatch} />}
      </div>
      <main className="page-main bulk-main">
        <div className="notices">
          {!canMap && <Notice kind="info">{appTexts.readOnly}</Notice>}
          <DraftLines draft={state.draft} sync={sync} me={state.me} nameOf={nameOf} dispatch={dispatch} />
          {error && <ErrorNotice error={error} onRetry={reload} />}
          {canMap && rows.length > 0 && !canCompare && <Notice kind="info">{texts.noCompanies}</Notice>}
          {autoMap.state.kind === 'running' && (
            <div className="run-line">
              <span>
                {texts.autoMapRunning(autoMap.state.against)}: {autoMap.state.total > 0 ? texts.autoMapProgress(autoMap.state.done, autoMap.state.total) : texts.autoMapStarts(autoMap.state.against)}
              </span>
              <ProgressBar aria-label={texts.autoMapRunning(autoMap.state.against)} max={Math.max(1, autoMap.state.total)} value={autoMap.state.done} />
              <Button size="small" onClick={autoMap.cancel}>
                {texts.cancel}
              </Button>
            </div>
          )}
          {autoMap.state.kind === 'ended' && (
            <Notice kind="info" onDismiss={autoMap.dismiss}>
              {autoMap.state.sentence}
            </Notice>
          )}
          {autoMapFailure && <ErrorNotice error={autoMapFailure.error} onRetry={() => autoMap.start(autoMapFailure.psaConnectionId)} onDismiss={autoMap.dismiss} />}
          <SaveOutcome saving={saving} undoing={undoing} nameOf={nameOf} onSave={(wished) => void save(wished)} onUndo={(id, wish) => void undo(id, wish)} onReload={reload}>
            <button type="button" className="link-button" onClick={() => goTo('companies')}>
              {texts.seeCompanies}
            </button>{' '}
            <button type="button" className="link-button" onClick={() => goTo('history')}>
              {texts.seeHistory}
            </button>
            {saved && <StoreTenantIds key={saved.changeSetId} {...saved} />}
          </SaveOutcome>
        </div>
        {!state.hasTenants && !error && <Spinner label={texts.loading} className="page-spinner" />}
        {state.hasTenants && canMap && pickable.length > 0 && (
          <label className="select-shown">
            <input
              type="checkbox"
              checked={isAllPicked}
              ref={(input) => {
                if (input) input.indeterminate = !isAllPicked && pickable.some((row) => row.isIncluded);
              }}
              onChange={(event) => dispatch({ kind: 'rows-included', tenantIds: pickable.map(({ tenant }) => tenant.tenantId), isIncluded: event.target.checked })}
            />
            {texts.selectShown(pickable.length)}
          </label>
        )}
        <div id={gridPanelId} role="tabpanel" aria-label={texts.tabs[filter.tab]} className="panel">
          {state.hasTenants && shown.length === 0 && <EmptyGrid tenantCount={rows.length} filter={filter} counts={counts} isReading={lacksTenants(connections)} dispatch={dispatch} />}
          {shown.length > 0 && (
            <TenantGrid key={`${layout === 'narrow' ? 'cards' : 'table'}/${filter.tab}/${filter.find}`} rows={shown} layout={layout} isReadOnly={!canMap} page={page} coveredBelow={footHeight} onInclude={onInclude} onPick={onPick} onDetails={onDetails} />
          )}
        </div>
      </main>
      {rows.length > 0 && canMap && (
        <BulkFooter
          ref={setFoot}
          ready={readyCount}
          untried={rows.filter((row) => row.state === 'not-tried').length}
          need={rows.filter(needsPerson).length}
          usedTwice={usedTwice}
          isUsedTwiceShown={filter.usedTwice}
          onUsedTwice={() => dispatch({ kind: 'filter-set', filter: filter.usedTwice ? { usedTwice: false } : { usedTwice: true, tab: 'all', find: '' } })}
          progress={saving.state.kind === 'saving' ? saving.state.progress : undefined}
          reason={reason}
          onReason={setReason}
          onSave={() => void save(toSaveRows(rows).slice(0, maxRowsPerSave))}
        />
      )}
      {opened?.kind === 'picker' && openedRow && (
        <PickerDialog
          row={openedRow}
          psaConnectionId={filter.psaConnectionId}
          anchor={opened.anchor}
          onClose={close}
          onPick={choose}
          onCreate={createIn}
          onClear={() => {
            dispatch({ kind: 'choice-cleared', tenantId: opened.tenantId });
            close();
          }}
        />
      )}
      {opened?.kind === 'details' && openedRow && <RowDetailsDialog row={openedRow} onUse={canMap ? choose : undefined} onDecide={canMap ? (wish) => dispatch({ kind: 'decided', tenantId: opened.tenantId, wish }) : undefined} onCreate={canMap ? createIn : undefined} psaConnectionId={filter.psaConnectionId} onClose={close} />}
      {opened?.kind === 'new-company' && openedRow && <NewCompanyDialog tenant={openedRow.tenant} psaConnectionId={opened.psaConnectionId} onChosen={choose} onClose={close} />}
    </div>
  );
}
