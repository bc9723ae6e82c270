import { z } from 'zod';
import type { Doubt, Evidence } from '../services/domain/match.js';

const text = z.string();
const nameDifference = { tenantOnly: text.optional(), companyOnly: text.optional() };

/** One reason why a pair may belong together, or may not, with the facts of its sentence: who shows it words it in the person's language. */
export const evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('same-tenant-id') }),
  z.object({ kind: z.literal('alias'), name: text }),
  z.object({ kind: z.literal('same-domain'), domain: text, companyCount: z.int() }),
  z.object({ kind: z.literal('lent-domain'), domain: text }),
  z.object({ kind: z.literal('same-domain-label'), label: text }),
  z.object({ kind: z.literal('different-domain'), tenantDomain: text, companyDomain: text }),
  z.object({ kind: z.literal('same-name'), ...nameDifference }),
  z.object({ kind: z.literal('same-other-name'), name: text }),
  z.object({ kind: z.literal('acronym'), short: text }),
  z.object({ kind: z.literal('similar-name'), similarity: z.number(), ...nameDifference }),
  z.object({ kind: z.literal('same-city'), city: text }),
  z.object({ kind: z.literal('different-legal-form'), tenantForm: text, companyForm: text }),
  z.object({ kind: z.literal('different-number'), tenantNumber: text, companyNumber: text }),
  z.object({ kind: z.literal('inactive-company'), status: text }),
]);
export type EvidenceView = z.infer<typeof evidence>;

/** Why the best candidate is not proposed as a match. */
export const doubt = z.enum([
  'several-companies-fit',
  'low-confidence',
  'inactive-company',
  'different-domain',
  'generic-name',
  'short-name',
  'acronym-only',
  'bracket-only',
  'typo-only',
  'label-only',
  'different-number',
  'different-place',
  'different-words',
  'different-legal-form',
  'look-alike-characters',
]) satisfies z.ZodType<Doubt>;
export type DoubtView = z.infer<typeof doubt>;

/** The compiler compares with the matcher's own: neither may know a kind that the other lacks. */
export type SameAsMatcher = [Evidence['kind'], Doubt] extends [EvidenceView['kind'], DoubtView] ? ([EvidenceView['kind']] extends [Evidence['kind']] ? true : never) : never;
true satisfies SameAsMatcher;
