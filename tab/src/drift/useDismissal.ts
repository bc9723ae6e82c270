import { useState } from 'react';
import type { LinkDrift } from '../../../contracts/drift.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';

/** What came of the latest step: `change` was called fine, or is to be looked at again (`isFine` false). */
export type DismissalStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done' | 'outdated'; readonly change: LinkDrift; readonly isFine: boolean }
  | { readonly kind: 'failed'; readonly error: ApiError };

export type Dismissal = { readonly step: DismissalStep; readonly decide: (change: LinkDrift, isFine: boolean) => void; readonly dismiss: () => void };

/** Calls changes fine and takes that back, one at a time. `onDecided` follows every answer. */
export function useDismissal(onDecided: () => void): Dismissal {
  const { api } = useTab();
  const [step, setStep] = useState<DismissalStep>({ kind: 'idle' });
  const decide = async (change: LinkDrift, isFine: boolean) => {
    setStep({ kind: 'running' });
    const { kind, tenantId, psaConnectionId, companyId, now } = change;
    try {
      const answer = await api.call('dismissDrift', { change: { kind, tenantId, psaConnectionId, companyId, now }, isFine });
      setStep({ kind: answer.kind, change, isFine });
    } catch (thrown) {
      setStep({ kind: 'failed', error: toApiError(thrown) });
    }
    onDecided();
  };
  return { step, decide: (change, isFine) => void decide(change, isFine), dismiss: () => setStep({ kind: 'idle' }) };
}
