import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type FocusEvent, type KeyboardEvent } from 'react';
import type { Layout } from '../app/useLayout.js';
import { gridStops, moveInGrid, type GridPlace, type GridStop } from './gridKeys.js';
import type { GridRow } from './gridRow.js';
import { commandFor, type RowCommand } from './rowCommand.js';
import { TenantRowView, type RowActions } from './TenantRowView.js';
import { texts } from './texts.js';
import { useKeptFocus } from './useKeptFocus.js';
import { useRowWindow } from './useRowWindow.js';

const rowHeights = { wide: 68, medium: 96, narrow: 132 } as const satisfies Record<Layout, number>;
/** Pixels between two rows: cards stand apart. */
const rowGaps = { wide: 0, medium: 0, narrow: 8 } as const satisfies Record<Layout, number>;
const pageRows = 8;
const oneColumn = [null] as const;

/** Where focus is. `turn` grows each time that focus shall follow. */
export type FocusedPlace = GridPlace & { readonly turn: number };

type Props = RowActions & {
  readonly rows: readonly GridRow[];
  /** Another one: another list, to be seen from its top. */
  readonly listKey: string;
  readonly place: FocusedPlace;
  readonly onPlace: (place: FocusedPlace) => void;
  /** `anchor` is where a picker may open. */
  readonly onCommand: (command: RowCommand, row: GridRow, anchor: HTMLElement | undefined) => void;
  /** PSA connections with a column each; none: one column for all. */
  readonly psaColumns: readonly { readonly psaConnectionId: string; readonly label: string }[];
  /** Details stand beside it: less room for columns. */
  readonly hasPanel: boolean;
  readonly layout: Layout;
  readonly isReadOnly: boolean;
  /** The page scrolls in a narrow tab, the grid itself otherwise. */
  readonly page: HTMLElement | null;
  /** Pixels that the page's sticky foot covers when the page scrolls. */
  readonly coveredBelow: number;
};

