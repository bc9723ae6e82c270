import { z } from 'zod';
import { evidence } from './evidence.js';
import { problem } from './problem.js';
import { changeSetId, companyId, idempotencyKey, instant, mappingOrigin, partnerAccountId, person, psaConnectionId, reason, tenantId } from './values.js';

/** One row of the Company page. */
export const mappingView = z.object({
  tenantId,
  tenantName: z.string(),
  domain: z.string(),
  partnerAccountNames: z.array(z.string()),
  psaConnectionId,
  psaName: z.string(),
  companyId,
  companyName: z.string(),
  origin: mappingOrigin,
  score: z.number().nullable(),
  /** Of the time of linking, strongest first. */
  evidence: z.array(evidence).readonly(),
  decidedBy: person,
  decidedAt: instant,
  /** Of the unit (tenant, PSA connection). */
  version: z.int(),
});
export type MappingView = z.infer<typeof mappingView>;

export const mappingQuery = z.strictObject({
  /** Tenant, domain, tenant id, company, company id or person. */
  query: z.string().max(200).default(''),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  offset: z.coerce.number().int().min(0).default(0),
});
/** Newest first. `total` counts all that fit the query, `all` every link. */
export const mappingList = z.object({ mappings: z.array(mappingView), total: z.int(), all: z.int() });
export type MappingList = z.infer<typeof mappingList>;

/**
 * One wish about one tenant and one company.
 * `link`: this company alone, in place of any other in that PSA. `link-also`: beside the others. `unlink`: no longer.
 */
export const saveRow = z.strictObject({
  action: z.enum(['link', 'link-also', 'unlink']),
  tenantId,
  psaConnectionId,
  companyId,
  /** The unit's version when the person saw it; 0 when it had none. */
  baseVersion: z.int().min(0),
  origin: z.enum(['auto', 'manual']),
  /** Given when the person picked a partner account: the tenant must be listed by it. */
  partnerAccountId: partnerAccountId.optional(),
});
export type SaveRow = z.input<typeof saveRow>;

export const saveRequest = z.strictObject({ idempotencyKey, rows: z.array(saveRow).min(1).max(10_000), reason });
export type SaveRequest = z.input<typeof saveRequest>;

const rowKey = { tenantId, psaConnectionId };
export const saveSummary = z.object({
  changeSetId,
  at: instant,
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  /** Rows that already were as wished. */
  skipped: z.int(),
});
export type SaveSummary = z.infer<typeof saveSummary>;

const names = z.array(z.string());
export const rowConflict = z.object({
  ...rowKey,
  tenantName: z.string(),
  /** The company names that the request would have set. */
  wished: names,
  /** The company names that are there now, who decided and when; null when the link was removed. */
  current: z.object({ companies: names, version: z.int(), decidedBy: person.nullable(), decidedAt: instant.nullable() }),
  sentence: z.string(),
});
export type RowConflict = z.infer<typeof rowConflict>;

export const rowProblem = z.object({
  ...rowKey,
  companyId,
  code: z.enum(['unknown-tenant', 'unknown-company', 'unknown-psa', 'tenant-not-in-account', 'linked-elsewhere', 'twice-in-request']),
  sentence: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

/** All or nothing: only `saved` has changed anything. */
export const saveResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), summary: saveSummary, /** true: this key had been saved before; this is that answer. */ isRepeat: z.boolean() }),
  z.object({ kind: z.literal('unchanged'), skipped: z.int() }),
  z.object({ kind: z.literal('conflict'), conflicts: z.array(rowConflict), sentence: z.string() }),
  z.object({ kind: z.literal('refused'), problems: z.array(rowProblem), sentence: z.string() }),
]);
export type SaveResult = z.infer<typeof saveResult>;

/** One line of the answer's NDJSON stream; the last one is `result` or `failed`. */
export const saveEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), phase: z.enum(['checking', 'saving']), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('result'), result: saveResult }),
  problem.extend({ kind: z.literal('failed') }),
]);
export type SaveEvent = z.infer<typeof saveEvent>;

/** Undo is exact, or refused with the rows that later saves touched. `leaveOut`: rows that stay as they are ("undo the other N"). */
export const undoRequest = z.strictObject({ reason, leaveOut: z.array(z.strictObject(rowKey)).max(10_000).default([]) });
export type UndoRequest = z.input<typeof undoRequest>;
export const undoResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('undone'), summary: saveSummary, isRepeat: z.boolean() }),
  /** `otherCount`: how many rows could be undone without those. */
  z.object({ kind: z.literal('conflict'), conflicts: z.array(rowConflict), otherCount: z.int(), sentence: z.string() }),
]);
export type UndoResult = z.infer<typeof undoResult>;

