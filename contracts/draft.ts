import { z } from 'zod';
import { companyView } from './companies.js';
import { companyId, instant, person, psaConnectionId, tenantId } from './values.js';

const decided = { decidedBy: person, decidedAt: instant };
/** The day, UTC, on which an ignored tenant comes back; null: never by itself. */
const until = z.iso.date().nullable();

/** What people decided of one tenant. The choice is not saved yet; what is ignored, rejected or noted stays until somebody takes it back. */
export const draftRow = z.object({
  tenantId,
  /** Goes back as `baseVersion` with the next decision; a tenant never decided has 0. */
  version: z.int(),
  /** `accept`: as auto-map proposed. `choose`: picked by hand. `isIncluded` false: left out of the next save. */
  choice: z.object({ kind: z.enum(['accept', 'choose']), company: companyView, isIncluded: z.boolean(), savesSeen: z.int(), ...decided }).nullable(),
  ignored: z.object({ reason: z.string(), until, ...decided }).nullable(),
  rejected: z.array(z.object({ psaConnectionId, companyId, companyName: z.string(), ...decided })),
  /** For everybody; null: none. */
  note: z.object({ text: z.string(), ...decided }).nullable(),
});
export type DraftRow = z.infer<typeof draftRow>;

const since = z.coerce.number().int().min(0);
export const draftQuery = z.strictObject({ since: since.default(0) });
/** The rows that changed since; `version` goes back as the next `since`. `savedVersion` counts saves: when it grows, links changed. `people`: who else is on the page. */
export const draftNews = z.object({ version: z.int(), savedVersion: z.int(), rows: z.array(draftRow), people: z.array(person) });
export type DraftNews = z.infer<typeof draftNews>;

export const maxNoteLength = 1000;
const row = { tenantId, baseVersion: z.int().min(0) };
const pair = { psaConnectionId, companyId };
/** `savesSeen`: the sum of the versions of the tenant's units, as the person saw them. */
const choose = { ...row, ...pair, isIncluded: z.boolean(), savesSeen: z.int().min(0) };
export const draftDecision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept'), ...choose }),
  z.strictObject({ kind: z.literal('choose'), ...choose }),
  /** Takes the choice back. */
  z.strictObject({ kind: z.literal('withdraw'), ...row }),
  z.strictObject({ kind: z.literal('ignore'), ...row, reason: z.string().trim().max(500).default(''), until: until.default(null) }),
  z.strictObject({ kind: z.literal('stop-ignoring'), ...row }),
  /** '' removes the note. `seenText`: the note that the person saw; another one now is a conflict. */
  z.strictObject({ kind: z.literal('note'), ...row, text: z.string().trim().max(maxNoteLength), seenText: z.string().max(maxNoteLength) }),
  /** "Not this company": the pair is not offered again, until it is allowed. */
  z.strictObject({ kind: z.literal('reject'), ...row, ...pair }),
  z.strictObject({ kind: z.literal('allow'), ...row, ...pair }),
]);
export type DraftDecision = z.input<typeof draftDecision>;

export const maxDecisions = 500;
export const decideRequest = z.strictObject({ since: z.int().min(0).default(0), decisions: z.array(draftDecision).min(1).max(maxDecisions) });

/** A decision not taken, because somebody decided the tenant first: both values, and who decided; null when it was taken back. */
export const draftConflict = z.object({
  tenantId,
  tenantName: z.string(),
  wished: z.string(),
  current: z.string(),
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  sentence: z.string(),
});
export type DraftConflict = z.infer<typeof draftConflict>;

/** News since the version given, one's own decisions among them; and what was not taken. */
export const decideResult = draftNews.extend({ conflicts: z.array(draftConflict), refused: z.array(z.object({ tenantId, sentence: z.string() })) });
export type DecideResult = z.infer<typeof decideResult>;
