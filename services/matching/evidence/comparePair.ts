import { ratio, token_sort_ratio } from 'fuzzball';
import { familyKeys, type CompanyIndex } from '../lookup/companyIndex.js';
import type { CompanyProfile, TenantProfile } from '../lookup/profile.js';
import { compareDomains, type DomainComparison, type DomainOwners } from './compareDomains.js';
import { compareNames, type NameComparison } from './compareNames.js';

/** All that is known of one pair, before it is weighed. */
export type Comparison = {
  readonly tenant: TenantProfile;
  readonly company: CompanyProfile;
  readonly names: NameComparison;
  readonly domains: DomainComparison;
  /** Other living companies of the same name. */
  readonly namesakes: number;
  /** People linked a tenant of this name to the company before. */
  readonly isAlias: boolean;
  /** 0-1 by letters; undefined until it was worth computing. So is the next. */
  lettersAlike: number | undefined;
  /** A branch or offshoot of another listed company, whose name begins this one's. */
  isOffshoot: boolean;
};

export function comparePair(tenant: TenantProfile, company: CompanyProfile, owners: DomainOwners, index: CompanyIndex, isAlias: boolean): Comparison {
  const names = compareNames(tenant, company, index.lexicon);
  return { tenant, company, names, domains: compareDomains(tenant, company, owners), namesakes: names.same === 'no' ? 0 : namesakesOf(company, index), isAlias, lettersAlike: undefined, isOffshoot: false };
}

function namesakesOf(company: CompanyProfile, index: CompanyIndex): number {
  const all = index.withHeadKey(company.name.headKey);
  return all.length < 2 ? 0 : all.filter((other) => other !== company && !other.isDead && other.name.key === company.name.key).length;
}

const unprocessed = { full_process: false };

/** Likeness by letters, in whatever order the words stand, and kinship. Costly: for the likeliest candidates only. */
export function lookCloser(comparison: Comparison, index: CompanyIndex): void {
  const { company } = comparison;
  comparison.isOffshoot = familyKeys(company).some((key) => key !== company.name.key && index.withHeadKey(key).some((base) => base !== company && !base.isDead && base.name.key === key));
  comparison.lettersAlike = comparison.names.same === 'full' ? 1 : lettersAlike(comparison.tenant, company);
}

function lettersAlike({ main, name }: TenantProfile, company: CompanyProfile): number {
  const [left, right] = [textOf(main.words), textOf(company.main.words)];
  if (left === right) return 1;
  const inOrder = ratio(left, right, unprocessed);
  const sorted = main.words.length > 1 && company.main.words.length > 1 ? token_sort_ratio(left, right, unprocessed) : 0;
  const unspaced = main.words.length > 1 || company.main.words.length > 1 ? ratio(name.key.slice(0, longestText), company.name.key.slice(0, longestText), unprocessed) : 0;
  return Math.max(inOrder, sorted, unspaced) / 100;
}

const longestText = 120;
const textOf = (words: readonly string[]) => words.join(' ').slice(0, longestText);

/** A first guess, good enough to choose the candidates that are looked at more closely. */
export function firstGuess({ tenant, names, domains, company, isAlias }: Comparison): number {
  const isTold = isAlias || (company.company.tenantIds.length > 0 && company.company.tenantIds.includes(tenant.tenant.tenantId));
  const name = names.wordsAlike + (names.same === 'no' ? 0 : 0.5) + (names.isAcronym ? 0.4 : 0);
  return (isTold ? 20 : 0) + name + domainGuess[domains.domain] + labelGuess[domains.label] + (domains.isNameLabel ? 0.4 : 0) - (company.isDead ? 0.2 : 0);
}

const domainGuess: { readonly [Kind in DomainComparison['domain']]: number } = { own: 1, shared: 0.5, different: -0.2, unknown: 0 };
const labelGuess: { readonly [Kind in DomainComparison['label']]: number } = { domain: 0.5, name: 0.5, 'repeats-name': 0.4, begins: 0.3, acronym: 0.3, identifier: 0.3, no: 0 };
