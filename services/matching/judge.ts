import { isCompanyBefore, type CompanyKey } from '../domain/company.js';
import type { TenantId } from '../domain/ids.js';
import type { Candidate, MatchOutcome } from '../domain/match.js';
import { posteriors, toConfidence, type Thresholds } from './confidence.js';
import { compareCandidates } from './evidence/compareCandidates.js';
import { nothingLeft } from './evidence/alignWords.js';
import type { NameComparison } from './evidence/compareNames.js';
import type { Comparison } from './evidence/comparePair.js';
import { featureNames } from './evidence/features.js';
import { findEvidence } from './evidence/findEvidence.js';
import { fittedList, logOdds, type WeightList } from './evidence/logOdds.js';
import { findDoubts } from './findDoubts.js';
import type { CompanyIndex } from './lookup/companyIndex.js';
import type { TenantProfile } from './lookup/profile.js';

const mostCandidates = 5;
/** Below this a candidate is not even worth showing, unless its name or domain is the tenant's: such as an old record beside the living one. */
const leastOffered = 0.0001;
const leastReviewed = 0.1;

/** What people settled about one tenant. */
export type Settled = { readonly aliases: readonly CompanyKey[]; readonly isRejected: (company: CompanyKey) => boolean };

type Rated = { readonly comparison: Comparison; readonly odds: number };

/** Rates every candidate of one tenant and decides what may be proposed without a person looking at it. */
export function judge(tenant: TenantProfile, index: CompanyIndex, settled: Settled, thresholds: Thresholds): MatchOutcome {
  return judgeComparisons(tenant.tenant.tenantId, compareCandidates(tenant, index, settled), thresholds);
}

/** As `judge`, of candidates that were compared already. `weights` other than the fitted ones are for those who fit them. */
export function judgeComparisons(tenantId: TenantId, comparisons: readonly Comparison[], thresholds: Thresholds, weights: WeightList = fittedList): MatchOutcome {
  const outcome = decide(tenantId, comparisons, thresholds, weights);
  if (outcome.kind !== 'unmatched' || !comparisons.some(({ company }) => company.isDead)) return outcome;
  // Nothing else fits: then a person should at least see the old record.
  const second = decide(tenantId, comparisons, thresholds, weights.with(featureNames.indexOf('inactive'), inactiveAlone));
  return second.kind === 'needs-review' ? second : outcome;
}

const inactiveAlone = -2;

function decide(tenantId: TenantId, comparisons: readonly Comparison[], thresholds: Thresholds, weights: WeightList): MatchOutcome {
  const odds = logOdds(comparisons, weights);
  const rated = comparisons.map((comparison, at): Rated => ({ comparison, odds: odds[at] ?? 0 }));
  rated.sort((left, right) => right.odds - left.odds || (isCompanyBefore(keyOf(left), keyOf(right)) ? -1 : 1));
  const shares = posteriors(rated.map(({ odds }) => odds));
  const offered = rated.slice(0, mostCandidates).flatMap(({ comparison }, at) => (isWorthShowing(comparison, shares[at] ?? 0) ? [toCandidate(comparison, shares[at] ?? 0, thresholds)] : []));
  const [best, ...others] = offered;
  const [bestRated] = rated;
  if (!best || !bestRated || best.confidence.score < leastReviewed) return { kind: 'unmatched', tenantId, candidates: offered };
  const candidates: [Candidate, ...Candidate[]] = [best, ...others];
  const doubts = findDoubts(bestRated.comparison, { score: best.confidence.score, secondScore: shares[1] ?? 0, isAnothers: isNameOfAnother(rated) || (best.confidence.band !== 'certain' && isDomainOfAnother(rated)), thresholds });
  return doubts.length > 0 ? { kind: 'needs-review', tenantId, candidates, doubts } : { kind: 'matched', tenantId, candidates };
}

function isWorthShowing({ names, domains }: Comparison, score: number): boolean {
  return score >= leastOffered || names.same !== 'no' || domains.domain === 'own';
}

const keyOf = ({ comparison }: Rated) => comparison.company.company;

function toCandidate(comparison: Comparison, score: number, thresholds: Thresholds): Candidate {
  const { psaConnectionId, companyId } = comparison.company.company;
  return { psaConnectionId, companyId, confidence: toConfidence(score, thresholds), evidence: findEvidence(comparison) };
}

function isNameOfAnother([best, ...others]: readonly Rated[]): boolean {
  const same = best?.comparison.names.same;
  if (same === 'full' || same === 'reordered' || best?.comparison.tenant.name.isGeneric) return false;
  return others.some(({ comparison: { names, company } }) => (names.same === 'full' || isSameButForCity(names)) && !company.isDead);
}

/** "Crow Bristol" for "Crow", which is in Bristol. */
function isSameButForCity({ alignment: { hasOwnCity, misspelt, left, right } }: NameComparison): boolean {
  return hasOwnCity && misspelt === 0 && left === nothingLeft && right === nothingLeft;
}

function isDomainOfAnother([best, ...others]: readonly Rated[]): boolean {
  if (best?.comparison.domains.domain !== 'unknown' && best?.comparison.domains.domain !== 'different') return false;
  return others.some(({ comparison: { domains, company } }) => domains.domain === 'own' && !domains.isLent && !company.isDead);
}
