import { z } from 'zod';
import { saveSummary } from './mappings.js';
import { changeSetId, companyId, idempotencyKey, instant, mappingOrigin, person, psaConnectionId, reason, tenantId } from './values.js';

export const via = z.enum(['tab', 'chat', 'import', 'api']);
const beforeVersion = z.coerce.number().int().min(1).optional();
/** `orgVersion` numbers the organization's saves 1, 2, 3 ...; 0 stands for the time before the first. */
const orgVersion = z.int().min(0);
const rowPage = { offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1000).default(200) };

/** One save. Newer entries tell by `undoes` which older ones were taken back. */
export const historyEntry = saveSummary.extend({ orgVersion, actor: person, via, reason: z.string(), undoes: changeSetId.nullable() });
export type HistoryEntry = z.infer<typeof historyEntry>;

export const historyQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(20), beforeVersion });
/** Newest first; the last `orgVersion` goes back as `beforeVersion`. */
export const historyList = z.object({ entries: z.array(historyEntry), hasMore: z.boolean() });
export type HistoryList = z.infer<typeof historyList>;

const linkView = z.object({ companyId, companyName: z.string(), origin: mappingOrigin, decidedBy: person, decidedAt: instant });
export const changedRow = z.object({ tenantId, tenantName: z.string(), psaConnectionId, psaName: z.string(), before: z.array(linkView), after: z.array(linkView) });
export type ChangedRow = z.infer<typeof changedRow>;

export const changeSetQuery = z.strictObject(rowPage);
export const changeSetDetails = z.object({ entry: historyEntry, rows: z.array(changedRow), total: z.int() });
export type ChangeSetDetails = z.infer<typeof changeSetDetails>;

export const timelineQuery = z.strictObject({ tenantId, psaConnectionId, limit: z.coerce.number().int().min(1).max(100).default(50), beforeVersion });
const timelineEntry = historyEntry.pick({ changeSetId: true, orgVersion: true, at: true, actor: true, via: true, reason: true, undoes: true }).extend({ before: z.array(linkView), after: z.array(linkView) });
/** What happened to one tenant in one PSA, newest first. */
export const timeline = z.object({ entries: z.array(timelineEntry), hasMore: z.boolean() });
export type Timeline = z.infer<typeof timeline>;

/** `orgVersion`: the save after which the links were as they shall be again. */
export const restoreQuery = z.strictObject({ orgVersion: z.coerce.number().int().min(0), ...rowPage });
/** `before`: now. `after`: as it would be. `seenVersion` goes back with the restore. */
export const restorePreview = z.object({ orgVersion, seenVersion: orgVersion, counts: saveSummary.pick({ added: true, changed: true, removed: true }), rows: z.array(changedRow), total: z.int() });
export type RestorePreview = z.infer<typeof restorePreview>;

export const restoreRequest = z.strictObject({ orgVersion, seenVersion: orgVersion, idempotencyKey, reason });
/** `outdated`: somebody saved since the preview; nothing was restored. */
export const restoreResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('restored'), summary: saveSummary, isRepeat: z.boolean() }),
  z.object({ kind: z.literal('unchanged') }),
  z.object({ kind: z.literal('outdated'), sentence: z.string() }),
]);
export type RestoreResult = z.infer<typeof restoreResult>;

/** Is every byte of the history as it was written? `broken` names the first save that does not fit. */
export const historyVerdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intact'), changeSetCount: z.int(), headHash: z.string() }),
  z.object({ kind: z.literal('broken'), orgVersion, why: z.string() }),
]);
export type HistoryVerdict = z.infer<typeof historyVerdict>;
