import { useCallback, useEffect, useRef, useState, type Dispatch } from 'react';
import { ApiError, isAbort, makeApiError, toApiError } from '../apiError.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useTab } from '../app/useTab.js';
import type { BulkAction } from './bulkState.js';
import { texts } from './texts.js';

export type AutoMapState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'ended'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly error: ApiError };

export type AutoMap = { readonly state: AutoMapState; readonly start: () => void; readonly cancel: () => void; readonly dismiss: () => void };

/** Runs auto-map; suggestions show as they come. Leaving the page or `cancel` stops it and keeps what came. */
export function useAutoMap(dispatch: Dispatch<BulkAction>): AutoMap {
  const { api } = useTab();
  const announce = useAnnounce();
  const [state, setState] = useState<AutoMapState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(async () => {
    const abort = new AbortController();
    running.current?.abort();
    running.current = abort;
    let at = { done: 0, total: 0 };
    const end = (sentence: string) => {
      setState({ kind: 'ended', sentence });
      announce(sentence);
    };
    setState({ kind: 'running', ...at });
    announce(texts.autoMapStarts);
    try {
      for await (const event of api.stream('autoMap', {}, { signal: abort.signal })) {
        switch (event.kind) {
          case 'progress':
            at = { done: event.done, total: event.total };
            setState({ kind: 'running', ...at });
            break;
          case 'suggestions':
            dispatch({ kind: 'suggestions-came', suggestions: event.suggestions });
            break;
          case 'failed':
            throw new ApiError('refused', event);
          case 'done': {
            const { matched, needsReview, unmatched } = event;
            end(matched + needsReview + unmatched === 0 ? texts.autoMapNothing : texts.autoMapDone(matched, needsReview, unmatched));
            return;
          }
        }
      }
      throw makeApiError('network');
    } catch (thrown) {
      if (isAbort(thrown)) end(texts.autoMapStopped(at.done, at.total));
      else setState({ kind: 'failed', error: toApiError(thrown) });
    }
  }, [api, announce, dispatch]);

  return {
    state,
    start: useCallback(() => void run(), [run]),
    cancel: useCallback(() => running.current?.abort(), []),
    dismiss: useCallback(() => setState({ kind: 'idle' }), []),
  };
}
