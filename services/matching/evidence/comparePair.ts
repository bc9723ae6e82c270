import { ratio, token_sort_ratio } from 'fuzzball';
import { familyKeys, type CompanyIndex } from '../lookup/companyIndex.js';
import type { CompanyProfile, TenantProfile } from '../lookup/profile.js';
import { compareDomains, type DomainComparison, type DomainOwners } from './compareDomains.js';
import { compareNames, type NameComparison } from './compareNames.js';
import type { Features } from './features.js';

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
  const [left, right] = [comparison.tenant.main.words.join(' ').slice(0, 120), comparison.company.main.words.join(' ').slice(0, 120)];
  comparison.lettersAlike = left === right || comparison.names.same === 'full' ? 1 : Math.max(ratio(left, right, unprocessed), token_sort_ratio(left, right, unprocessed), ratio(comparison.tenant.name.key.slice(0, 120), comparison.company.name.key.slice(0, 120), unprocessed)) / 100;
}

/** A first guess, good enough to choose the candidates that are looked at more closely. */
export function firstGuess({ tenant, names, domains, company, isAlias }: Comparison): number {
  const isTold = isAlias || (company.company.tenantIds.length > 0 && company.company.tenantIds.includes(tenant.tenant.tenantId));
  const name = names.wordsAlike + (names.same === 'no' ? 0 : 0.5) + (names.isAcronym ? 0.4 : 0);
  return (isTold ? 20 : 0) + name + domainGuess[domains.domain] + labelGuess[domains.label] + (domains.isNameLabel ? 0.4 : 0) - (company.isDead ? 0.2 : 0);
}

const domainGuess: { readonly [Kind in DomainComparison['domain']]: number } = { own: 1, shared: 0.5, different: -0.2, unknown: 0 };
const labelGuess: { readonly [Kind in DomainComparison['label']]: number } = { domain: 0.5, name: 0.5, 'repeats-name': 0.4, begins: 0.3, acronym: 0.3, identifier: 0.3, no: 0 };

const cap = (value: number, most: number) => Math.min(value, most) / most;
const yes = (value: boolean) => (value ? 1 : 0);
/** Words by which a PSA tells those who buy from those who don't. */
const notACustomer = /prospect|lead|vendor|supplier|partner/i;

