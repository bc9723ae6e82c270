import { useEffect, useState } from 'react';
import type { CandidateView, Suggestion } from '../../../contracts/autoMap.js';
import { isAbort } from '../apiError.js';
import type { ApiClient } from '../apiClient.js';
import { useTab } from '../app/useTab.js';

export type SuggestionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly candidates: readonly CandidateView[] }
  /** The form works without suggestions. */
  | { readonly kind: 'failed' };

/** What auto-map says of one tenant. */
export function useSuggestion(tenantId: string | undefined): SuggestionState {
  const { api } = useTab();
  const [found, setFound] = useState<{ tenantId: string; state: SuggestionState }>();
  useEffect(() => {
    if (tenantId === undefined) return undefined;
    const abort = new AbortController();
    const settle = (state: SuggestionState) => abort.signal.aborted || setFound({ tenantId, state });
    suggest(api, tenantId, abort.signal).then(
      (suggestion) => settle({ kind: 'found', candidates: suggestion?.candidates ?? [] }),
      (thrown: unknown) => isAbort(thrown) || settle({ kind: 'failed' }),
    );
    return () => abort.abort();
  }, [api, tenantId]);
  if (tenantId === undefined) return { kind: 'none' };
  return found?.tenantId === tenantId ? found.state : { kind: 'looking' };
}

async function suggest(api: ApiClient, tenantId: string, signal: AbortSignal): Promise<Suggestion | undefined> {
  let suggestion: Suggestion | undefined;
  for await (const event of api.stream('autoMap', { tenantIds: [tenantId] }, { signal })) {
    if (event.kind === 'failed') throw new Error(event.code);
    if (event.kind === 'suggestions') suggestion = event.suggestions.find((each) => each.tenantId === tenantId) ?? suggestion;
  }
  return suggestion;
}
