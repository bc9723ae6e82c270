import type { ChangeSetRequest, UnitChange, UnitKey } from '../domain/mapping.js';
import { unitKeyText } from '../domain/mapping.js';
import type { NotifiedConversation } from '../domain/notice.js';
import { sourceRefText, type SourceRef, type SyncRun } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import type { Fence, SealedSecret, StoredAction, StoredFile } from './ports.js';

const changesPerTurn = 1000;

/** An absent organization must never become a query over everybody's rows. Throws TypeError. */
export function requireOrgId(orgId: string): void {
  if (typeof orgId !== 'string' || orgId === '') throw new TypeError('orgId must be a non-empty string');
}

/** The changes, each checked as it passes: a unit at most once, and a company at most once in a unit. Throws TypeError. */
export function* distinctChanges({ idempotencyKey, changes }: ChangeSetRequest): Generator<UnitChange> {
  if (typeof idempotencyKey !== 'string' || idempotencyKey === '') throw new TypeError('idempotencyKey must be a non-empty string');
  const units = new Set<string>();
  for (const change of changes) {
    if (units.size === units.add(requireUnitKey(change)).size) throw namedTwice('unit');
    if (new Set(change.links.map(({ companyId }) => companyId)).size !== change.links.length) throw namedTwice('company of a unit');
    yield change;
  }
}

/** All of them, with pauses for other work. */
export async function requireDistinctChanges(request: ChangeSetRequest): Promise<void> {
  const checks = distinctChanges(request);
  for (let checked = 1; checks.next().done !== true; checked += 1) if (checked % changesPerTurn === 0) await yieldTurn();
}

/** A tenant at most once. Throws TypeError. */
export function requireDistinctTenants(rows: readonly { readonly row: { readonly tenantId: string } }[]): void {
  if (new Set(rows.map(({ row }) => row.tenantId)).size !== rows.length) throw namedTwice('tenant');
}

/** The unit's key as one text. Throws TypeError when a part is missing. */
export function requireUnitKey(key: UnitKey): string {
  if (!key.tenantId || !key.psaConnectionId) throw new TypeError('a unit needs a tenantId and a psaConnectionId');
  return unitKeyText(key);
}

/** Throws TypeError unless every row belongs to the source that the run pulled. */
export function requireRowsOf<Row>(run: SyncRun, rows: readonly Row[], sourceOf: (row: Row) => SourceRef, kind: SourceRef['kind']): void {
  if (run.source.kind !== kind) throw new TypeError(`the run's source must be a ${kind}`);
  const expected = sourceRefText(run.source);
  if (rows.some((row) => sourceRefText(sourceOf(row)) !== expected)) throw new TypeError(`a row does not belong to ${expected}`);
}

/** Throws TypeError: changes are on top of a complete list, or they are none. */
export function requireComplete({ outcome }: SyncRun): void {
  if (outcome !== 'complete') throw new TypeError('changes must come from a complete run');
}

/** Throws RangeError unless 1 <= limit <= 1000. */
export function requirePageLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new RangeError('limit must be 1 to 1000');
}

/** Throws RangeError unless the organization has had this version (0: before the first). */
export function requireOrgVersion(orgVersion: number, newest: number): void {
  if (!Number.isInteger(orgVersion) || orgVersion < 0 || orgVersion > newest) throw new RangeError(`orgVersion must be 0 to ${newest}`);
}

/** Throws TypeError unless it has an id and a text, RangeError unless its version is 1 or more. */
export function requireSecret({ secretId, version, sealed }: SealedSecret): void {
  if (!secretId || !sealed) throw new TypeError('a secret needs an id and a sealed text');
  if (!Number.isInteger(version) || version < 1) throw new RangeError('version must be 1 or more');
}

/** Throws TypeError unless it has an id, RangeError unless its version is 1 or more. */
export function requireConversation({ conversationId, version }: NotifiedConversation): void {
  if (!conversationId) throw new TypeError('a conversation needs an id');
  if (!Number.isInteger(version) || version < 1) throw new RangeError('version must be 1 or more');
}

/** Throws TypeError unless it has an id. */
export function requireFile({ fileId }: Pick<StoredFile, 'fileId'>): void {
  if (typeof fileId !== 'string' || fileId === '') throw new TypeError('a file needs an id');
}

/** Throws TypeError unless it has an id and a state. */
export function requireAction({ actionId, state }: Pick<StoredAction, 'actionId' | 'state'>): void {
  if (!actionId || !state) throw new TypeError('an action needs an id and a state');
}

/** What a write behind a fence rejects with when a newer token was given. */
export function fencedOff({ lease, token }: Fence): AppError {
  return new AppError('cancelled', `token ${token} of ${lease} is not the newest`, { sentence: 'Another process has taken this work over.' });
}

function namedTwice(what: string): TypeError {
  return new TypeError(`each ${what} may be named once only`);
}
