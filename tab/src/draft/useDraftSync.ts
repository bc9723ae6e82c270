import { useEffect, useEffectEvent, useRef, useState, type Dispatch } from 'react';
import { maxDecisions } from '../../../contracts/draft.js';
import { isAbort, toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';
import { nextBatch, type DraftAction, type DraftState } from './draftState.js';

const settleMs = 400;
const pollMs = 3_000;
const retryMs = 3_000;
const maxPartingDecisions = 100;

/** `error`: of the latest try to send or to look; undefined when it went well. */
export type DraftSync = { readonly isSending: boolean; readonly error: ApiError | undefined };

/**
 * Keeps the page and the shared draft in step: sends decisions a moment after they are made, looks for those of others every few seconds
 * while the page is to be seen. What is not sent goes at once when another page of the tab is opened, and when the tab is closed or loaded again.
 */
export function useDraftSync(state: DraftState, dispatch: Dispatch<DraftAction>, canMap: boolean): DraftSync {
  const { api } = useTab();
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<ApiError>();
  const isBusy = useRef(false);
  const [turn, setTurn] = useState(0);

  const send = useEffectEvent(async () => {
    const { sent, decisions } = nextBatch(state, maxDecisions);
    if (isBusy.current || decisions.length === 0) return;
    isBusy.current = true;
    setIsSending(true);
    try {
      const result = await api.call('decideDraft', { since: state.version, decisions });
      setError(undefined);
      dispatch({ kind: 'draft-answered', sent, result });
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isBusy.current = false;
      setIsSending(false);
      setTurn((before) => before + 1);
    }
  });

  const look = useEffectEvent(async (signal: AbortSignal) => {
    // While decisions are on their way the answer brings the news.
    if (isBusy.current || document.hidden) return;
    try {
      const news = await api.call('listDraft', { since: state.version }, { signal });
      if (!isBusy.current) dispatch({ kind: 'draft-news', news });
      if (state.wishes.size === 0) setError(undefined);
    } catch (thrown) {
      if (!isAbort(thrown)) setError(toApiError(thrown));
    }
  });

  useEffect(() => {
    if (!canMap || state.wishes.size === 0) return undefined;
    const timer = setTimeout(() => void send(), error ? retryMs : settleMs);
    return () => clearTimeout(timer);
  }, [canMap, state.wishes, error, turn]);

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const loop = async () => {
      await look(abort.signal);
      if (!abort.signal.aborted) timer = setTimeout(() => void loop(), pollMs);
    };
    const wake = () => void look(abort.signal);
    document.addEventListener('visibilitychange', wake);
    void loop();
    return () => {
      abort.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, []);

  const flush = useEffectEvent(() => void send());
  useEffect(() => () => flush(), []);

  const part = useEffectEvent(() => {
    // Small enough for a browser to finish it without the page. What is on its way already goes once more, which changes nothing.
    const { decisions } = nextBatch(state, maxPartingDecisions);
    if (canMap && decisions.length > 0) void api.call('decideDraft', { since: state.version, decisions }, { isParting: true }).catch(() => undefined);
  });
  useEffect(() => {
    const onHide = () => part();
    window.addEventListener('pagehide', onHide);
    return () => window.removeEventListener('pagehide', onHide);
  }, []);
  return { isSending, error };
}
