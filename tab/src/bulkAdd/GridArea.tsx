import { Suspense, useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState, type Dispatch } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import { lazyPart } from '../app/lazyPart.js';
import { psaLabel } from '../app/psaLabel.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useLayout } from '../app/useLayout.js';
import { useTab } from '../app/useTab.js';
import type { BulkAction, BulkState } from './bulkState.js';
import { DetailsPanel } from './DetailsPanel.js';
import { needsPerson, nextNeeding } from './gridModel.js';
import type { GridRow } from './gridRow.js';
import type { DetailsActions } from './RowDetails.js';
import type { RowCommand } from './rowCommand.js';
import { recentCompanies } from './recentCompanies.js';
import { TenantGrid, type FocusedPlace } from './TenantGrid.js';
import { texts } from './texts.js';

const loadPicker = async () => (await import('./PickerDialog.js')).PickerDialog;
const PickerDialog = lazyPart(loadPicker);
const RowDetailsDialog = lazyPart(async () => (await import('./RowDetailsDialog.js')).RowDetailsDialog);
const NewCompanyDialog = lazyPart(async () => (await import('../newCompany/NewCompanyDialog.js')).NewCompanyDialog);
const TimelineDialog = lazyPart(async () => (await import('../history/TimelineDialog.js')).TimelineDialog);

type Opened = { readonly tenantId: string } & (
  /** `goesOn`: a key opened it, so a pick leads to the next tenant. */
  | { readonly kind: 'picker'; readonly anchor: DOMRect; readonly psaConnectionId: string | null; readonly goesOn: boolean }
  | { readonly kind: 'details' }
  | { readonly kind: 'history'; readonly psaConnectionId: string }
  | { readonly kind: 'new-company'; readonly psaConnectionId: string }
);

const recentCount = 5;
const none: readonly never[] = [];

type Props = {
  readonly state: BulkState;
  readonly rows: readonly GridRow[];
  /** Those of `rows` that pass the filter. */
  readonly shown: readonly GridRow[];
  /** The page scrolls in a narrow tab. */
  readonly page: HTMLElement | null;
  readonly coveredBelow: number;
  /** There is room for the details beside the grid. */
  readonly hasPanel: boolean;
  readonly dispatch: Dispatch<BulkAction>;
  readonly onHelp: () => void;
  readonly onAcceptMany: () => void;
};

