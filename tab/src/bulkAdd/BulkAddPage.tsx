import { rowConflictText, rowProblemText } from '../told/refusalText.js';
import './bulkAdd.css';
import { Button, ProgressBar, Spinner } from '@fluentui/react-components';
import { Suspense, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState, type Dispatch, type KeyboardEvent } from 'react';
import type { SaveRow } from '../../../contracts/mappings.js';
import { ErrorNotice } from '../app/ErrorNotice.js';
import { lazyPart } from '../app/lazyPart.js';
import { Notice } from '../app/Notice.js';
import { PageHeader } from '../app/PageHeader.js';
import { texts as appTexts } from '../app/texts.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useLayout } from '../app/useLayout.js';
import { useLoad } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { DraftLines } from '../draft/DraftLines.js';
import { useDraftSync } from '../draft/useDraftSync.js';
import { maxRowsPerSave } from '../saving/saveAttempt.js';
import { SaveOutcome } from '../saving/SaveOutcome.js';
import { useSave } from '../saving/useSave.js';
import { useUndo, type UndoWish } from '../saving/useUndo.js';
import { hasCompanies, lacksTenants } from '../sources/sourceHealthText.js';
import { StoreTenantIds } from '../tenantIds/StoreTenantIds.js';
import { SourceHealthLine } from '../sources/SourceHealthLine.js';
import { acceptableRows, defaultThreshold } from './acceptMany.js';
import { BulkFooter } from './BulkFooter.js';
import { choicesOf, type BulkAction, type BulkState } from './bulkState.js';
import { BulkToolbar } from './BulkToolbar.js';
import { EmptyGrid } from './EmptyGrid.js';
import { GridArea } from './GridArea.js';
import { companiesUsedTwice, countTabs, filterRows, isReady, needsPerson, toSaveRows } from './gridModel.js';
import { createGridRows } from './gridRow.js';
import { HeaderActions } from './HeaderActions.js';
import { ListHead } from './ListHead.js';
import { gridPanelId } from './StateTabs.js';
import { stepText } from './stepText.js';
import { texts } from './texts.js';
import { useAutoMap } from './useAutoMap.js';
import { useSize } from './useSize.js';

const AcceptManyDialog = lazyPart(async () => (await import('./AcceptManyDialog.js')).AcceptManyDialog);
const ReviewDialog = lazyPart(async () => (await import('./ReviewDialog.js')).ReviewDialog);
const KeysDialog = lazyPart(async () => (await import('./KeysDialog.js')).KeysDialog);

/** From this width on the details of a row stand beside the grid. */
const panelFromPx = 1240;
const nobody: ReadonlySet<string> = new Set();

