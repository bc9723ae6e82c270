import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError, isAbort, makeApiError, toApiError } from '../apiError.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useTab } from '../app/useTab.js';
import { texts } from './texts.js';

export type Refresh = {
  /** What is being read now; undefined: nothing. */
  readonly progress: string | undefined;
  readonly error: ApiError | undefined;
  readonly start: () => void;
  readonly cancel: () => void;
};

/** Reads every source again. Nothing that people decided is touched. */
export function useRefresh(): Refresh {
  const { api, setConnections } = useTab();
  const announce = useAnnounce();
  const [progress, setProgress] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = useCallback(async () => {
    const abort = new AbortController();
    running.current = abort;
    setError(undefined);
    setProgress(texts.refreshStarts);
    announce(texts.refreshStarts);
    try {
      let isDone = false;
      for await (const event of api.stream('syncSources', {}, { signal: abort.signal })) {
        if (event.kind === 'progress') setProgress(texts.refreshing(event.sourceName, event.done, event.total));
        if (event.kind === 'failed') throw new ApiError('refused', event);
        if (event.kind === 'done') {
          isDone = true;
          setConnections(event.connections);
          announce(texts.refreshed);
        }
      }
      if (!isDone) throw makeApiError('network');
    } catch (thrown) {
      if (!isAbort(thrown)) setError(toApiError(thrown));
    } finally {
      setProgress(undefined);
    }
  }, [api, announce, setConnections]);

  return { progress, error, start: useCallback(() => void run(), [run]), cancel: useCallback(() => running.current?.abort(), []) };
}
