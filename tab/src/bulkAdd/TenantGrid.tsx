import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Layout } from '../app/useLayout.js';
import { gridStops, moveInGrid, type GridPlace, type GridStop } from './gridKeys.js';
import type { GridRow } from './gridRow.js';
import { TenantRowView, type RowActions } from './TenantRowView.js';
import { texts } from './texts.js';
import { useRowWindow } from './useRowWindow.js';

const rowHeights = { wide: 68, medium: 96, narrow: 162 } as const satisfies Record<Layout, number>;
/** Pixels between two rows: cards stand apart. */
const rowGaps = { wide: 0, medium: 0, narrow: 8 } as const satisfies Record<Layout, number>;
const pageRows = 8;

type Props = RowActions & {
  readonly rows: readonly GridRow[];
  readonly layout: Layout;
  readonly isReadOnly: boolean;
  /** The page scrolls in a narrow tab, the grid itself otherwise. */
  readonly page: HTMLElement | null;
  /** Pixels that the page's sticky foot covers when the page scrolls. */
  readonly coveredBelow: number;
};

/** An ARIA grid of any length: one tab stop, arrow keys, Enter for the picker, Space for the checkbox. */
export function TenantGrid({ rows, layout, isReadOnly, page, coveredBelow, onInclude, onPick, onDetails }: Props) {
  const [place, setPlace] = useState<GridPlace>({ row: 0, stop: 'tenant' });
  const [grid, setGrid] = useState<HTMLDivElement | null>(null);
  const bodyRef = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  const [offset, setOffset] = useState(0);
  const isPageScrolling = layout === 'narrow';
  const row = Math.min(place.row, rows.length - 1);
  const rowHeight = rowHeights[layout];
  const shown = useRowWindow({
    count: rows.length,
    rowHeight,
    scroller: isPageScrolling ? page : grid,
    offset: isPageScrolling ? offset : 0,
    coveredBelow: isPageScrolling ? coveredBelow : 0,
    keptIndex: row,
  });

  useEffect(() => {
    if (!isPageScrolling || !page || !grid) return undefined;
    const measure = () => setOffset(grid.getBoundingClientRect().top - page.getBoundingClientRect().top + page.scrollTop);
    const observer = new ResizeObserver(measure);
    for (const part of page.children) observer.observe(part);
    return () => observer.disconnect();
  }, [isPageScrolling, page, grid]);

  useEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    stopElement(bodyRef.current, { row, stop: place.stop })?.focus({ preventScroll: true });
  }, [row, place.stop]);

  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    const focused = placeOf(event.target);
    if (focused && (focused.row !== row || focused.stop !== place.stop)) setPlace(focused);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    const current = rows[row];
    const stops = gridStops.filter((stop) => isVisible(stopElement(bodyRef.current, { row, stop })));
    const next = event.altKey ? undefined : moveInGrid({ row, stop: place.stop }, { key: event.key, isCtrl: event.ctrlKey || event.metaKey }, rows.length, pageRows, stops);
    if (next) {
      event.preventDefault();
      isMoving.current = next.row !== row || next.stop !== place.stop;
      if (next.row !== row) shown.scrollTo(next.row);
      setPlace(next);
    } else if (current && !isReadOnly && event.key === 'Enter' && target.tagName !== 'BUTTON') {
      const anchor = stopElement(bodyRef.current, { row, stop: 'company' });
      if (anchor) onPick(current, anchor);
    } else if (current && !isReadOnly && event.key === ' ' && target.tagName === 'DIV') {
      event.preventDefault();
      if (current.company) onInclude(current, !current.isIncluded);
    }
  };

  return (
    <div ref={setGrid} role="grid" aria-label={texts.grid} aria-rowcount={rows.length + 1} className={`grid grid-${layout}`} onKeyDown={onKeyDown} onFocus={onFocus}>
      <div role="rowgroup" className="grid-head">
        <div role="row" aria-rowindex={1} className="grid-row grid-head-row">
          {(['check', 'tenant', 'account', 'state', 'company', 'why'] as const).map((name) => (
            <div key={name} role="columnheader" className={`cell cell-${name}`}>
              <span className={name === 'check' ? 'sr-only' : ''}>{texts.columns[name]}</span>
            </div>
          ))}
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
