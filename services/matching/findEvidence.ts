import type { Evidence } from '../domain/match.js';
import { compareNames, type NameComparison, type Weigh } from './compareNames.js';
import type { CompanyProfile, TenantProfile } from './profile.js';

/** What the whole list of companies tells about one pair. */
export type Surroundings = { readonly weigh: Weigh; /** How many companies have this domain. */ readonly companyCount: (domain: string) => number };

/** A pair on its own: every word weighs by its length, every domain counts as one company's. */
export const noSurroundings: Surroundings = { weigh: (word) => Math.log2(1 + word.length), companyCount: () => 1 };

export type Findings = {
  /** Strongest first. */
  readonly evidence: readonly Evidence[];
  readonly names: NameComparison;
  /** The tenant's domain was not made from its name, so that its label tells something new. */
  readonly isLabelIndependent: boolean;
  readonly isGenericName: boolean;
  /** Fewer than four letters: too little to recognise anybody by. */
  readonly isShortName: boolean;
};

/** Below this names have nothing to do with each other, and nothing is said of them. */
const leastSimilarity = 0.6;
/** Same words in another order are not the same name. */
const notQuite = 0.99;

export function findEvidence(tenant: TenantProfile, company: CompanyProfile, { weigh, companyCount }: Surroundings): Findings {
  const isGenericName = tenant.name.isGeneric || company.name.isGeneric;
  const names = compareNames(tenant.name, company.name, weigh);
  const evidence = [
    ...sameTenantId(tenant, company),
    ...domains(tenant, company, companyCount),
    ...(isGenericName ? [] : [...sameOrSimilarName(names), ...differences(tenant, company, names)]),
    ...inactive(company),
  ];
  return { evidence, names, isGenericName, isLabelIndependent: !isFromName(tenant), isShortName: [...tenant.name.compact].length < 4 && !/[^a-z0-9]/.test(tenant.name.compact) };
}

function sameTenantId({ tenant }: TenantProfile, { company }: CompanyProfile): Evidence[] {
  return company.tenantIds.includes(tenant.tenantId) ? [{ kind: 'same-tenant-id' }] : [];
}

function domains({ domain, labelKey }: TenantProfile, company: CompanyProfile, companyCount: Surroundings['companyCount']): Evidence[] {
  if (domain.domain && company.domains.some((other) => other.domain === domain.domain)) {
    return [{ kind: 'same-domain', domain: domain.domain, companyCount: companyCount(domain.domain) }];
  }
  const [first] = company.domains;
  if (domain.domain && first) return [{ kind: 'different-domain', tenantDomain: domain.domain, companyDomain: first.domain }];
  return labelKey && company.labelKeys.has(labelKey) ? [{ kind: 'same-domain-label', label: domain.label }] : [];
}

function sameOrSimilarName({ kind, similarity }: NameComparison): Evidence[] {
  if (kind === 'same') return [{ kind: 'same-name' }];
  return similarity >= leastSimilarity ? [{ kind: 'similar-name', similarity: Math.min(Math.round(similarity * 1000) / 1000, notQuite) }] : [];
}

function differences(tenant: TenantProfile, company: CompanyProfile, { similarity, areLookAlikes }: NameComparison): Evidence[] {
  if (similarity < leastSimilarity) return [];
  const [tenantForm, companyForm] = [tenant.name.legalForm, company.name.legalForm];
  const [tenantNumber, companyNumber] = [tenant.name.numbers, company.name.numbers];
  const mayBeLost = areLookAlikes || tenant.name.isCut || company.name.isCut || tenant.name.bareKey === company.name.key;
  return [
    ...(tenantForm && companyForm && tenantForm !== companyForm ? [{ kind: 'different-legal-form' as const, tenantForm, companyForm }] : []),
    ...(tenantNumber !== companyNumber && !mayBeLost ? [{ kind: 'different-number' as const, tenantNumber, companyNumber }] : []),
  ];
}

function inactive({ isDead, company }: CompanyProfile): Evidence[] {
  return isDead ? [{ kind: 'inactive-company', status: company.isActive ? '' : company.status }] : [];
}

function isFromName({ labelKey, name }: TenantProfile): boolean {
  return labelKey.includes(name.key) || name.key.includes(labelKey);
}
