import { z } from 'zod';
import { instant, partnerAccountId, person, psaConnectionId, role } from './values.js';

/** How far a list can be trusted: what its latest pull gave and how old the rows are. */
export const sourceHealth = z.object({
  state: z.enum(['never-synced', 'syncing', 'complete', 'partial', 'failed']),
  /** End of the latest complete pull; null when there was none. */
  completeAt: instant.nullable(),
  /** A sentence for people; '' when all is well. */
  why: z.string(),
  rowCount: z.int(),
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
});
export type Session = z.infer<typeof session>;

export const syncRequest = z.strictObject({});
/** One line of the answer's NDJSON stream. */
export const syncEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), sourceName: z.string(), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('done'), connections }),
  z.object({ kind: z.literal('failed'), code: z.string(), sentence: z.string(), requestId: z.string() }),
]);
export type SyncEvent = z.infer<typeof syncEvent>;
