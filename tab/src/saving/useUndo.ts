import { useCallback, useState } from 'react';
import type { UndoResult } from '../../../contracts/mappings.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';

export type UndoState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'undoing' }
  | { readonly kind: 'answered'; readonly result: UndoResult }
  | { readonly kind: 'failed'; readonly error: ApiError; readonly changeSetId: string };

export type Undoing = {
  readonly state: UndoState;
  /** Resolves with the answer; undefined when none came. Safe to send twice: the server answers the same. */
  readonly undo: (changeSetId: string) => Promise<UndoResult | undefined>;
  readonly dismiss: () => void;
};

/** Takes a whole save back. */
export function useUndo(): Undoing {
  const { api } = useTab();
  const [state, setState] = useState<UndoState>({ kind: 'idle' });
  const undo = useCallback(
    async (changeSetId: string) => {
      setState({ kind: 'undoing' });
      try {
        const result = await api.call('undoChangeSet', {}, { params: { changeSetId } });
        setState({ kind: 'answered', result });
        return result;
      } catch (thrown) {
        setState({ kind: 'failed', error: toApiError(thrown), changeSetId });
        return undefined;
      }
    },
    [api],
  );
  return { state, undo, dismiss: useCallback(() => setState({ kind: 'idle' }), []) };
}
