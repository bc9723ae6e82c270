import type { Company } from '../domain/company.js';
import type { Confidence, Evidence } from '../domain/match.js';
import type { Tenant } from '../domain/tenant.js';
import { posteriors, toConfidence } from './confidence.js';
import { ownersOf } from './evidence/compareDomains.js';
import { comparePair, lookCloser } from './evidence/comparePair.js';
import { findEvidence } from './evidence/findEvidence.js';
import { logOdds } from './evidence/logOdds.js';
import { createCompanyIndex } from './lookup/companyIndex.js';
import { profileTenant } from './lookup/profile.js';

/** What the matcher thinks of one pair, without regard to any other company. Evidence strongest first. */
export function compareTenant(tenant: Tenant, company: Company): { readonly confidence: Confidence; readonly evidence: readonly Evidence[] } {
  const index = createCompanyIndex();
  index.put(company);
  index.settle();
  const [left, right] = [profileTenant(tenant, index.lexicon), index.find(company)];
  if (!right) return { confidence: toConfidence(0), evidence: [] };
  const comparison = comparePair(left, right, ownersOf(left, index), index, false);
  lookCloser(comparison, index);
  const [score = 0] = posteriors(logOdds([comparison]));
  return { confidence: toConfidence(score), evidence: findEvidence(comparison) };
}