export function featuresOf(comparison: Comparison): Features {
  const { tenant, company, names, domains, namesakes, lettersAlike = 0, isOffshoot } = comparison;
  const { alignment, same, areStrangers } = names;
  const { matched, misspelt, left, right } = alignment;
  const isGeneric = tenant.name.isGeneric || company.name.isGeneric;
  const isSame = same !== 'no' && !isGeneric;
  const hasDomain = domains.domain === 'own' || domains.domain === 'shared';
  const hasLabel = !hasDomain && (domains.label === 'domain' || domains.label === 'name');
  const [tenantNumbers, companyNumbers] = [tenant.name.numbers, company.name.numbers];
  const [tenantForm, companyForm] = [tenant.name.legalForm, company.name.legalForm];
  /** Words tell something only where the names have some in common. */
  const areComparable = !isGeneric && !areStrangers;
  const ofWords = (value: number) => (areComparable ? value : 0);
  const ofOthers = (value: number) => (areComparable && !isSame ? value : 0);
  const smaller = Math.min(left.core + left.extra + left.place, right.core + right.extra + right.place);
  return {
    sameName: yes(isSame && same === 'full'),
    sameWords: yes(isSame && same === 'reordered'),
    sameHead: yes(isSame && same === 'head'),
    sameOtherName: yes(isSame && same === 'other'),
    sameBracket: yes(isSame && same === 'bracket'),
    sameToTheLetter: yes(isSame && (same === 'full' || same === 'reordered') && tenantForm === companyForm),
    wordsAlike: ofWords(names.wordsAlike),
    wordsNearlySame: ofWords(Math.max(0, names.wordsAlike - 0.8) / 0.2),
    wordsContained: ofWords((matched + misspelt) / (matched + misspelt + smaller || 1)),
    matchedMass: ofOthers(cap(matched, 3)),
    matchedMassOfSame: isSame ? cap(matched, 3) : 0,
    tenantRest: ofWords(cap(left.core, 2)),
    companyRest: ofWords(cap(right.core, 2)),
    tenantExtra: ofWords(cap(left.extra, 1.5)),
    companyExtra: ofWords(cap(right.extra, 1.5)),
    tenantExtraOfSame: isSame && !hasDomain ? cap(left.extra, 1.5) : 0,
    bothExtra: ofWords(cap(Math.min(left.extra + left.core, right.extra + right.core), 1)),
    tenantPlace: ofOthers(cap(left.place, 1)),
    companyPlace: ofOthers(cap(right.place, 1)),
    tenantPlaceOfSame: isSame ? cap(left.place, 1) : 0,
    companyPlaceOfSame: isSame ? cap(right.place, 1) : 0,
    bothPlace: ofWords(cap(Math.min(left.place, right.place), 1)),
    misspelt: ofWords(cap(misspelt, 1.5)),
    misspeltShare: ofWords(misspelt / (matched + misspelt || 1)),
    misspeltAlone: hasDomain || domains.label !== 'no' ? 0 : ofWords(misspelt / (matched + misspelt || 1)),
    firstWordSame: ofWords(yes(alignment.isFirstSame)),
    lettersAlike: isGeneric ? 0 : Math.max(0, (lettersAlike - 0.6) / 0.4),
    lettersNearlySame: isGeneric ? 0 : Math.max(0, (lettersAlike - 0.9) / 0.1),
    cutOff: yes(names.isCutOff),
    numbersDiffer: ofWords(yes(tenantNumbers !== companyNumbers && !names.isCutOff)),
    legalFormsDiffer: yes(tenantForm !== '' && companyForm !== '' && tenantForm !== companyForm),
    legalFormsSame: yes(tenantForm !== '' && tenantForm === companyForm),
    shortName: yes(tenant.name.compact.length < 4),
    namesakes: cap(Math.log2(1 + namesakes), 3),
    offshoot: yes(isOffshoot),
    genericName: yes(isGeneric),
    strangers: yes(areStrangers && !names.isAcronym && !isGeneric),
    otherScript: yes(names.isOtherScript && !isGeneric),
    acronym: yes(names.isAcronym && !isSame),
    longAcronym: names.isAcronym && !isSame ? cap(Math.max(0, Math.min(tenant.name.compact.length, company.name.compact.length) - 2), 3) : 0,
    ownCity: yes(alignment.hasOwnCity),
    ownDomain: yes(domains.domain === 'own'),
    sharedDomain: domains.domain === 'shared' ? 1 / Math.sqrt(domains.companyCount - 1) : 0,
    domainConflict: yes(domains.domain === 'different'),
    conflictSameLabel: yes(domains.domain === 'different' && company.domainLabels.includes(tenant.labelKey)),
    lentDomain: yes(domains.isLent),
    labelIsDomain: yes(!hasDomain && domains.label === 'domain'),
    labelIsName: yes(!hasDomain && domains.label === 'name'),
    labelIsIdentifier: yes(!hasDomain && domains.label === 'identifier'),
    labelRepeats: yes(!hasDomain && domains.label === 'repeats-name' && !domains.isNameLabel),
    labelBegins: yes(!hasDomain && domains.label === 'begins'),
    nameIsLabel: yes(!hasDomain && domains.isNameLabel),
    longLabel: hasLabel ? cap(Math.max(0, tenant.labelKey.length - 4), 8) : 0,
    labelIsAcronym: yes(!hasDomain && domains.label === 'acronym'),
    shortLabel: yes(!hasDomain && tenant.labelKey.length < 5 && domains.label !== 'no'),
    companyWithoutDomain: yes(tenant.domain.domain !== '' && company.domains.length === 0 && !hasDomain),
    acronymWithDomain: yes(names.isAcronym && !isSame && hasDomain),
    strangersWithDomain: yes(hasDomain && areStrangers && !names.isAcronym && !isGeneric),
    strangersWithLabel: yes(hasLabel && areStrangers && !names.isAcronym && !isGeneric),
    inactive: yes(company.isDead),
    notACustomer: yes(notACustomer.test(company.company.status)),
    bias: 1,
  };
}
