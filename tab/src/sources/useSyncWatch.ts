import { useEffect } from 'react';
import type { Connections } from '../../../contracts/session.js';
import type { ApiClient } from '../apiClient.js';
import { isSyncing } from './sourceHealthText.js';

const everyMs = 2_000;

/** While the server reads a list (started by whomever), looks again until it is done. A failed look is tried again. */
export function useSyncWatch(api: ApiClient, connections: Connections, onChange: (connections: Connections) => void): void {
  useEffect(() => {
    if (!isSyncing(connections)) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.call('listConnections', {}, { signal: abort.signal }).then(
        (next) => abort.signal.aborted || onChange(next),
        () => abort.signal.aborted || onChange({ ...connections }),
      );
    }, everyMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, connections, onChange]);
}
