import { useCallback, useEffect, useRef, useState } from 'react';
import type { SourceRef } from '../../../contracts/session.js';
import { ApiError, isAbort, makeApiError, toApiError } from '../apiError.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useTab } from '../app/useTab.js';
import { areAllComplete } from './sourceHealthText.js';
import { texts } from './texts.js';

/** Nothing given: every list. See `syncRequest`. */
export type RefreshWish = { readonly source?: SourceRef; readonly confirmedMissing?: number };

export type Refresh = {
  /** What is being read now, one text a list; undefined: nothing that was started here. */
  readonly progress: readonly string[] | undefined;
  readonly error: ApiError | undefined;
  readonly start: (wish?: RefreshWish) => void;
  /** Ends the reading on the server, whoever started it. */
  readonly cancel: () => void;
  /** Starts what failed once more. */
  readonly again: () => void;
};

/** Reads the sources again. Nothing that people decided is touched. */
export function useRefresh(): Refresh {
  const { api, setConnections } = useTab();
  const announce = useAnnounce();
  const [progress, setProgress] = useState<readonly string[]>();
  const [error, setError] = useState<ApiError>();
  const running = useRef<AbortController>(undefined);
  const wished = useRef<RefreshWish>({});
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(
    async (wish: RefreshWish) => {
      const abort = new AbortController();
      const lines = new Map<string, string>();
      running.current?.abort();
      running.current = abort;
      wished.current = wish;
      setError(undefined);
      setProgress([texts.refreshStarts]);
      announce(texts.refreshStarts);
      try {
        let isDone = false;
        for await (const event of api.stream('syncSources', wish, { signal: abort.signal })) {
          if (event.kind === 'progress') {
            lines.set(JSON.stringify(event.source), texts.progress(event.sourceName, event.done, event.total));
            setProgress([...lines.values()]);
          }
          if (event.kind === 'failed') throw new ApiError('refused', event);
          if (event.kind === 'done') {
            isDone = true;
            setConnections(event.connections);
            announce(areAllComplete(event.connections) ? texts.refreshed : texts.refreshedInPart);
          }
        }
        if (!isDone) throw makeApiError('network');
      } catch (thrown) {
        if (!isAbort(thrown)) setError(toApiError(thrown));
      } finally {
        if (running.current === abort) setProgress(undefined);
      }
    },
    [api, announce, setConnections],
  );
  const cancel = useCallback(async () => {
    running.current?.abort();
    try {
      setConnections(await api.call('cancelSync', {}));
      announce(texts.cancelled);
    } catch (thrown) {
      setError(toApiError(thrown));
    }
  }, [api, announce, setConnections]);

  return {
    progress,
    error,
    start: useCallback((wish = {}) => void run(wish), [run]),
    cancel: useCallback(() => void cancel(), [cancel]),
    again: useCallback(() => void run(wished.current), [run]),
  };
}
