import { z } from 'zod';
import { changedRow } from './history.js';
import { saveSummary } from './mappings.js';
import { remark } from './remark.js';
import { idempotencyKey, reason } from './values.js';

export const fileFormat = z.enum(['csv', 'json']);
export type FileFormat = z.infer<typeof fileFormat>;

export const exportQuery = z.strictObject({ format: fileFormat });

/** Of the address; the file is the body. */
export const previewImportQuery = z.strictObject({ format: fileFormat });
/** A dry run. `rows` and `refused` are the first 500; `unchanged` counts tenants, the other counts rows. `fingerprint` goes back with the import. */
export const importPreview = z.object({
  fingerprint: z.string(),
  counts: saveSummary.pick({ added: true, changed: true, removed: true }).extend({ unchanged: z.int(), refused: z.int() }),
  rows: z.array(changedRow.extend({ line: z.int() })),
  refused: z.array(remark.extend({ line: z.int() })),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importQuery = z.strictObject({ format: fileFormat, fingerprint: z.string().regex(/^[0-9a-f]{64}$/), idempotencyKey, reason });
/** `outdated`: something changed since the preview; nothing was imported. */
export const importResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), summary: saveSummary, isRepeat: z.boolean() }),
  z.object({ kind: z.literal('unchanged') }),
  z.object({ kind: z.literal('outdated'), sentence: z.string() }),
]);
export type ImportResult = z.infer<typeof importResult>;
