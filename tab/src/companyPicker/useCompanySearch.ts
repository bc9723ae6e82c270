import { useEffect, useState } from 'react';
import type { CompanyList } from '../../../contracts/companies.js';
import { isAbort, toApiError } from '../apiError.js';
import { useDebounced } from '../app/useDebounced.js';
import { useTab } from '../app/useTab.js';

type Found = CompanyList & { readonly isSearching: boolean; readonly failure: string | undefined };

const debounceMs = 150;
const limit = 50;

/** Companies that fit, searched on the server; the last answer stays shown until the next one comes. */
export function useCompanySearch(query: string, psaConnectionId: string | null): Found {
  const { api } = useTab();
  const settled = useDebounced(query.trim(), debounceMs);
  const [answer, setAnswer] = useState<{ for: string; list: CompanyList; failure?: string }>();
  const wanted = `${psaConnectionId ?? ''}\n${settled}`;
  useEffect(() => {
    const abort = new AbortController();
    api.call('searchCompanies', { query: settled, limit, ...(psaConnectionId === null ? {} : { psaConnectionId }) }, { signal: abort.signal }).then(
      (list) => {
        if (!abort.signal.aborted) setAnswer({ for: wanted, list });
      },
      (thrown: unknown) => {
        if (!isAbort(thrown) && !abort.signal.aborted) setAnswer({ for: wanted, list: { companies: [], total: 0 }, failure: toApiError(thrown).problem.sentence });
      },
    );
    return () => abort.abort();
  }, [api, settled, psaConnectionId, wanted]);
  const isSearching = answer?.for !== wanted || settled !== query.trim();
  return { ...(answer?.list ?? { companies: [], total: 0 }), isSearching, failure: answer?.failure };
}
