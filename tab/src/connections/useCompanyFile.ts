import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConnectionType, ConnectionView, FilePreview, Participation } from '../../../contracts/connections.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';
import { texts } from './texts.js';
import type { Draft } from './useDraft.js';

const largestBytes = 20 * 1024 * 1024;

export type CompanyFileState = {
  readonly preview: FilePreview | undefined;
  readonly isReading: boolean;
  /** Of the file, before the server has seen it. */
  readonly refusal: string | undefined;
  readonly error: ApiError | undefined;
  /** Uploads it and looks what it would give. No connection is changed. */
  readonly choose: (file: File) => void;
  /** Looks again, with that column for that field. */
  readonly setColumn: (field: string, heading: string) => void;
  /** Looks again at who takes part. */
  readonly setParticipation: (participation: Participation) => void;
};

/** The file of a connection being filled in: a new one, or the one that the connection has. */
export function useCompanyFile({ typeId, takesFile }: ConnectionType, connection: ConnectionView | undefined, { form, set }: Draft): CompanyFileState {
  const { api } = useTab();
  const [preview, setPreview] = useState<FilePreview>();
  const [isReading, setIsReading] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [error, setError] = useState<ApiError>();
  const latest = useRef(0);
  const source = connection?.source ?? null;
  const sourceText = JSON.stringify(source);

  /** Whoever asks later wins. */
  const run = useCallback(async (work: () => Promise<() => void>) => {
    const id = (latest.current += 1);
    setIsReading(true);
    setError(undefined);
    setRefusal(undefined);
    try {
      const apply = await work();
      if (latest.current === id) apply();
    } catch (thrown) {
      if (latest.current === id) setError(toApiError(thrown));
    } finally {
      if (latest.current === id) setIsReading(false);
    }
  }, []);
  const look = useCallback(
    (fileId: string | null, mapping: Readonly<Record<string, string>> | null, participation: Participation) => api.call('previewFile', { typeId, source: JSON.parse(sourceText) as typeof source, fileId, mapping, participation }),
    [api, typeId, sourceText],
  );
  const hasOwnFile = takesFile && connection !== undefined;
  const firstParticipation = useRef(form.participation);
  useEffect(() => {
    if (!hasOwnFile) return;
    void run(async () => {
      const found = await look(null, null, firstParticipation.current);
      return () => setPreview(found);
    });
  }, [hasOwnFile, look, run]);

  const choose = (file: File) => {
    if (file.size > largestBytes) return setRefusal(texts.fileTooLarge(file.name));
    void run(async () => {
      const { fileId } = await api.upload('uploadCompanyFile', { typeId, name: file.name.slice(-255) }, { content: file, type: 'text/csv' });
      const found = await look(fileId, null, form.participation);
      return () => {
        setPreview(found);
        set({ fileId, settings: found.mapping });
      };
    });
  };
  const lookAgain = (settings: Readonly<Record<string, string>>, participation: Participation) =>
    run(async () => {
      const found = await look(form.fileId, settings, participation);
      return () => setPreview(found);
    });

  return {
    preview,
    isReading,
    refusal,
    error,
    choose,
    setColumn(field, heading) {
      const settings = { ...form.settings, [field]: heading };
      set({ settings });
      void lookAgain(settings, form.participation);
    },
    setParticipation(participation) {
      set({ participation });
      if (preview) void lookAgain(form.settings, participation);
    },
  };
}
