import { useCallback, useState } from 'react';
import type { HistoryVerdict } from '../../../contracts/history.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';

export type VerifyState = { readonly kind: 'idle' } | { readonly kind: 'running' } | { readonly kind: 'answered'; readonly verdict: HistoryVerdict } | { readonly kind: 'failed'; readonly error: ApiError };

/** Has the server check that the history is as it was written. */
export function useVerify(): { readonly state: VerifyState; readonly start: () => void; readonly dismiss: () => void } {
  const { api } = useTab();
  const [state, setState] = useState<VerifyState>({ kind: 'idle' });
  const run = useCallback(async () => {
    setState({ kind: 'running' });
    try {
      setState({ kind: 'answered', verdict: await api.call('verifyHistory', {}) });
    } catch (thrown) {
      setState({ kind: 'failed', error: toApiError(thrown) });
    }
  }, [api]);
  return { state, start: useCallback(() => void run(), [run]), dismiss: useCallback(() => setState({ kind: 'idle' }), []) };
}
