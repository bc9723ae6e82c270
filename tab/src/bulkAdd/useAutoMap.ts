import { useCallback, useEffect, useRef, useState, type Dispatch } from 'react';
import { ApiError, isAbort, makeApiError, toApiError } from '../apiError.js';
import { psaLabel } from '../app/psaLabel.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useTab } from '../app/useTab.js';
import { psasNeverRead } from '../sources/sourceHealthText.js';
import type { BulkAction } from './bulkState.js';
import { texts } from './texts.js';

export type AutoMapState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly against: string | undefined; readonly done: number; readonly total: number }
  | { readonly kind: 'ended'; readonly sentence: string }
  | { readonly kind: 'failed'; readonly error: ApiError; readonly psaConnectionId: string | null };

export type AutoMap = { readonly state: AutoMapState; readonly start: (psaConnectionId: string | null) => void; readonly cancel: () => void; readonly dismiss: () => void };

/** Runs auto-map against every PSA or one; suggestions show as they come. Leaving the page or `cancel` stops it and keeps what came. */
export function useAutoMap(dispatch: Dispatch<BulkAction>): AutoMap {
  const { api, connections } = useTab();
  const announce = useAnnounce();
  const [state, setState] = useState<AutoMapState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(async (psaConnectionId: string | null) => {
    const abort = new AbortController();
    running.current?.abort();
    running.current = abort;
    let at = { done: 0, total: 0 };
    const psa = connections.psaConnections.find((each) => each.psaConnectionId === psaConnectionId);
    const against = psa && psaLabel(psa);
    const end = (sentence: string) => {
      setState({ kind: 'ended', sentence });
      announce(sentence);
    };
    setState({ kind: 'running', against, ...at });
    announce(texts.autoMapStarts(against));
    try {
      for await (const event of api.stream('autoMap', psa ? { psaConnectionIds: [psa.psaConnectionId] } : {}, { signal: abort.signal })) {
        switch (event.kind) {
          case 'progress':
            at = { done: event.done, total: event.total };
            setState({ kind: 'running', against, ...at });
            break;
          case 'suggestions':
            dispatch({ kind: 'suggestions-came', suggestions: event.suggestions, ...(psa ? { onlyPsa: psa.psaConnectionId } : {}) });
            break;
          case 'failed':
            throw new ApiError('refused', event);
          case 'done': {
            const { matched, needsReview, unmatched, ignored } = event;
            const unread = psasNeverRead(connections, psaConnectionId);
            end(matched + needsReview + unmatched + ignored === 0 ? texts.autoMapNothing : texts.autoMapDone({ matched, needsReview, unmatched, ignored, against, unread }));
            return;
          }
        }
      }
      throw makeApiError('network');
    } catch (thrown) {
      if (isAbort(thrown)) end(texts.autoMapStopped(at.done, at.total));
      else setState({ kind: 'failed', error: toApiError(thrown), psaConnectionId });
    }
  }, [api, announce, connections, dispatch]);

  return {
    state,
    start: useCallback((psaConnectionId) => void run(psaConnectionId), [run]),
    cancel: useCallback(() => running.current?.abort(), []),
    dismiss: useCallback(() => setState({ kind: 'idle' }), []),
  };
}
