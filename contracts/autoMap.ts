import { z } from 'zod';
import { companyView } from './companies.js';
import { doubt, evidence } from './evidence.js';
import { problem } from './problem.js';
import { confidence, psaConnectionId, tenantId } from './values.js';

/** Nothing given means: every tenant that is not added yet, against every PSA connection. */
export const autoMapRequest = z.strictObject({
  tenantIds: z.array(tenantId).max(20_000).optional(),
  psaConnectionIds: z.array(psaConnectionId).max(50).optional(),
});
export type AutoMapRequest = z.input<typeof autoMapRequest>;

/** `evidence`: strongest first. */
export const candidateView = z.object({ company: companyView, confidence, evidence: z.array(evidence).readonly() });
export type CandidateView = z.infer<typeof candidateView>;

/** What auto-map says of one tenant; candidates best first, at most five. `doubts`: why the best is not proposed. */
export const suggestion = z.object({
  tenantId,
  /** `ignored`: people said that it needs no company. */
  kind: z.enum(['matched', 'needs-review', 'unmatched', 'ignored']),
  candidates: z.array(candidateView),
  doubts: z.array(doubt).readonly(),
});
export type Suggestion = z.infer<typeof suggestion>;

/** One line of the answer's NDJSON stream. */
export const autoMapEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('suggestions'), suggestions: z.array(suggestion) }),
  z.object({ kind: z.literal('done'), matched: z.int(), needsReview: z.int(), unmatched: z.int(), ignored: z.int() }),
  problem.extend({ kind: z.literal('failed') }),
]);
export type AutoMapEvent = z.infer<typeof autoMapEvent>;
