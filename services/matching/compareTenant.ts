import type { Company } from '../domain/company.js';
import type { Confidence, Evidence } from '../domain/match.js';
import type { Tenant } from '../domain/tenant.js';
import { posteriors, toConfidence } from './confidence.js';
import { findEvidence, noSurroundings } from './findEvidence.js';
import { logOdds } from './logOdds.js';
import { profileCompany, profileTenant } from './profile.js';

/** What the matcher thinks of one pair, without regard to any other company. Evidence strongest first. */
export function compareTenant(tenant: Tenant, company: Company): { readonly confidence: Confidence; readonly evidence: readonly Evidence[] } {
  const findings = findEvidence(profileTenant(tenant), profileCompany(company), noSurroundings);
  const [score = 0] = posteriors([logOdds(findings)]);
  return { confidence: toConfidence(score), evidence: findings.evidence };
}
