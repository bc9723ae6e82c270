import { useCallback, useState } from 'react';
import type { UndoRequest, UndoResult } from '../../../contracts/mappings.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';

/** Why, and which rows stay as they are. */
export type UndoWish = UndoRequest;
export type UndoState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'undoing' }
  | { readonly kind: 'answered'; readonly result: UndoResult; readonly changeSetId: string; readonly wish: UndoWish }
  | { readonly kind: 'failed'; readonly error: ApiError; readonly changeSetId: string; readonly wish: UndoWish };

export type Undoing = {
  readonly state: UndoState;
  /** Resolves with the answer; undefined when none came. Safe to send twice: the server answers the same. */
  readonly undo: (changeSetId: string, wish?: UndoWish) => Promise<UndoResult | undefined>;
  readonly dismiss: () => void;
};

/** Takes a whole save back, or the rows of it that nobody touched since. */
export function useUndo(): Undoing {
  const { api } = useTab();
  const [state, setState] = useState<UndoState>({ kind: 'idle' });
  const undo = useCallback(
    async (changeSetId: string, wish: UndoWish = {}) => {
      setState({ kind: 'undoing' });
      try {
        const result = await api.call('undoChangeSet', wish, { params: { changeSetId } });
        setState({ kind: 'answered', result, changeSetId, wish });
        return result;
      } catch (thrown) {
        setState({ kind: 'failed', error: toApiError(thrown), changeSetId, wish });
        return undefined;
      }
    },
    [api],
  );
  return { state, undo, dismiss: useCallback(() => setState({ kind: 'idle' }), []) };
}
