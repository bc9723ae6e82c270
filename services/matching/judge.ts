import { companyKeyText } from '../domain/company.js';
import type { Candidate, Doubt, MatchOutcome } from '../domain/match.js';
import type { CompanyIndex } from './companyIndex.js';
import { posteriors, toConfidence, type Thresholds } from './confidence.js';
import { findEvidence, type Findings } from './findEvidence.js';
import { pairText } from './known.js';
import { logOdds } from './logOdds.js';
import type { CompanyProfile, TenantProfile } from './profile.js';

type Rated = { readonly profile: CompanyProfile; readonly findings: Findings; readonly odds: number };

const mostCandidates = 5;
/** Below this a candidate is not worth a person's time. */
const leastOffered = 0.02;
const leastReviewed = 0.07;
/** A second candidate with this much belief makes the first ambiguous. */
const rival = 0.1;
const clearlyAlike = 0.8;

/** Rates every candidate of one tenant and decides what may be proposed without a person looking at it. */
export function judge(tenant: TenantProfile, index: CompanyIndex, thresholds: Thresholds, rejected: ReadonlySet<string>): MatchOutcome {
  const { tenantId } = tenant.tenant;
  const rated = index
    .candidates(tenant)
    .filter(({ company }) => rejected.size === 0 || !rejected.has(pairText({ ...company, tenantId })))
    .map((profile): Rated => {
      const findings = findEvidence(tenant, profile, index);
      return { profile, findings, odds: logOdds(findings) };
    })
    .sort((left, right) => right.odds - left.odds || (companyKeyText(left.profile.company) < companyKeyText(right.profile.company) ? -1 : 1));
  const shares = posteriors(rated.map(({ odds }) => odds));
  const offered = rated.slice(0, mostCandidates).flatMap(({ profile, findings }, at): Candidate[] => {
    const score = shares[at] ?? 0;
    const { psaConnectionId, companyId } = profile.company;
    return score >= leastOffered ? [{ psaConnectionId, companyId, confidence: toConfidence(score, thresholds), evidence: findings.evidence }] : [];
  });
  const [best, ...others] = offered;
  const [bestRated] = rated;
  if (!best || !bestRated || best.confidence.score < leastReviewed) return { kind: 'unmatched', tenantId, candidates: offered };
  const candidates: [Candidate, ...Candidate[]] = [best, ...others];
  const doubts = doubtsAbout(bestRated, { score: best.confidence.score, secondScore: shares[1] ?? 0, high: thresholds.high, hasTwin: hasTwin(bestRated, rated.slice(1), index) });
  return doubts.length > 0 ? { kind: 'needs-review', tenantId, candidates, doubts } : { kind: 'matched', tenantId, candidates };
}

type Standing = { readonly score: number; readonly secondScore: number; readonly high: number; readonly hasTwin: boolean };

function doubtsAbout({ findings }: Rated, { score, secondScore, high, hasTwin }: Standing): Doubt[] {
  const kinds = new Set(findings.evidence.map(({ kind }) => kind));
  const isKnown = holdsTenantId(findings);
  const doubts: [Doubt, boolean][] = [
    ['several-companies-fit', secondScore >= rival || hasTwin],
    ['inactive-company', kinds.has('inactive-company')],
    ['different-domain', !isKnown && kinds.has('different-domain')],
    ['different-number', !isKnown && !hasOwnDomain(findings) && kinds.has('different-number')],
    ['look-alike-characters', !isKnown && findings.names.areLookAlikes],
    ['generic-name', !isKnown && findings.isGenericName && !hasOwnDomain(findings)],
    ['low-confidence', score < high],
  ];
  return doubts.flatMap(([doubt, applies]) => (applies ? [doubt] : []));
}

function holdsTenantId({ evidence }: Findings): boolean {
  return evidence.some(({ kind }) => kind === 'same-tenant-id');
}

function hasOwnDomain({ evidence }: Findings): boolean {
  return evidence.some((one) => one.kind === 'same-domain' && one.companyCount === 1);
}

/** Is there another company that holds the tenant id, or one of the same name, or one that is named more like the tenant than the one that has its domain? */
function hasTwin({ profile, findings }: Rated, others: readonly Rated[], index: CompanyIndex): boolean {
  if (holdsTenantId(findings)) return others.some((other) => holdsTenantId(other.findings));
  if (!hasOwnDomain(findings)) return index.withName(profile.name.key).length > 1;
  const { similarity } = findings.names;
  return others.some((other) => other.findings.names.similarity >= Math.max(clearlyAlike, similarity + 0.05));
}
