import { useEffect, useState } from 'react';
import type { CandidateView, Suggestion } from '../../../contracts/autoMap.js';
import { ApiError, isAbort, toApiError } from '../apiError.js';
import type { ApiClient } from '../apiClient.js';
import { useTab } from '../app/useTab.js';

export type SuggestionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly outcome: Suggestion['kind']; readonly candidates: readonly CandidateView[] }
  /** The form works without suggestions. */
  | { readonly kind: 'failed'; readonly sentence: string };

/** What auto-map says of one tenant, against one PSA or (null) all. `matched`: it would choose the first candidate itself. `unmatched`: its candidates are guesses. */
export function useSuggestion(tenantId: string | undefined, psaConnectionId: string | null): SuggestionState {
  const { api } = useTab();
  const [found, setFound] = useState<{ for: string; state: SuggestionState }>();
  const wanted = `${tenantId ?? ''}\n${psaConnectionId ?? ''}`;
  useEffect(() => {
    if (tenantId === undefined) return undefined;
    const abort = new AbortController();
    const settle = (state: SuggestionState) => abort.signal.aborted || setFound({ for: wanted, state });
    suggest(api, tenantId, psaConnectionId, abort.signal).then(
      (suggestion) => settle({ kind: 'found', outcome: suggestion?.kind ?? 'unmatched', candidates: suggestion?.candidates ?? [] }),
      (thrown: unknown) => isAbort(thrown) || settle({ kind: 'failed', sentence: toApiError(thrown).problem.sentence }),
    );
    return () => abort.abort();
  }, [api, tenantId, psaConnectionId, wanted]);
  if (tenantId === undefined) return { kind: 'none' };
  return found?.for === wanted ? found.state : { kind: 'looking' };
}

async function suggest(api: ApiClient, tenantId: string, psaConnectionId: string | null, signal: AbortSignal): Promise<Suggestion | undefined> {
  let suggestion: Suggestion | undefined;
  for await (const event of api.stream('autoMap', { tenantIds: [tenantId], ...(psaConnectionId === null ? {} : { psaConnectionIds: [psaConnectionId] }) }, { signal })) {
    if (event.kind === 'failed') throw new ApiError('refused', event);
    if (event.kind === 'suggestions') suggestion = event.suggestions.find((each) => each.tenantId === tenantId) ?? suggestion;
  }
  return suggestion;
}
