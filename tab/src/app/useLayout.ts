import { createContext, useContext, useEffect, useState, type RefObject } from 'react';

/** By the width of the tab, not of the screen: Teams may put a chat beside it. */
export type Layout = 'wide' | 'medium' | 'narrow';

function layoutOf(widthPx: number): Layout {
  if (widthPx >= 1000) return 'wide';
  return widthPx >= 640 ? 'medium' : 'narrow';
}

export const LayoutContext = createContext<Layout>('wide');

export function useLayout(): Layout {
  return useContext(LayoutContext);
}

export function useMeasuredLayout(ref: RefObject<HTMLElement | null>): Layout {
  const [layout, setLayout] = useState<Layout>(() => layoutOf(window.innerWidth));
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setLayout(layoutOf(entry.contentRect.width));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return layout;
}
