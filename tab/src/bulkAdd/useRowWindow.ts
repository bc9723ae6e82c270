import { defaultRangeExtractor, useVirtualizer, type Range, type Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

type Options = {
  readonly count: number;
  readonly rowHeight: number;
  /** The scrolling element; undefined while it is not on the page yet. */
  readonly scroller: HTMLElement | null;
  /** Pixels between the top of the scroller's content and the first row. */
  readonly offset: number;
  /** Pixels at the bottom that something sticky covers. */
  readonly coveredBelow: number;
  /** Another one: another list, to be seen from its top. */
  readonly listKey: string;
  /** Stays on the page wherever it is scrolled to, so that focus is never lost. */
  readonly keptIndex: number;
};

export type RowWindow = {
  readonly rows: readonly { readonly index: number; readonly topPx: number }[];
  readonly heightPx: number;
  readonly scrollTo: (index: number) => void;
};

/** Rows beyond the edges that are kept ready, and how many more ahead while somebody scrolls: the drawing must not outrun them. */
const aroundRows = 4;
const aheadRows = 20;

function aheadOf(range: Range, direction: 'forward' | 'backward' | null): Range {
  if (direction === 'forward') return { ...range, endIndex: Math.min(range.count - 1, range.endIndex + aheadRows) };
  return direction === 'backward' ? { ...range, startIndex: Math.max(0, range.startIndex - aheadRows) } : range;
}

/** Which rows of a list of fixed-height rows have to be on the page. */
export function useRowWindow({ count, rowHeight, scroller, offset, coveredBelow, listKey, keptIndex }: Options): RowWindow {
  'use no memo';
  // What was kept ready for scrolling stays at rest: dropping it would draw the page once more for nothing.
  const way = useRef<{ readonly listKey: string; readonly direction: Virtualizer<HTMLElement, Element>['scrollDirection'] }>({ listKey, direction: null });
  const virtualizer: Virtualizer<HTMLElement, Element> = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: aroundRows,
    scrollMargin: offset,
    scrollPaddingEnd: coveredBelow,
    rangeExtractor: (range) => {
      const before = way.current.listKey === listKey ? way.current.direction : null;
      way.current = { listKey, direction: virtualizer.scrollDirection ?? before };
      const shown = defaultRangeExtractor(aheadOf(range, way.current.direction));
      return keptIndex < 0 || keptIndex >= count || shown.includes(keptIndex) ? shown : [...shown, keptIndex].sort((a, b) => a - b);
    },
  });
  // It keeps the places it worked out until it is told that they are wrong.
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  return {
    rows: virtualizer.getVirtualItems().map(({ index, start }) => ({ index, topPx: start - offset })),
    heightPx: virtualizer.getTotalSize(),
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
