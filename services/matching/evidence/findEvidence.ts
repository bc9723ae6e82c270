import type { Evidence } from '../../domain/match.js';
import type { Comparison } from './comparePair.js';
import { nameDifference } from './nameDifference.js';

/** Below this names have nothing to do with each other, and nothing is said of them. */
const leastSimilarity = 0.5;
/** Same words in another order are not the same name. */
const notQuite = 0.99;

/** What speaks for and against a pair, strongest first, with the facts that people want to see. */
export function findEvidence(comparison: Comparison): readonly Evidence[] {
  const { tenant, company } = comparison;
  const isGeneric = tenant.name.isGeneric || company.name.isGeneric;
  return [
    ...(company.company.tenantIds.includes(tenant.tenant.tenantId) ? [{ kind: 'same-tenant-id' as const }] : []),
    ...(comparison.isAlias ? [{ kind: 'alias' as const, name: tenant.tenant.name }] : []),
    ...ofDomains(comparison),
    ...(isGeneric ? [] : ofNames(comparison)),
    ...(company.isDead ? [{ kind: 'inactive-company' as const, status: company.company.isActive ? '' : company.company.status }] : []),
  ];
}

function ofDomains({ tenant, company, domains }: Comparison): Evidence[] {
  const { domain, label } = tenant.domains.find((own) => company.domains.some((other) => other.domain === own.domain)) ?? tenant.domain;
  if (domains.isLent && domains.domain !== 'different') return [{ kind: 'lent-domain', domain }];
  switch (domains.domain) {
    case 'own':
      return [{ kind: 'same-domain', domain, companyCount: 1 }];
    case 'shared':
      return [{ kind: 'same-domain', domain, companyCount: domains.companyCount }];
    case 'different':
      return [{ kind: 'different-domain', tenantDomain: domain, companyDomain: company.domains[0]?.domain ?? '' }];
    case 'unknown':
      return domains.label === 'no' || label === '' ? [] : [{ kind: 'same-domain-label', label }];
  }
}

function ofNames(comparison: Comparison): Evidence[] {
  const { tenant, company, names } = comparison;
  const similarity = similarityOf(comparison);
  if (names.isAcronym && names.same === 'no') return [{ kind: 'acronym', short: tenant.name.compact.length <= company.name.compact.length ? tenant.tenant.name : company.company.name }];
  if (similarity < leastSimilarity) return [];
  return [nameEvidence(comparison, similarity), ...cityEvidence(comparison), ...differences(comparison)];
}

function nameEvidence({ tenant, company, names }: Comparison, similarity: number): Evidence {
  const difference = nameDifference(tenant.tenant.name, company.company.name);
  if (names.same === 'full' && !names.areLookAlikes) return { kind: 'same-name', ...difference };
  if (names.same === 'other' || names.same === 'bracket') return { kind: 'same-other-name', name: otherNameText(tenant.main.words, company.main.words) };
  return { kind: 'similar-name', similarity: Math.min(Math.round(similarity * 1000) / 1000, notQuite), ...difference };
}

/** The shorter of the two is what the other has as its other name. */
function otherNameText(tenantWords: readonly string[], companyWords: readonly string[]): string {
  return (tenantWords.length <= companyWords.length ? tenantWords : companyWords).join(' ');
}

function cityEvidence({ company, names }: Comparison): Evidence[] {
  return names.alignment.hasOwnCity ? [{ kind: 'same-city', city: company.company.city }] : [];
}

function differences({ tenant, company, names }: Comparison): Evidence[] {
  const [tenantForm, companyForm] = [tenant.name.legalForm, company.name.legalForm];
  const [tenantNumber, companyNumber] = [tenant.name.numbers, company.name.numbers];
  return [
    ...(tenantForm && companyForm && tenantForm !== companyForm ? [{ kind: 'different-legal-form' as const, tenantForm, companyForm }] : []),
    ...(tenantNumber !== companyNumber && !names.isCutOff && !names.areLookAlikes ? [{ kind: 'different-number' as const, tenantNumber, companyNumber }] : []),
  ];
}

function similarityOf({ names, lettersAlike = 0 }: Comparison): number {
  return names.same === 'no' ? Math.max(names.wordsAlike, (names.wordsAlike + lettersAlike) / 2) : 1;
}
