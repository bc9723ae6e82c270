import type { Evidence } from '../domain/match.js';
import type { Findings } from './findEvidence.js';

/** What speaks for a pair before anything is known: about 1 in 20, among candidates that were looked up for a reason. */
const prior = -3;

/** Names by their similarity: [similarity, log-odds], straight lines between. */
const similarNames = [
  [0, -0.6],
  [0.55, -0.6],
  [0.8, 1.5],
  [0.9, 3.5],
  [0.91, 4.8],
  [0.97, 5.4],
  [1, 5.8],
] as const;
const sameName = 6.2;
const shortName = 3;

/** Adds up the evidence of one pair, as natural log-odds that the two are the same organisation. */
export function logOdds(findings: Findings): number {
  return findings.evidence.reduce((sum, evidence) => sum + weightOf(evidence, findings), prior + nameWeight(findings));
}

function nameWeight({ names, isGenericName, isShortName }: Findings): number {
  if (isGenericName) return 0;
  const weight = names.kind === 'same' ? sameName : interpolate(names.similarity);
  return isShortName ? Math.min(weight, shortName) : weight;
}

function weightOf(evidence: Evidence, findings: Findings): number {
  switch (evidence.kind) {
    case 'same-tenant-id':
      return 20;
    case 'same-domain':
      return evidence.companyCount === 1 ? 5.5 : 2.5 / Math.sqrt(evidence.companyCount - 1);
    case 'same-domain-label':
      return findings.isLabelIndependent ? 2.5 : 0.2;
    case 'different-domain':
      return -3.5;
    case 'different-legal-form':
      return -2.5;
    case 'different-number':
      return -1.5;
    case 'inactive-company':
      return -1.5;
    case 'same-name':
    case 'similar-name':
      return 0;
  }
}

function interpolate(similarity: number): number {
  const at = similarNames.findIndex(([upTo]) => upTo >= similarity);
  const [upper = [1, 0], lower = upper] = [similarNames[at], similarNames[at - 1]];
  if (upper[0] === lower[0]) return upper[1];
  return lower[1] + ((similarity - lower[0]) / (upper[0] - lower[0])) * (upper[1] - lower[1]);
}
