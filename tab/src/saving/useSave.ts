import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveRow, SaveResult } from '../../../contracts/mappings.js';
import { ApiError, isAbort, makeApiError, toApiError } from '../apiError.js';
import type { ApiClient } from '../apiClient.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useTab } from '../app/useTab.js';
import { attemptFor, type SaveAttempt } from './saveAttempt.js';
import { texts } from './texts.js';

export type SaveProgress = { readonly text: string; readonly done: number; readonly total: number };
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving'; readonly progress: SaveProgress }
  | { readonly kind: 'answered'; readonly result: SaveResult; readonly rows: readonly SaveRow[] }
  | { readonly kind: 'failed'; readonly error: ApiError; readonly rows: readonly SaveRow[] };

export type Saving = {
  readonly state: SaveState;
  /** Resolves with the answer; undefined when none came (the state says why) or a save runs already. */
  readonly save: (rows: readonly SaveRow[], reason?: string) => Promise<SaveResult | undefined>;
  readonly dismiss: () => void;
};

/** One save at a time. A save is not broken off when the page is left: the server finishes it. */
export function useSave(): Saving {
  const { api } = useTab();
  const announce = useAnnounce();
  const [state, setState] = useState<SaveState>({ kind: 'idle' });
  const unsettled = useRef<SaveAttempt>(undefined);
  const isRunning = useRef(false);
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const save = useCallback(
    async (rows: readonly SaveRow[], reason = '') => {
      if (isRunning.current || rows.length === 0) return undefined;
      isRunning.current = true;
      const show = (next: SaveState) => isMounted.current && setState(next);
      const attempt = attemptFor(rows, reason.trim(), unsettled.current, () => crypto.randomUUID());
      unsettled.current = attempt;
      const { length: total } = attempt.rows;
      show({ kind: 'saving', progress: { text: texts.starting(total), done: 0, total } });
      announce(texts.starting(total));
      try {
        const result = await sendSave(api, attempt, (progress) => show({ kind: 'saving', progress }));
        unsettled.current = undefined;
        show({ kind: 'answered', result, rows: attempt.rows });
        return result;
      } catch (thrown) {
        if (isAbort(thrown)) return undefined;
        const error = toApiError(thrown);
        // Only when no answer came may the rows have been saved; then the same key must go again.
        if (error.kind !== 'network') unsettled.current = undefined;
        show({ kind: 'failed', error, rows: attempt.rows });
        return undefined;
      } finally {
        isRunning.current = false;
      }
    },
    [api, announce],
  );
  return { state, save, dismiss: useCallback(() => setState({ kind: 'idle' }), []) };
}

async function sendSave(api: ApiClient, { key, rows, reason }: SaveAttempt, onProgress: (progress: SaveProgress) => void): Promise<SaveResult> {
  for await (const event of api.stream('saveMappings', { idempotencyKey: key, rows: [...rows], reason })) {
    switch (event.kind) {
      case 'progress': {
        const { phase, done, total } = event;
        onProgress({ text: texts[phase](done, total), done, total });
        break;
      }
      case 'failed':
        throw new ApiError('refused', event);
      case 'result':
        return event.result;
    }
  }
  throw makeApiError('network');
}
