import { useRef, useState } from 'react';
import type { ImportPreview, ImportResult } from '../../../contracts/transfer.js';
import type { Upload } from '../apiClient.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';

export type ImportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'shown'; readonly preview: ImportPreview; /** Something changed since: nothing was imported. */ readonly isOutdated: boolean; readonly isImporting: boolean }
  | { readonly kind: 'failed'; readonly error: ApiError };

/** A file chosen, looked at, and imported as it was looked at. */
export function useImport(onDone: (result: Exclude<ImportResult, { kind: 'outdated' }>) => void) {
  const { api } = useTab();
  const [state, setState] = useState<ImportState>({ kind: 'choosing' });
  const [error, setError] = useState<ApiError>();
  const file = useRef<File>(undefined);
  // The same wish keeps its key: sent again after a lost answer it is done once.
  const key = useRef({ fingerprint: '', text: '' });

  const look = async (chosen: File) => {
    file.current = chosen;
    setError(undefined);
    setState({ kind: 'reading', name: chosen.name });
    try {
      const preview = await api.upload('previewImport', { format: formatOf(chosen) }, uploadOf(chosen));
      setState({ kind: 'shown', preview, isOutdated: false, isImporting: false });
    } catch (thrown) {
      setState({ kind: 'failed', error: toApiError(thrown) });
    }
  };
  const importShown = async (preview: ImportPreview, reason: string) => {
    const { current: chosen } = file;
    if (!chosen) return;
    const { fingerprint } = preview;
    if (key.current.fingerprint !== fingerprint) key.current = { fingerprint, text: crypto.randomUUID() };
    setError(undefined);
    setState({ kind: 'shown', preview, isOutdated: false, isImporting: true });
    try {
      const result = await api.upload('importMappings', { format: formatOf(chosen), fingerprint, idempotencyKey: key.current.text, reason }, uploadOf(chosen));
      if (result.kind !== 'outdated') return onDone(result);
      setState({ kind: 'shown', preview, isOutdated: true, isImporting: false });
    } catch (thrown) {
      setError(toApiError(thrown));
      setState({ kind: 'shown', preview, isOutdated: false, isImporting: false });
    }
  };
  return {
    state,
    /** Of the import itself. */
    error,
    look: (chosen: File) => void look(chosen),
    lookAgain: () => file.current && void look(file.current),
    importShown: (preview: ImportPreview, reason: string) => void importShown(preview, reason),
    chooseOther: () => setState({ kind: 'choosing' }),
  };
}

function formatOf({ name }: File): 'csv' | 'json' {
  return /\.jsonl?$/i.test(name) ? 'json' : 'csv';
}

function uploadOf(content: File): Upload {
  return { content, type: formatOf(content) === 'json' ? 'application/json' : 'text/csv' };
}