/** An ARIA grid of any length: one tab stop, arrow keys, Space for the checkbox, and keys that decide (rowCommand.ts) while it has focus. */
export function TenantGrid({ rows, listKey, place, onPlace, onCommand, psaColumns, hasPanel, layout, isReadOnly, page, coveredBelow, onInclude, onAct, onPick, onDetails }: Props) {
  const [grid, setGrid] = useState<HTMLDivElement | null>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const turnSeen = useRef(place.turn);
  const [offset, setOffset] = useState(0);
  const columnIds = useMemo(() => (psaColumns.length === 0 ? oneColumn : psaColumns.map(({ psaConnectionId }) => psaConnectionId)), [psaColumns]);
  const companyHeads = psaColumns.length === 0 ? [{ psaConnectionId: '', label: texts.columns.company }] : psaColumns;
  const isPageScrolling = layout === 'narrow';
  const row = Math.min(place.row, rows.length - 1);
  const rowHeight = rowHeights[layout];
  const shown = useRowWindow({
    count: rows.length,
    rowHeight,
    scroller: isPageScrolling ? page : grid,
    offset: isPageScrolling ? offset : 0,
    coveredBelow: isPageScrolling ? coveredBelow : 0,
    listKey,
    keptIndex: row,
  });

  useEffect(() => {
    if (!isPageScrolling || !page || !grid) return undefined;
    const measure = () => setOffset(grid.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop);
    const observer = new ResizeObserver(measure);
    for (const part of page.children) observer.observe(part);
    return () => observer.disconnect();
  }, [isPageScrolling, page, grid]);

  useLayoutEffect(() => {
    void listKey;
    grid?.scrollTo({ top: 0 });
  }, [grid, listKey]);

  const follow = useEffectEvent(() => {
    if (turnSeen.current === place.turn) return;
    turnSeen.current = place.turn;
    shown.scrollTo(row);
    const wanted = stopElement(bodyRef.current, { row, stop: place.stop });
    (isVisible(wanted) ? wanted : stopElement(bodyRef.current, { row, stop: 'tenant' }))?.focus({ preventScroll: true });
  });
  useEffect(() => follow(), [place]);

  const keptFocus = useKeptFocus(() => stopElement(bodyRef.current, { row, stop: 'tenant' }));
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    const focused = placeOf(event.target);
    keptFocus.onFocus();
    if (focused && (focused.row !== row || focused.stop !== place.stop)) onPlace({ ...focused, turn: place.turn });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const current = rows[row];
    const stops = gridStops.filter((stop) => isVisible(stopElement(bodyRef.current, { row, stop })));
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    const next = event.altKey ? undefined : moveInGrid({ row, stop: place.stop }, { key: inReadingOrder(event.key, target), isCtrl: event.ctrlKey || event.metaKey }, rows.length, pageRows, stops);
    if (next) {
      event.preventDefault();
      onPlace({ ...next, turn: place.turn + 1 });
      return;
    }
    if (!current) return;
    if (!isReadOnly && event.key === ' ' && target.tagName === 'DIV') {
      event.preventDefault();
      if (current.company) onInclude(current, !current.isIncluded);
      return;
    }
    // Enter on a button is the button's own.
    const command = event.key === 'Enter' && target.tagName === 'BUTTON' ? undefined : commandFor({ key: event.key, hasModifier }, current, isReadOnly);
    if (!command) return;
    event.preventDefault();
    onCommand(command, current, stopElement(bodyRef.current, { row, stop: 'company' }) ?? undefined);
  };

  return (
    <div ref={setGrid} role="grid" aria-label={texts.grid} aria-rowcount={rows.length + 1} className={`grid grid-${layout} ${hasPanel ? 'grid-beside' : ''} ${psaColumns.length > 0 ? 'grid-psas' : ''}`} style={{ '--psas': psaColumns.length } as CSSProperties} onKeyDown={onKeyDown} onFocus={onFocus} onBlur={keptFocus.onBlur}>
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row grid-head-row">
          {(['check', 'tenant', 'account', 'state'] as const).map((name) => (
            <div key={name} role="columnheader" className={`cell cell-${name}`}>
              <span className={name === 'check' ? 'sr-only' : ''}>{texts.columns[name]}</span>
            </div>
          ))}
          {companyHeads.map(({ psaConnectionId, label }) => (
            <div key={psaConnectionId} role="columnheader" className="cell cell-company">
              {label}
            </div>
          ))}
          <div role="columnheader" className="cell cell-why">
            {texts.columns.why}
          </div>
        </div>
      </div>
      <div ref={bodyRef} role="rowgroup" className="grid-body" style={{ height: shown.heightPx }}>
        {shown.rows.map(({ index, topPx }) => {
          const item = rows[index];
          return (
            item && (
              <TenantRowView
                key={item.tenant.tenantId}
                row={item}
                index={index}
                topPx={topPx}
                heightPx={rowHeight - rowGaps[layout]}
                tabStop={index === row ? place.stop : undefined}
                isReadOnly={isReadOnly}
                onInclude={onInclude}
                onAct={onAct}
                psaColumns={columnIds}
                onPick={onPick}
                onDetails={onDetails}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function stopElement(body: HTMLElement | null, { row, stop }: GridPlace): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`[data-row="${row}"] [data-stop="${stop}"]`) ?? null;
}

function placeOf(target: Element): GridPlace | undefined {
  const row = target.closest('[data-row]')?.getAttribute('data-row');
  const stop = target.closest('[data-stop]')?.getAttribute('data-stop');
  const known = gridStops.find((name): name is GridStop => name === stop);
  return row && known ? { row: Number(row), stop: known } : undefined;
}

function isVisible(element: HTMLElement | null): boolean {
  return element !== null && element.getClientRects().length > 0;
}

/** On a page that runs from right to left the next column is on the left. */
function inReadingOrder(key: string, at: Element): string {
  if (getComputedStyle(at).direction === 'ltr') return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}
