import { useCallback, useState } from 'react';
import type { DraftDecision } from '../../../contracts/draft.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useLoad, type Loaded } from '../app/useLoad.js';
import { useTab } from '../app/useTab.js';
import { ignoredRows, type IgnoredRow } from './ignoredRows.js';
import { texts } from './texts.js';

/** What came of the latest step. `undo`: the row that was taken back and can be ignored again. */
export type IgnoredStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly tenantId: string }
  | { readonly kind: 'done'; readonly text: string; readonly undo?: { readonly row: IgnoredRow; readonly baseVersion: number } }
  | { readonly kind: 'lost'; readonly text: string }
  | { readonly kind: 'failed'; readonly error: ApiError };

export type Ignored = Loaded<readonly IgnoredRow[]> & {
  readonly step: IgnoredStep;
  readonly takeBack: (row: IgnoredRow) => void;
  readonly ignoreAgain: (row: IgnoredRow, baseVersion: number) => void;
  readonly dismiss: () => void;
};

/** The ignored tenants of the shared draft. Every step goes to the server at once and names the version that the person saw. */
export function useIgnored(): Ignored {
  const { api, listsVersion } = useTab();
  const load = useCallback(
    async (signal: AbortSignal) => {
      // Names that a refresh brings show up too.
      void listsVersion;
      const [{ rows }, { tenants }] = await Promise.all([api.call('listDraft', { since: 0 }, { signal }), api.call('listTenants', {}, { signal })]);
      return ignoredRows(rows, tenants, new Date().toISOString().slice(0, 10));
    },
    [api, listsVersion],
  );
  const loaded = useLoad(load);
  const { reload } = loaded;
  const [step, setStep] = useState<IgnoredStep>({ kind: 'idle' });

  const decide = useCallback(
    async (row: IgnoredRow, decision: DraftDecision, finish: (version: number) => IgnoredStep) => {
      setStep({ kind: 'running', tenantId: row.tenantId });
      try {
        const { conflicts, refused, rows } = await api.call('decideDraft', { since: 0, decisions: [decision] });
        const [lost] = conflicts;
        const version = rows.find(({ tenantId }) => tenantId === row.tenantId)?.version ?? 0;
        if (lost) setStep({ kind: 'lost', text: lost.decidedBy ? texts.conflict(row.name, lost.decidedBy.name) : texts.conflictBack(row.name) });
        else setStep(refused[0] ? { kind: 'lost', text: texts.notListed } : finish(version));
      } catch (thrown) {
        setStep({ kind: 'failed', error: toApiError(thrown) });
      }
      reload();
    },
    [api, reload],
  );
  const takeBack = (row: IgnoredRow) => {
    const { tenantId, version: baseVersion } = row;
    void decide(row, { kind: 'stop-ignoring', tenantId, baseVersion }, (version) => ({ kind: 'done', text: texts.takenBack(row.name), undo: { row, baseVersion: version } }));
  };
  const ignoreAgain = (row: IgnoredRow, baseVersion: number) => {
    const { tenantId, reason, until } = row;
    void decide(row, { kind: 'ignore', tenantId, baseVersion, reason, until }, () => ({ kind: 'done', text: texts.ignoredAgain(row.name) }));
  };
  return { ...loaded, step, takeBack, ignoreAgain, dismiss: () => setStep({ kind: 'idle' }) };
}
