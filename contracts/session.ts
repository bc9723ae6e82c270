import { z } from 'zod';
import { problem } from './problem.js';
import { facts } from './remark.js';
import { instant, partnerAccountId, person, psaConnectionId, role } from './values.js';

/** How far a list can be trusted: what its latest pull gave and how old the rows are. */
export const sourceHealth = z.object({
  /** `paused`: not read until somebody resumes it; what it had stays. */
  state: z.enum(['never-synced', 'paused', 'syncing', 'complete', 'partial', 'failed']),
  /** End of the latest complete pull; null when there was none. */
  completeAt: instant.nullable(),
  /** End of the latest pull, whatever came of it; null when there was none. */
  triedAt: instant.nullable(),
  /** Sentences for people; '' when all is well. */
  why: z.string(),
  facts,
  rowCount: z.int(),
  /** How far a running pull is; `total` 0 while unknown. */
  progress: z.object({ done: z.int(), total: z.int() }).nullable(),
  /** So many known rows were not in a list that came whole; they are kept until that is confirmed. 0: none. */
  doubtedRows: z.int(),
});
export type SourceHealth = z.infer<typeof sourceHealth>;

export const connections = z.object({
  /** A tenant that several accounts list counts once. */
  tenantCount: z.int(),
  partnerAccounts: z.array(z.object({ partnerAccountId, name: z.string(), health: sourceHealth })),
  psaConnections: z.array(z.object({ psaConnectionId, psaName: z.string(), name: z.string(), health: sourceHealth })),
});
export type Connections = z.infer<typeof connections>;

/** Who is signed in and what the pages need to know once. */
export const session = z.object({
  organizationName: z.string(),
  person,
  role,
  /** Where "Connect licenses to billing profile" leads: an https address with {tenantId} and {companyId}; null when none is set. */
  nextStepUrl: z.string().nullable(),
  /** Auto-map shall propose as soon as the bulk page opens, before anybody asks. */
  autoMapsOnOpen: z.boolean(),
});
export type Session = z.infer<typeof session>;

export const sourceRef = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('partner-account'), partnerAccountId }), z.strictObject({ kind: z.literal('psa-connection'), psaConnectionId })]);
export type SourceRef = z.infer<typeof sourceRef>;

/** Nothing given: every list. `confirmedMissing`: a person has seen that so many known rows are not in the list (`doubtedRows`), and says that this is right. */
export const syncRequest = z.strictObject({ source: sourceRef.optional(), confirmedMissing: z.int().min(1).optional() });
/** One line of the answer's NDJSON stream. */
export const syncEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), source: sourceRef, sourceName: z.string(), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('done'), connections }),
  problem.extend({ kind: z.literal('failed') }),
]);
export type SyncEvent = z.infer<typeof syncEvent>;
