import type { Company, CompanyKey } from '../domain/company.js';
import type { MatchOutcome } from '../domain/match.js';
import type { Tenant } from '../domain/tenant.js';
import type { Thresholds } from '../matching/confidence.js';
import type { Known } from '../matching/known.js';

/** What a run is about. Long lists come in several parts. */
export type RunPart = { readonly tenants?: readonly Tenant[] } & Partial<Known>;

export type ToMatcher =
  /** Companies that are new, other than before, or gone. `matcher` names the one that keeps them; it is made when first named. */
  | { readonly kind: 'companies'; readonly matcher: string; readonly changed: readonly Company[]; readonly removed: readonly CompanyKey[] }
  | { readonly kind: 'part'; readonly id: number; readonly part: RunPart }
  | { readonly kind: 'run'; readonly id: number; readonly matcher: string; readonly thresholds: Thresholds | undefined }
  /** One batch of outcomes was dealt with. */
  | { readonly kind: 'taken'; readonly id: number }
  | { readonly kind: 'abort'; readonly id: number }
  | { readonly kind: 'drop'; readonly matcher: string };

export type FromMatcher =
  | { readonly kind: 'outcomes'; readonly id: number; readonly outcomes: readonly MatchOutcome[] }
  | { readonly kind: 'done'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error };

/** Rows in one message: small enough that neither side is busy with it for more than a few milliseconds. */
export const rowsPerMessage = 250;
/** Outcomes carry their evidence and end as sentences. */
export const outcomesPerMessage = 50;
/** So many batches may be on their way: the thread is quicker than the one who tells people of them. */
export const batchesAhead = 3;
