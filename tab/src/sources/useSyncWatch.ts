import { useEffect } from 'react';
import type { Connections } from '../../../contracts/session.js';
import type { ApiClient } from '../apiClient.js';
import { isAwaitingLists } from './sourceHealthText.js';

const busyMs = 2_000;
const idleMs = 60_000;

/** Looks how the lists are: often while the server reads one (started by whomever), else each minute. A failed look is tried again. */
export function useSyncWatch(api: ApiClient, connections: Connections, onChange: (connections: Connections) => void): void {
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      api.call('listConnections', {}, { signal: abort.signal }).then(
        (next) => abort.signal.aborted || onChange(next),
        () => abort.signal.aborted || onChange({ ...connections }),
      );
    }, isAwaitingLists(connections) ? busyMs : idleMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, connections, onChange]);
}
