import { useState } from 'react';
import type { FileFormat } from '../../../contracts/transfer.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useAnnounce } from '../app/useAnnounce.js';
import { useTab } from '../app/useTab.js';
import { texts } from './texts.js';

export type ExportState = { readonly kind: 'idle' } | { readonly kind: 'running' } | { readonly kind: 'done'; readonly fileName: string } | { readonly kind: 'failed'; readonly error: ApiError; readonly format: FileFormat };

/** Fetches the export and hands it to the browser as a download. */
export function useExport(): { readonly state: ExportState; readonly start: (format: FileFormat) => void; readonly dismiss: () => void } {
  const { api } = useTab();
  const announce = useAnnounce();
  const [state, setState] = useState<ExportState>({ kind: 'idle' });
  const run = async (format: FileFormat) => {
    setState({ kind: 'running' });
    announce(texts.exporting);
    try {
      const fileName = `tenant-mapping-${new Date().toISOString().slice(0, 10)}.${format}`;
      keep(await api.download('exportMappings', { format }), fileName);
      setState({ kind: 'done', fileName });
    } catch (thrown) {
      setState({ kind: 'failed', error: toApiError(thrown), format });
    }
  };
  return { state, start: (format) => void run(format), dismiss: () => setState({ kind: 'idle' }) };
}

function keep(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser takes the content a moment after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
