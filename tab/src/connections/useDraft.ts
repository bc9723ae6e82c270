import { useRef, useState } from 'react';
import type { CompanyKindsResult } from '../../../contracts/connections.js';
import type { CheckResult, ConnectionType, ConnectionView, SaveConnectionResult } from '../../../contracts/connections.js';
import type { RemarkView } from '../../../contracts/remark.js';
import { toApiError, type ApiError } from '../apiError.js';
import { useTab } from '../app/useTab.js';
import { remarkText } from '../remarks/remarkText.js';
import { draftOf, formOf, type ConnectionForm } from './connectionForm.js';

export type Work = 'test' | 'save' | 'kinds' | 'count';
type Saved = Extract<SaveConnectionResult, { kind: 'saved' }>;
type Kinds = Extract<CompanyKindsResult, { kind: 'kinds' | 'none' }>;
type Refusal = { readonly kind: 'confirm-hosts'; readonly hosts: readonly string[]; readonly work: Work } | { readonly kind: 'failed' } & RemarkView | { readonly kind: 'invalid' };

export type Draft = {
  readonly form: ConnectionForm;
  readonly set: (change: Partial<ConnectionForm>) => void;
  readonly running: Work | undefined;
  readonly error: ApiError | undefined;
  readonly refusal: Refusal | undefined;
  /** By field: `name`, `settings.…`, `secrets.…`. */
  readonly problems: ReadonlyMap<string, string>;
  readonly checked: Extract<CheckResult, { kind: 'connected' }> | undefined;
  readonly counted: Extract<CheckResult, { kind: 'connected' }> | undefined;
  readonly kinds: Kinds | undefined;
  readonly run: (work: Work, confirmed?: readonly string[]) => void;
};

/** A connection being filled in: tried, counted and saved as it stands. */
export function useDraft(type: ConnectionType, connection: ConnectionView | undefined, onSaved: (name: string, saved: Saved) => void): Draft {
  const { api } = useTab();
  const [form, setForm] = useState(() => formOf(type, connection));
  const [running, setRunning] = useState<Work>();
  const [error, setError] = useState<ApiError>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const [checked, setChecked] = useState<Draft['checked']>();
  const [counted, setCounted] = useState<Draft['counted']>();
  const [kinds, setKinds] = useState<Kinds>();
  const latest = useRef(0);

  const take = (work: Work, name: string, result: CheckResult | CompanyKindsResult | SaveConnectionResult) => {
    switch (result.kind) {
      case 'invalid':
        setProblems(new Map(result.problems.map((problem) => [problem.field, remarkText(problem)])));
        return setRefusal({ kind: 'invalid' });
      case 'confirm-hosts':
        return setRefusal({ ...result, work });
      case 'failed':
        return setRefusal(result);
      case 'connected':
        return work === 'count' ? setCounted(result) : setChecked(result);
      case 'saved':
        return onSaved(name, result);
      default:
        return setKinds(result);
    }
  };
  const call = (work: Work, sent: ConnectionForm) => {
    const draft = draftOf(type, connection, sent);
    if (work === 'save') return api.call('saveConnection', { ...draft, seenVersion: connection?.details?.version ?? 0 });
    return work === 'kinds' ? api.call('listCompanyKinds', draft) : api.call('checkConnection', draft);
  };
  const start = async (work: Work, sent: ConnectionForm) => {
    const id = (latest.current += 1);
    setRunning(work);
    setError(undefined);
    setRefusal(undefined);
    setProblems(new Map());
    if (work === 'test') setChecked(undefined);
    try {
      const result = await call(work, sent);
      if (latest.current === id) take(work, sent.name.trim(), result);
    } catch (thrown) {
      if (latest.current === id) setError(toApiError(thrown));
    } finally {
      if (latest.current === id) setRunning(undefined);
    }
  };

  return {
    form,
    set(change) {
      // What was found out was about what stood there before.
      latest.current += 1;
      setRunning(undefined);
      setChecked(undefined);
      setCounted(undefined);
      setRefusal(undefined);
      if (change.participation === undefined) setKinds(undefined);
      // Another file brings its own columns.
      if (change.fileId !== undefined) setProblems(new Map());
      setForm((before) => ({ ...before, ...change }));
    },
    running,
    error,
    refusal,
    problems,
    checked,
    counted,
    kinds,
    run(work, confirmed = []) {
      const sent = { ...form, confirmedHosts: [...new Set([...form.confirmedHosts, ...confirmed])] };
      setForm(sent);
      void start(work, sent);
    },
  };
}
