import './bulkAdd.css';
import { Suspense, useCallback, useEffect, useMemo, useState, type Dispatch, type KeyboardEvent } from 'react';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { lazyPart } from '../app/lazyPart.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { Spinner } from '../app/Spinner.js';
import { texts as appTexts } from '../app/texts.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useLayout } from '../app/useLayout.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { DraftLines } from '../draft/DraftLines.js';
import { useDraftSync } from '../draft/useDraftSync.js';
import { maxRowsPerSave } from '../saving/saveAttempt.js';
import { SaveOutcome } from '../saving/SaveOutcome.js';
import { hasCompanies, lacksTenants } from '../sources/sourceHealthText.js';
import { SourceHealthLine } from '../sources/SourceHealthLine.js';
import { StoreTenantIds } from '../tenantIds/StoreTenantIds.js';
import { acceptableRows, defaultThreshold } from './acceptMany.js';
import { AutoMapNotice } from './AutoMapNotice.js';
import { BulkFooter } from './BulkFooter.js';
import type { BulkAction, BulkState } from './bulkState.js';
import { BulkToolbar } from './BulkToolbar.js';
import { EmptyGrid } from './EmptyGrid.js';
import { GridArea } from './GridArea.js';
import { toSaveRows } from './gridModel.js';
import { HeaderActions } from './HeaderActions.js';
import { ListHead } from './ListHead.js';
import { gridPanelId } from './StateTabs.js';
import { stepText } from './stepText.js';
import { texts } from './texts.js';
import { useAutoMap } from './useAutoMap.js';
import { useAutoMapOnOpen } from './useAutoMapOnOpen.js';
import { useBulkRows } from './useBulkRows.js';
import { useBulkSave } from './useBulkSave.js';
import { useSize } from './useSize.js';
import { useToldSteps } from './useToldSteps.js';

const AcceptManyDialog = lazyPart(async () => (await import('./AcceptManyDialog.js')).AcceptManyDialog);
const ReviewDialog = lazyPart(async () => (await import('./ReviewDialog.js')).ReviewDialog);
const KeysDialog = lazyPart(async () => (await import('./KeysDialog.js')).KeysDialog);

/** From this width on the details of a row stand beside the grid. */
const panelFromPx = 1240;

