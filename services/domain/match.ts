import type { CompanyId, PsaConnectionId, TenantId } from './ids.js';

/** What stands in one name only, as written; '' for nothing. Links saved by early versions lack it. */
type NameDifference = { readonly tenantOnly?: string; readonly companyOnly?: string };

/** One reason why a pair may belong together, or may not, with the facts that a sentence needs. */
export type Evidence =
  | { readonly kind: 'same-tenant-id' }
  /** People linked a tenant of this name to the company before. */
  | { readonly kind: 'alias'; readonly name: string }
  | { readonly kind: 'same-domain'; readonly domain: string; readonly companyCount: number }
  /** The company's branch or old record has the tenant's domain, the company itself has none. */
  | { readonly kind: 'lent-domain'; readonly domain: string }
  | { readonly kind: 'same-domain-label'; readonly label: string }
  | { readonly kind: 'different-domain'; readonly tenantDomain: string; readonly companyDomain: string }
  | ({ readonly kind: 'same-name' } & NameDifference)
  /** One of the company's or the tenant's other names: in brackets, behind "trading as". */
  | { readonly kind: 'same-other-name'; readonly name: string }
  | { readonly kind: 'acronym'; readonly short: string }
  | ({ readonly kind: 'similar-name'; /** 0-1 */ readonly similarity: number } & NameDifference)
  | { readonly kind: 'same-city'; readonly city: string }
  | { readonly kind: 'different-legal-form'; readonly tenantForm: string; readonly companyForm: string }
  | { readonly kind: 'different-number'; readonly tenantNumber: string; readonly companyNumber: string }
  | { readonly kind: 'inactive-company'; readonly status: string };

export type ConfidenceBand = 'certain' | 'high' | 'low';

/** How sure the matcher is. `score` is 0-1; people see the band and the score as a percentage. */
export type Confidence = { readonly score: number; readonly band: ConfidenceBand };

export type Candidate = {
  readonly psaConnectionId: PsaConnectionId;
  readonly companyId: CompanyId;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
};

/** Why the best candidate is not proposed as a match. */
export type Doubt =
  | 'several-companies-fit'
  | 'low-confidence'
  | 'inactive-company'
  | 'different-domain'
  | 'generic-name'
  | 'short-name'
  | 'acronym-only'
  | 'bracket-only'
  | 'typo-only'
  | 'label-only'
  | 'different-number'
  | 'different-place'
  | 'different-words'
  | 'different-legal-form'
  | 'look-alike-characters';

/** What the matcher says of one tenant. Candidates are best first, at most five. */
export type MatchOutcome =
  | { readonly kind: 'matched'; readonly tenantId: TenantId; readonly candidates: readonly [Candidate, ...Candidate[]] }
  | { readonly kind: 'needs-review'; readonly tenantId: TenantId; readonly candidates: readonly [Candidate, ...Candidate[]]; readonly doubts: readonly Doubt[] }
  | { readonly kind: 'unmatched'; readonly tenantId: TenantId; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'already-mapped'; readonly tenantId: TenantId };
