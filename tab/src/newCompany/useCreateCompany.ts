import { useRef, useState } from 'react';
import type { CompanyView } from '../../../contracts/companies.js';
import type { CreateCompanyRequest, DuplicateView } from '../../../contracts/psaWrites.js';
import { isAbort, toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';
import { remarkText } from '../remarks/remarkText.js';

export type CreateState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'creating' }
  /** Nothing was sent: these came to light meanwhile. */
  | { readonly kind: 'duplicates'; readonly sentence: string }
  /** `request` may have been carried out: to look again, it goes once more as it was. */
  | { readonly kind: 'unclear'; readonly sentence: string; readonly request: CreateCompanyRequest }
  /** Nothing was created. */
  | { readonly kind: 'failed'; readonly error: ApiError };

/** The server says of these that nothing was created. */
const refusals: readonly string[] = ['bad-request', 'not-allowed', 'not-found', 'key-reused', 'source-unauthorized', 'source-forbidden', 'source-blocked', 'source-throttled', 'source-unavailable'];

/** One order at a time. An order that nobody confirmed keeps its key, so that sending it again creates nothing twice. */
export function useCreateCompany(onCreated: (company: CompanyView) => void, onDuplicates: (duplicates: readonly DuplicateView[]) => void) {
  const { api } = useTab();
  const [state, setState] = useState<CreateState>({ kind: 'idle' });
  const isRunning = useRef(false);

  const send = async (request: CreateCompanyRequest) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setState({ kind: 'creating' });
    try {
      const result = await api.call('createCompany', request);
      if (result.kind === 'unclear') return setState({ kind: 'unclear', sentence: remarkText(result), request });
      if (result.kind === 'created') return onCreated(result.company);
      onDuplicates(result.duplicates);
      setState({ kind: 'duplicates', sentence: remarkText(result) });
    } catch (thrown) {
      if (isAbort(thrown)) return;
      const error = toApiError(thrown);
      const isRefused = error.kind === 'signed-out' || (error.kind === 'refused' && refusals.includes(error.problem.code));
      setState(isRefused ? { kind: 'failed', error } : { kind: 'unclear', sentence: error.problem.sentence, request });
    } finally {
      isRunning.current = false;
    }
  };
  return {
    state,
    /** An order of its own. */
    create: (order: Omit<CreateCompanyRequest, 'idempotencyKey'>) => send({ ...order, idempotencyKey: crypto.randomUUID() }),
    /** The same order once more: it creates nothing twice. */
    resend: send,
  };
}