/** Every tenant of every partner account: propose, check, pick, save. */
export function BulkAddPage({ state, dispatch }: { readonly state: BulkState; readonly dispatch: Dispatch<BulkAction> }) {
  const { api, canMap, connections, goTo, listsVersion } = useTab();
  const layout = useLayout();
  const announce = useAnnounce();
  const autoMap = useAutoMap(dispatch);
  const sync = useDraftSync(state.draft, dispatch, canMap);
  const [opened, setOpened] = useState<'accept-many' | 'review' | 'keys'>();
  /** The save came from the review, whose row and dialog are gone when it is done. */
  const [isReviewed, setIsReviewed] = useState(false);
  const [threshold, setThreshold] = useState(defaultThreshold);
  const [page, setPage] = useState<HTMLElement | null>(null);
  const [foot, setFoot] = useState<HTMLElement | null>(null);
  const { height: footHeight } = useSize(foot);
  const { width: pageWidth } = useSize(page);

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

  const { filter } = state;
  const { rows, shown, inView, counts, ready, need, untried, usedTwice, nameOf } = useBulkRows(state);
  const acceptable = useMemo(() => acceptableRows(inView, threshold).clear.length, [inView, threshold]);
  const { saving, undoing, reason, setReason, save, undo } = useBulkSave(state, dispatch, reload);
  useAutoMapOnOpen(state.hasTenants && counts['not-tried'] > 0, () => autoMap.start(null));
  useToldSteps(state.turned, nameOf);
  useEffect(() => {
    if (filter.find !== '') announce(texts.shown(shown.length));
  }, [announce, filter.find, shown.length]);

  const close = useCallback(() => setOpened(undefined), []);
  const openHelp = useCallback(() => setOpened('keys'), []);
  const openAcceptMany = useCallback(() => setOpened('accept-many'), []);
  const saveAll = (isFromReview: boolean) => {
    setIsReviewed(isFromReview);
    autoMap.dismiss();
    void save(toSaveRows(rows).slice(0, maxRowsPerSave));
  };

  /** Keys of the whole page; what is typed into a field and what a dialog holds is theirs. */
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (!(event.ctrlKey || event.metaKey) || event.altKey || target.closest('dialog')) return;
    const key = event.key.toLowerCase();
    const isField = target instanceof HTMLInputElement && target.type !== 'checkbox';
    if (key === 'enter' && canMap) setOpened('review');
    else if (isField || !canMap) return;
    else if (key === 'z') dispatch({ kind: event.shiftKey ? 'redo' : 'undo' });
    else if (key === 'y') dispatch({ kind: 'redo' });
    else return;
    event.preventDefault();
  };

  const [undoStep, redoStep] = [state.steps.done.at(-1), state.steps.undone[0]];
  const { state: answer } = saving;
  const saved = answer.kind === 'answered' && answer.result.kind === 'saved' ? { changeSetId: answer.result.summary.changeSetId, psaConnectionIds: answer.rows.map(({ psaConnectionId }) => psaConnectionId) } : undefined;
  const pickable = shown.filter((row) => row.company);
  const canCompare = hasCompanies(connections, filter.psaConnectionId);

  return (
    <div ref={setPage} className="page page-bulk" onKeyDown={onKeyDown}>
      <PageHeader
        title={texts.title}
        hasBack
        actions={
          canMap && (
            <HeaderActions
              autoMap={{ isPrimary: counts['not-tried'] > 0, isPossible: autoMap.state.kind !== 'running' && rows.length > 0 && canCompare, onStart: () => autoMap.start(filter.psaConnectionId) }}
              acceptMany={{ count: acceptable, threshold, isPossible: counts['needs-review'] > 0, onOpen: openAcceptMany }}
              undo={undoStep && stepText(undoStep, nameOf)}
              redo={redoStep && stepText(redoStep, nameOf)}
              onUndo={() => dispatch({ kind: 'undo' })}
              onRedo={() => dispatch({ kind: 'redo' })}
              onHelp={openHelp}
              showAdded={{ isOn: filter.showAdded, onChange: (showAdded) => dispatch({ kind: 'filter-set', filter: { showAdded, tab: filter.tab === 'added' && !showAdded ? 'all' : filter.tab } }) }}
            />
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
          <AutoMapNotice autoMap={autoMap} />
          <SaveOutcome saving={saving} undoing={undoing} nameOf={nameOf} onSave={(wished) => void save(wished)} onUndo={(id, wish) => void undo(id, wish)} onReload={reload} takesFocus={isReviewed}>
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
        {state.hasTenants && canMap && (
          <ListHead
            pickable={pickable}
            onInclude={(isIncluded) => dispatch({ kind: 'rows-included', tenantIds: pickable.map(({ tenant }) => tenant.tenantId), isIncluded })}
            psa={layout === 'narrow' ? { chosen: filter, onChoose: (choice) => dispatch({ kind: 'filter-set', filter: choice }) } : undefined}
          />
        )}
        <div id={gridPanelId} role="tabpanel" aria-label={texts.tabs[filter.tab]} className="panel">
          {state.hasTenants && shown.length === 0 && <EmptyGrid tenantCount={rows.length} filter={filter} counts={counts} isReading={lacksTenants(connections)} dispatch={dispatch} />}
          {state.hasTenants && (
            <GridArea key={filter.tab} state={state} rows={rows} shown={shown} page={page} coveredBelow={footHeight} hasPanel={layout === 'wide' && pageWidth >= panelFromPx} dispatch={dispatch} onHelp={openHelp} onAcceptMany={openAcceptMany} />
          )}
        </div>
      </main>
      {rows.length > 0 && canMap && (
        <BulkFooter
          ref={setFoot}
          ready={ready}
          untried={untried}
          need={need}
          usedTwice={usedTwice}
          isUsedTwiceShown={filter.usedTwice}
          onUsedTwice={() => dispatch({ kind: 'filter-set', filter: filter.usedTwice ? { usedTwice: false } : { usedTwice: true, notSaved: false, tab: 'all', find: '' } })}
          notSaved={state.failures.size}
          isNotSavedShown={filter.notSaved}
          onNotSaved={() => dispatch({ kind: 'filter-set', filter: filter.notSaved ? { notSaved: false } : { notSaved: true, usedTwice: false, tab: 'all', find: '' } })}
          progress={saving.state.kind === 'saving' ? saving.state.progress : undefined}
          reason={reason}
          onReason={setReason}
          draft={state.draft}
          onReview={() => setOpened('review')}
          onSave={() => saveAll(false)}
        />
      )}
      <Suspense>
        {opened === 'accept-many' && (
          <AcceptManyDialog
            rows={inView}
            threshold={threshold}
            onThreshold={setThreshold}
            onClose={close}
            onAccept={(tenantIds) => {
              dispatch({ kind: 'rows-accepted', tenantIds });
              announce(texts.acceptedMany(tenantIds.length));
              close();
            }}
          />
        )}
        {opened === 'review' && (
          <ReviewDialog
            rows={rows}
            reason={reason}
            onReason={setReason}
            onClose={close}
            onSave={() => {
              close();
              saveAll(true);
            }}
          />
        )}
        {opened === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
    </div>
  );
}
