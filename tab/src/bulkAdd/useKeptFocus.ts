import { useLayoutEffect, useRef, type FocusEvent } from 'react';

/**
 * What has focus may leave the page with what it stands for. Then `heirOf()` takes focus, so that keyboards and readers stay where they
 * were. The handlers go on the part of the page that is looked after.
 */
export function useKeptFocus(heirOf: () => HTMLElement | null | undefined): { readonly onFocus: () => void; readonly onBlur: (event: FocusEvent) => void } {
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body && document.hasFocus()) heirOf()?.focus({ preventScroll: true });
  });
  return {
    onFocus: () => {
      hadFocus.current = true;
    },
    // Nothing else took it: the element went, or the window lost focus.
    onBlur: (event) => {
      hadFocus.current = event.relatedTarget === null;
    },
  };
}
