import { useEffect, useState } from 'react';

/** How many pixels a sticky head and foot take, kept up to date. */
export function useHeights(head: HTMLElement | null, foot: HTMLElement | null): { readonly top: number; readonly bottom: number } {
  const [heights, setHeights] = useState({ top: 0, bottom: 0 });
  useEffect(() => {
    const observer = new ResizeObserver(() => setHeights({ top: head?.offsetHeight ?? 0, bottom: foot?.offsetHeight ?? 0 }));
    if (head) observer.observe(head);
    if (foot) observer.observe(foot);
    return () => observer.disconnect();
  }, [head, foot]);
  return heights;
}
