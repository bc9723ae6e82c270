import { useCallback, useEffect, useState } from 'react';
import { isAbort, toApiError, type ApiError } from '../apiError.js';

/** `data` stays while it is read again; `error` is of the latest try. */
export type Loaded<Data> = {
  readonly data: Data | undefined;
  readonly error: ApiError | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
};

/** Reads on mount, when `load` changes (keep it stable) and on `reload()`. The latest call wins. */
export function useLoad<Data>(load: (signal: AbortSignal) => Promise<Data>): Loaded<Data> {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<{ load: unknown; attempt: number; data?: Data; error?: ApiError }>();
  useEffect(() => {
    const abort = new AbortController();
    load(abort.signal).then(
      (data) => {
        if (!abort.signal.aborted) setSettled({ load, attempt, data });
      },
      (thrown: unknown) => {
        if (abort.signal.aborted || isAbort(thrown)) return;
        setSettled((before) => ({ load, attempt, error: toApiError(thrown), ...(before?.data === undefined ? {} : { data: before.data }) }));
      },
    );
    return () => abort.abort();
  }, [load, attempt]);
  const isLoading = settled?.load !== load || settled.attempt !== attempt;
  const reload = useCallback(() => setAttempt((before) => before + 1), []);
  return { data: settled?.data, error: isLoading ? undefined : settled.error, isLoading, reload };
}