/** The grid, the details of its row, and what opens from a row. */
export function GridArea({ state, rows, shown, page, coveredBelow, hasPanel, dispatch, onHelp, onAcceptMany }: Props) {
  const { canMap, connections } = useTab();
  const layout = useLayout();
  const announce = useAnnounce();
  const [place, setPlace] = useState<FocusedPlace>({ row: 0, stop: 'tenant', turn: 0 });
  const [opened, setOpened] = useState<Opened>();
  const [panelHead, setPanelHead] = useState<HTMLHeadingElement | null>(null);
  const { psaConnectionId, find } = state.filter;
  const [foundFor, setFoundFor] = useState(find);
  // Another list begins at its first row. The grid stays: making it anew with each letter typed would be slow.
  if (foundFor !== find) {
    setFoundFor(find);
    setPlace((before) => ({ ...before, row: 0, stop: 'tenant' }));
    setOpened(undefined);
  }
  const hasColumns = state.filter.psaColumns && layout === 'wide';
  const psaColumns = useMemo(() => (hasColumns ? connections.psaConnections.map((psa) => ({ psaConnectionId: psa.psaConnectionId, label: psaLabel(psa) })) : none), [hasColumns, connections.psaConnections]);
  const at = Math.min(place.row, shown.length - 1);
  const current = shown[at];
  // Keys and letters show in the grid first, and then beside it.
  const detailed = useDeferredValue(current);
  const openedRow = opened && rows.find(({ tenant }) => tenant.tenantId === opened.tenantId);
  const { draft, me, picked } = state;
  const picker = opened?.kind === 'picker' ? opened : undefined;
  const recent = useMemo(() => (picker ? recentCompanies({ draft, me, picked }, picker.psaConnectionId, recentCount) : none), [picker, draft, me, picked]);
  // Whoever presses "/" types on at once: the picker must be there by then. Where it can't be loaded now, opening it tries again.
  useEffect(() => void loadPicker().catch(() => undefined), []);

  const focusRow = useCallback((row: number) => setPlace((before) => ({ row, stop: 'tenant', turn: before.turn + 1 })), []);
  const goOn = () => {
    const next = nextNeeding(shown, at);
    focusRow(next ?? at);
    return next !== undefined;
  };
  /** Says what was done and how much is left, and goes to what is next. */
  const doneWith = (row: GridRow, sentence: string) => {
    const left = rows.filter(needsPerson).length - (needsPerson(row) ? 1 : 0);
    announce(`${sentence} ${texts.left(left)}`);
    goOn();
  };
  const openPicker = (row: GridRow, anchor: HTMLElement | undefined, goesOn: boolean) =>
    setOpened({ kind: 'picker', tenantId: row.tenant.tenantId, anchor: (anchor ?? document.body).getBoundingClientRect(), psaConnectionId, goesOn });

  const onCommand = (command: RowCommand, row: GridRow, anchor: HTMLElement | undefined) => {
    const { tenantId, name } = row.tenant;
    switch (command.kind) {
      case 'accept':
        if (!row.isDecided || !row.isIncluded) dispatch({ kind: 'rows-accepted', tenantIds: [tenantId] });
        return doneWith(row, texts.accepted(row.best?.name ?? '', name));
      case 'choose':
        dispatch({ kind: 'company-chosen', tenantId, company: command.company });
        return doneWith(row, texts.chose(command.company.name, name));
      case 'ignore':
        dispatch({ kind: 'decided', tenantId, wish: { kind: 'ignore', reason: '', until: null } });
        return doneWith(row, texts.ignoredNow(name));
      case 'stop-ignoring':
        dispatch({ kind: 'decided', tenantId, wish: { kind: 'stop-ignoring' } });
        return announce(texts.notIgnoredNow(name));
      case 'next':
        return goOn() ? undefined : announce(texts.noneLeft);
      case 'search':
        return openPicker(row, anchor, true);
      case 'details':
        return onDetails(row);
      case 'help':
        return onHelp();
      case 'accept-many':
        return onAcceptMany();
    }
  };

  const onInclude = useCallback((row: GridRow, isIncluded: boolean) => dispatch({ kind: 'rows-included', tenantIds: [row.tenant.tenantId], isIncluded }), [dispatch]);
  const onAct = useCallback(
    ({ state: kind, tenant: { tenantId } }: GridRow) => dispatch(kind === 'unmatched' ? { kind: 'decided', tenantId, wish: { kind: 'ignore', reason: '', until: null } } : { kind: 'rows-accepted', tenantIds: [tenantId] }),
    [dispatch],
  );
  const onPick = useCallback(
    (row: GridRow, anchor: HTMLElement, ofPsa: string | null) => setOpened({ kind: 'picker', tenantId: row.tenant.tenantId, anchor: anchor.getBoundingClientRect(), psaConnectionId: ofPsa ?? psaConnectionId, goesOn: false }),
    [psaConnectionId],
  );
  const onDetails = useCallback(
    (row: GridRow) => {
      if (panelHead) panelHead.focus();
      else setOpened({ kind: 'details', tenantId: row.tenant.tenantId });
    },
    [panelHead],
  );
  const close = useCallback(() => setOpened(undefined), []);
  const choose = (company: CompanyView) => {
    if (!opened || !openedRow) return;
    dispatch({ kind: 'company-chosen', tenantId: opened.tenantId, company });
    close();
    if (opened.kind === 'picker' && opened.goesOn) doneWith(openedRow, texts.chose(company.name, openedRow.tenant.name));
  };

  // Where one row was taken back or done again, it is the one to look at.
  const showTurned = useEffectEvent(() => {
    const [only, ...others] = state.turned?.step.rows ?? [];
    const found = only && others.length === 0 ? shown.findIndex(({ tenant }) => tenant.tenantId === only.tenantId) : -1;
    if (found !== -1) focusRow(found);
  });
  const turnedSeen = useRef(state.turned);
  useEffect(() => {
    if (turnedSeen.current !== state.turned) showTurned();
    turnedSeen.current = state.turned;
  }, [state.turned]);

  const detailsOf = (row: GridRow, after: () => void) => {
    const { tenantId } = row.tenant;
    const actions: DetailsActions = {
      onUse: (company) => {
        dispatch({ kind: 'company-chosen', tenantId, company });
        after();
      },
      onDecide: (wish) => {
        dispatch({ kind: 'decided', tenantId, wish });
        if (wish.kind === 'ignore') after();
      },
      onCreate: (psa) => setOpened({ kind: 'new-company', tenantId, psaConnectionId: psa }),
      onSearch: () => openPicker(row, panelHead ?? undefined, false),
    };
    const histories = (psaConnectionId === null ? connections.psaConnections.map((psa) => psa.psaConnectionId) : [psaConnectionId]).filter((psa) => row.tenant.units.some((unit) => unit.psaConnectionId === psa));
    return { row, psaConnectionId, actions: canMap ? actions : undefined, histories, onHistory: (psa: string) => setOpened({ kind: 'history', tenantId, psaConnectionId: psa }) };
  };

  return (
    <>
      <div className={hasPanel ? 'grid-area' : 'panel'}>
        {shown.length > 0 && (
          <TenantGrid
            key={layout === 'narrow' ? 'cards' : 'table'}
            rows={shown}
            listKey={find}
            place={place}
            onPlace={setPlace}
            onCommand={onCommand}
            layout={layout}
            hasPanel={hasPanel}
            psaColumns={psaColumns}
            isReadOnly={!canMap}
            page={page}
            coveredBelow={coveredBelow}
            onInclude={onInclude}
            onAct={onAct}
            onPick={onPick}
            onDetails={onDetails}
          />
        )}
        {hasPanel && current && detailed && <DetailsPanel ref={setPanelHead} {...detailsOf(detailed, () => focusRow(at))} onLeave={() => focusRow(at)} onHelp={onHelp} />}
      </div>
      <Suspense>
        {opened?.kind === 'picker' && openedRow && (
          <PickerDialog
            row={openedRow}
            psaConnectionId={opened.psaConnectionId}
            anchor={opened.anchor}
            recent={recent}
            onClose={close}
            onPick={choose}
            onCreate={(psa) => setOpened({ kind: 'new-company', tenantId: opened.tenantId, psaConnectionId: psa })}
            onClear={() => {
              dispatch({ kind: 'choice-cleared', tenantId: opened.tenantId });
              close();
            }}
          />
        )}
        {opened?.kind === 'details' && openedRow && <RowDetailsDialog {...detailsOf(openedRow, close)} onClose={close} />}
        {opened?.kind === 'history' && openedRow && <TimelineDialog tenantId={opened.tenantId} tenantName={openedRow.tenant.name} psaConnectionId={opened.psaConnectionId} onClose={close} />}
        {opened?.kind === 'new-company' && openedRow && <NewCompanyDialog tenant={openedRow.tenant} psaConnectionId={opened.psaConnectionId} onChosen={choose} onClose={close} />}
      </Suspense>
    </>
  );
}
