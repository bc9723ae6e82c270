import { useEffect, useRef, useState } from 'react';
import type { StoredTenantId } from '../../../contracts/psaWrites.js';
import { ApiError, isAbort, makeApiError, toApiError } from '../apiError.js';
import type { ApiClient } from '../apiClient.js';
import { useTab } from '../app/useTab.js';

type Run = { readonly done: number; readonly total: number; readonly stored: number; readonly alreadyThere: number; readonly refused: readonly StoredTenantId[] };
const noRun: Run = { done: 0, total: 0, stored: 0, alreadyThere: 0, refused: [] };
export type StoreState = { readonly kind: 'idle' } | { readonly kind: 'running' | 'done' | 'stopped'; readonly run: Run } | { readonly kind: 'failed'; readonly error: ApiError; readonly run: Run };

/** Stores the tenant ids of one save in the PSAs. Stops when the page is left. */
export function useStoreTenantIds(changeSetId: string) {
  const { api } = useTab();
  const [state, setState] = useState<StoreState>({ kind: 'idle' });
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const start = async () => {
    const current = new AbortController();
    abort.current = current;
    let run = noRun;
    setState({ kind: 'running', run });
    try {
      for await (const next of runsOf(api, changeSetId, current.signal)) {
        run = next;
        setState({ kind: 'running', run });
      }
      setState({ kind: 'done', run });
    } catch (thrown) {
      setState(isAbort(thrown) ? { kind: 'stopped', run } : { kind: 'failed', error: toApiError(thrown), run });
    }
  };
  return { state, start, stop: () => abort.current?.abort() };
}

async function* runsOf(api: ApiClient, changeSetId: string, signal: AbortSignal): AsyncIterable<Run> {
  let run = noRun;
  for await (const event of api.stream('storeTenantIds', { changeSetId }, { signal })) {
    switch (event.kind) {
      case 'progress':
        run = { ...run, done: event.done, total: event.total };
        break;
      case 'row':
        run = withRow(run, event.row);
        break;
      case 'failed':
        throw new ApiError('refused', event);
      case 'done':
        return;
    }
    yield run;
  }
  throw makeApiError('network');
}

function withRow(run: Run, row: StoredTenantId): Run {
  switch (row.outcome) {
    case 'stored':
      return { ...run, stored: run.stored + 1 };
    case 'already-there':
      return { ...run, alreadyThere: run.alreadyThere + 1 };
    case 'refused':
      return { ...run, refused: [...run.refused, row] };
  }
}