/** Every tenant of every partner account: propose, check, pick, save. */
export function BulkAddPage({ state, dispatch }: { readonly state: BulkState; readonly dispatch: Dispatch<BulkAction> }) {
  const { api, canMap, connections, goTo, listsVersion, session } = useTab();
  const layout = useLayout();
  const announce = useAnnounce();
  const autoMap = useAutoMap(dispatch);
  const sync = useDraftSync(state.draft, dispatch, canMap);
  const saving = useSave();
  const undoing = useUndo();
  const [opened, setOpened] = useState<'accept-many' | 'review' | 'keys'>();
  /** The save came from the review, whose row and dialog are gone when it is done. */
  const [isReviewed, setIsReviewed] = useState(false);
  const [threshold, setThreshold] = useState(defaultThreshold);
  const [page, setPage] = useState<HTMLElement | null>(null);
  const [reason, setReason] = useState('');
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

  const { filter, held } = state;
  const [makeRows] = useState(createGridRows);
  const { me, tenants, suggestions, draft, failures } = state;
  const rows = useMemo(() => makeRows({ me, tenants, suggestions, draft, failures }), [makeRows, me, tenants, suggestions, draft, failures]);
  const shown = useMemo(() => filterRows(rows, filter, held), [rows, filter, held]);
  const counts = useMemo(() => countTabs(rows, filter), [rows, filter]);
  const usedTwice = useMemo(() => companiesUsedTwice(rows).size, [rows]);
  const readyCount = useMemo(() => rows.filter(isReady).length, [rows]);
  const inView = useMemo(() => filterRows(rows, { ...filter, tab: 'all', usedTwice: false, notSaved: false }, nobody), [rows, filter]);
  const acceptable = useMemo(() => acceptableRows(inView, threshold).clear.length, [inView, threshold]);
  const nameOf = (tenantId: string) => rows.find(({ tenant }) => tenant.tenantId === tenantId)?.tenant.name ?? tenantId;
  useEffect(() => {
    if (filter.find !== '') announce(texts.shown(shown.length));
  }, [announce, filter.find, shown.length]);

  const close = useCallback(() => setOpened(undefined), []);
  const openHelp = useCallback(() => setOpened('keys'), []);
  const openAcceptMany = useCallback(() => setOpened('accept-many'), []);
  const [undoStep, redoStep] = [state.steps.done.at(-1), state.steps.undone[0]];

  const turnedSeen = useRef(state.turned);
  const tellTurned = useEffectEvent(() => {
    if (!state.turned || turnedSeen.current === state.turned) return;
    turnedSeen.current = state.turned;
    const { kind, step, kept } = state.turned;
    const what = stepText(step, nameOf);
    const done = step.rows.length === 0 ? '' : kind === 'undo' ? texts.undone(what) : texts.redone(what);
    announce([done, kept > 0 ? texts.keptByOthers(kept) : ''].filter(Boolean).join(' '));
  });
  useEffect(() => tellTurned(), [state.turned]);

  // Once for each reading of the lists: what a person cancelled does not start again by itself.
  const mappedFor = useRef<number>(undefined);
  const isUntried = state.hasTenants && counts['not-tried'] > 0;
  const startByItself = useEffectEvent(() => {
    if (!session.autoMapsOnOpen || !canMap || !isUntried || !hasCompanies(connections, null) || mappedFor.current === listsVersion) return;
    mappedFor.current = listsVersion;
    autoMap.start(null);
  });
  useEffect(() => startByItself(), [isUntried, listsVersion]);

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

  const save = async (wished: readonly SaveRow[]) => {
    autoMap.dismiss();
    undoing.dismiss();
    const tenantIds = wished.map(({ tenantId }) => tenantId);
    const choices = choicesOf(state, tenantIds);
    const result = await saving.save(wished, reason);
    if (result?.kind === 'conflict') dispatch({ kind: 'save-refused', rows: result.conflicts.map((row) => ({ tenantId: row.tenantId, sentence: rowConflictText(row) })) });
    if (result?.kind === 'refused') dispatch({ kind: 'save-refused', rows: result.problems.map((row) => ({ tenantId: row.tenantId, sentence: rowProblemText(row) })) });
    if (result?.kind === 'saved') setReason('');
    if (result?.kind === 'saved') dispatch({ kind: 'rows-saved', tenantIds, choices });
    if (result?.kind === 'saved' || result?.kind === 'unchanged') reload();
  };
  const undo = async (changeSetId: string, wish: UndoWish) => {
    const result = await undoing.undo(changeSetId, wish);
    // Of an undo in part the choices do not come back: others have saved something else.
    if (result?.kind === 'undone' && !wish.leaveOut) {
      // The choices come back on what is linked after the undo, and on the draft as the save left it: else they would be too late for it.
      const [after, news] = await Promise.all([api.call('listTenants', {}).catch(() => undefined), api.call('listDraft', { since: state.draft.version }).catch(() => undefined)]);
      if (after) dispatch({ kind: 'tenants-read', tenants: after.tenants });
      if (news) dispatch({ kind: 'draft-news', news });
      dispatch({ kind: 'save-undone' });
    }
    reload();
  };
  const { state: answer } = saving;
  const saved = answer.kind === 'answered' && answer.result.kind === 'saved' ? { changeSetId: answer.result.summary.changeSetId, psaConnectionIds: answer.rows.map(({ psaConnectionId }) => psaConnectionId) } : undefined;
  const pickable = shown.filter((row) => row.company);
  const canCompare = hasCompanies(connections, filter.psaConnectionId);
  const isMapping = autoMap.state.kind === 'running';
  const autoMapFailure = autoMap.state.kind === 'failed' ? autoMap.state : undefined;

  return (
    <div ref={setPage} className="page page-bulk" onKeyDown={onKeyDown}>
      <PageHeader
        title={texts.title}
        hasBack
        actions={
          canMap && (
            <HeaderActions
              autoMap={{ isPrimary: counts['not-tried'] > 0, isPossible: !isMapping && rows.length > 0 && canCompare, onStart: () => autoMap.start(filter.psaConnectionId) }}
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
          ready={readyCount}
          untried={rows.filter((row) => row.state === 'not-tried').length}
          need={rows.filter(needsPerson).length}
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
          onSave={() => {
            setIsReviewed(false);
            void save(toSaveRows(rows).slice(0, maxRowsPerSave));
          }}
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
              setIsReviewed(true);
              void save(toSaveRows(rows).slice(0, maxRowsPerSave));
            }}
          />
        )}
        {opened === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
    </div>
  );
}
