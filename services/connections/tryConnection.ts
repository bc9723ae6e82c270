import type { Caller } from '../domain/organization.js';
import type { Remark } from '../domain/remark.js';
import { toAppError, type AppError } from '../runtime/errors.js';
import { connectForTrial, type Trial } from './connectionType.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { readDraft, type ConnectionDraft, type DraftRefusal } from './readDraft.js';

/** `count`: rows that take part; null when the source gives no count. `limits`: what can't be read. */
export type CheckResult = DraftRefusal | { kind: 'connected'; rows: 'tenants' | 'companies'; count: number | null; limits: Remark[] } | TrialFailure;
export type TrialFailure = { kind: 'failed' } & Remark;
export type CompanyKindView = { id: string; name: string; takesPartByDefault: boolean };
/** `none`: this PSA has no types and statuses to choose from. */
export type CompanyKindsResult = DraftRefusal | { kind: 'kinds'; types: CompanyKindView[]; statuses: CompanyKindView[] } | { kind: 'none' } | TrialFailure;

type Ports = ConnectionPorts;
const limitMs = 60_000;

/** Calls the other system once, as the draft says, and tells what its credentials may really read. Nothing is kept. */
export function checkConnection(ports: Ports) {
  return async (caller: Pick<Caller, 'orgId'>, draft: ConnectionDraft): Promise<CheckResult> =>
    tryOut(ports, caller, draft, async ({ trial, signal, rows }) => {
      const { count, limits } = await trial.checkAccess({ signal });
      return { kind: 'connected', rows, count, limits: [...limits] };
    });
}

/** The types and statuses of the PSA's companies, for people to choose which take part. */
export function listCompanyKinds(ports: Ports) {
  return async (caller: Pick<Caller, 'orgId'>, draft: ConnectionDraft): Promise<CompanyKindsResult> =>
    tryOut(ports, caller, draft, async ({ trial, signal }): Promise<CompanyKindsResult> => {
      if (!trial.kinds) return { kind: 'none' };
      const { types, statuses } = await trial.kinds.listKinds({ signal });
      return { kind: 'kinds', types: [...types], statuses: [...statuses] };
    });
}

type Tried = { readonly trial: Trial; readonly signal: AbortSignal; readonly rows: 'tenants' | 'companies' };

async function tryOut<Result>(ports: Ports, { orgId }: Pick<Caller, 'orgId'>, draft: ConnectionDraft, run: (tried: Tried) => Promise<Result>): Promise<Result | DraftRefusal | TrialFailure> {
  const ready = await readDraft(ports, orgId, draft);
  if (ready.kind !== 'ready') return ready;
  const signal = AbortSignal.timeout(limitMs);
  try {
    return await run({ trial: connectForTrial(ready.type, ready.access), signal, rows: ready.type.kind === 'partner-account' ? 'tenants' : 'companies' });
  } catch (thrown) {
    if (signal.aborted) return { kind: 'failed', sentence: `${ready.type.name} did not answer within a minute.`, facts: [{ code: 'silent-for-a-minute', system: ready.type.name }] };
    const error = toAppError(thrown);
    if (!isAboutTheSource(error)) throw error;
    ports.logger.info({ typeId: ready.type.typeId, code: error.code }, 'a connection was tried and refused');
    return { kind: 'failed', sentence: error.sentence, facts: error.facts };
  }
}

function isAboutTheSource({ code }: AppError): boolean {
  return code.startsWith('source-') || code === 'configuration';
}
