import type { Comparison } from './comparePair.js';

/** What the measures share of one pair. */
type Facts = {
  readonly pair: Comparison;
  /** The names are the same in some way, and name somebody. */
  readonly isSame: boolean;
  readonly isGeneric: boolean;
  /** Words tell something only where the names have some in common. */
  readonly areComparable: boolean;
  readonly areStrangers: boolean;
  readonly isAcronymOnly: boolean;
  readonly hasDomain: boolean;
  readonly hasLabel: boolean;
};

const cap = (value: number, most: number) => Math.min(value, most) / most;
const yes = (value: boolean) => (value ? 1 : 0);
const ofWords = ({ areComparable }: Facts, value: number) => (areComparable ? value : 0);
const ofOthers = ({ areComparable, isSame }: Facts, value: number) => (areComparable && !isSame ? value : 0);
const shareMisspelt = ({ pair: { names } }: Facts) => names.alignment.misspelt / (names.alignment.matched + names.alignment.misspelt || 1);
/** Words by which a PSA tells those who buy from those who don't. */
const notACustomer = /prospect|lead|vendor|supplier|partner/i;

/** What is measured of a pair, each a number from 0 to 1 that its weight multiplies. After a change here the weights are fitted anew. */
const measures = {
  sameName: ({ isSame, pair: { names } }: Facts) => yes(isSame && names.same === 'full'),
  sameWords: ({ isSame, pair: { names } }: Facts) => yes(isSame && names.same === 'reordered'),
  sameHead: ({ isSame, pair: { names } }: Facts) => yes(isSame && names.same === 'head'),
  sameOtherName: ({ isSame, pair: { names } }: Facts) => yes(isSame && names.same === 'other'),
  sameBracket: ({ isSame, pair: { names } }: Facts) => yes(isSame && names.same === 'bracket'),
  sameToTheLetter: ({ isSame, pair: { names, tenant, company } }: Facts) => yes(isSame && (names.same === 'full' || names.same === 'reordered') && tenant.name.legalForm === company.name.legalForm),
  wordsAlike: (facts: Facts) => ofWords(facts, facts.pair.names.wordsAlike),
  wordsNearlySame: (facts: Facts) => ofWords(facts, Math.max(0, facts.pair.names.wordsAlike - 0.8) / 0.2),
  wordsContained: (facts: Facts) => {
    const { matched, misspelt, left, right } = facts.pair.names.alignment;
    const smaller = Math.min(left.core + left.extra + left.place, right.core + right.extra + right.place);
    return ofWords(facts, (matched + misspelt) / (matched + misspelt + smaller || 1));
  },
  matchedMass: (facts: Facts) => ofOthers(facts, cap(facts.pair.names.alignment.matched, 3)),
  matchedMassOfSame: ({ isSame, pair: { names } }: Facts) => (isSame ? cap(names.alignment.matched, 3) : 0),
  tenantRest: (facts: Facts) => ofWords(facts, cap(facts.pair.names.alignment.left.core, 2)),
  companyRest: (facts: Facts) => ofWords(facts, cap(facts.pair.names.alignment.right.core, 2)),
  tenantExtra: (facts: Facts) => ofWords(facts, cap(facts.pair.names.alignment.left.extra, 1.5)),
  companyExtra: (facts: Facts) => ofWords(facts, cap(facts.pair.names.alignment.right.extra, 1.5)),
  tenantExtraOfSame: ({ isSame, hasDomain, pair: { names } }: Facts) => (isSame && !hasDomain ? cap(names.alignment.left.extra, 1.5) : 0),
  bothExtra: (facts: Facts) => {
    const { left, right } = facts.pair.names.alignment;
    return ofWords(facts, cap(Math.min(left.extra + left.core, right.extra + right.core), 1));
  },
  tenantPlace: (facts: Facts) => ofOthers(facts, cap(facts.pair.names.alignment.left.place, 1)),
  companyPlace: (facts: Facts) => ofOthers(facts, cap(facts.pair.names.alignment.right.place, 1)),
  tenantPlaceOfSame: ({ isSame, pair: { names } }: Facts) => (isSame ? cap(names.alignment.left.place, 1) : 0),
  companyPlaceOfSame: ({ isSame, pair: { names } }: Facts) => (isSame ? cap(names.alignment.right.place, 1) : 0),
  bothPlace: (facts: Facts) => ofWords(facts, cap(Math.min(facts.pair.names.alignment.left.place, facts.pair.names.alignment.right.place), 1)),
  misspelt: (facts: Facts) => ofWords(facts, cap(facts.pair.names.alignment.misspelt, 1.5)),
  misspeltShare: (facts: Facts) => ofWords(facts, shareMisspelt(facts)),
  misspeltAlone: (facts: Facts) => (facts.hasDomain || facts.pair.domains.label !== 'no' ? 0 : ofWords(facts, shareMisspelt(facts))),
  firstWordSame: (facts: Facts) => ofWords(facts, yes(facts.pair.names.alignment.isFirstSame)),
  lettersAlike: ({ isGeneric, pair: { lettersAlike = 0 } }: Facts) => (isGeneric ? 0 : Math.max(0, (lettersAlike - 0.6) / 0.4)),
  lettersNearlySame: ({ isGeneric, pair: { lettersAlike = 0 } }: Facts) => (isGeneric ? 0 : Math.max(0, (lettersAlike - 0.9) / 0.1)),
  cutOff: ({ pair: { names } }: Facts) => yes(names.isCutOff),
  numbersDiffer: (facts: Facts) => ofWords(facts, yes(facts.pair.tenant.name.numbers !== facts.pair.company.name.numbers && !facts.pair.names.isCutOff)),
  legalFormsDiffer: ({ pair: { tenant, company } }: Facts) => yes(tenant.name.legalForm !== '' && company.name.legalForm !== '' && tenant.name.legalForm !== company.name.legalForm),
  legalFormsSame: ({ pair: { tenant, company } }: Facts) => yes(tenant.name.legalForm !== '' && tenant.name.legalForm === company.name.legalForm),
  shortName: ({ pair: { tenant } }: Facts) => yes(tenant.name.compact.length < 4),
  namesakes: ({ pair: { namesakes } }: Facts) => (namesakes === 0 ? 0 : cap(Math.log2(1 + namesakes), 3)),
  offshoot: ({ pair: { isOffshoot } }: Facts) => yes(isOffshoot),
  genericName: ({ isGeneric }: Facts) => yes(isGeneric),
  strangers: ({ areStrangers }: Facts) => yes(areStrangers),
  otherScript: ({ isGeneric, pair: { names } }: Facts) => yes(names.isOtherScript && !isGeneric),
  acronym: ({ isAcronymOnly }: Facts) => yes(isAcronymOnly),
  longAcronym: ({ isAcronymOnly, pair: { tenant, company } }: Facts) => (isAcronymOnly ? cap(Math.max(0, Math.min(tenant.name.compact.length, company.name.compact.length) - 2), 3) : 0),
  ownCity: ({ pair: { names } }: Facts) => yes(names.alignment.hasOwnCity),
  ownDomain: ({ pair: { domains } }: Facts) => yes(domains.domain === 'own'),
  sharedDomain: ({ pair: { domains } }: Facts) => (domains.domain === 'shared' ? 1 / Math.sqrt(domains.companyCount - 1) : 0),
  domainConflict: ({ pair: { domains } }: Facts) => yes(domains.domain === 'different'),
  conflictSameLabel: ({ pair: { domains, tenant, company } }: Facts) => yes(domains.domain === 'different' && company.domainLabels.includes(tenant.labelKey)),
  lentDomain: ({ pair: { domains } }: Facts) => yes(domains.isLent),
  labelIsDomain: ({ hasDomain, pair: { domains } }: Facts) => yes(!hasDomain && domains.label === 'domain'),
  labelIsName: ({ hasDomain, pair: { domains } }: Facts) => yes(!hasDomain && domains.label === 'name'),
  labelIsIdentifier: ({ hasDomain, pair: { domains } }: Facts) => yes(!hasDomain && domains.label === 'identifier'),
  labelRepeats: ({ hasDomain, pair: { domains } }: Facts) => yes(!hasDomain && domains.label === 'repeats-name' && !domains.isNameLabel),
  labelBegins: ({ hasDomain, pair: { domains } }: Facts) => yes(!hasDomain && domains.label === 'begins'),
  nameIsLabel: ({ hasDomain, pair: { domains } }: Facts) => yes(!hasDomain && domains.isNameLabel),
  longLabel: ({ hasLabel, pair: { tenant } }: Facts) => (hasLabel ? cap(Math.max(0, tenant.labelKey.length - 4), 8) : 0),
  labelIsAcronym: ({ hasDomain, pair: { domains } }: Facts) => yes(!hasDomain && domains.label === 'acronym'),
  shortLabel: ({ hasDomain, pair: { domains, tenant } }: Facts) => yes(!hasDomain && tenant.labelKey.length < 5 && domains.label !== 'no'),
  companyWithoutDomain: ({ hasDomain, pair: { tenant, company } }: Facts) => yes(tenant.domain.domain !== '' && company.domains.length === 0 && !hasDomain),
  acronymWithDomain: ({ isAcronymOnly, hasDomain }: Facts) => yes(isAcronymOnly && hasDomain),
  strangersWithDomain: ({ areStrangers, hasDomain }: Facts) => yes(areStrangers && hasDomain),
  strangersWithLabel: ({ areStrangers, hasLabel }: Facts) => yes(areStrangers && hasLabel),
  inactive: ({ pair: { company } }: Facts) => yes(company.isDead),
  notACustomer: ({ pair: { company } }: Facts) => yes(company.company.status !== '' && notACustomer.test(company.company.status)),
  bias: () => 1,
};

export type FeatureName = keyof typeof measures;
export type Features = { readonly [Name in FeatureName]: number };
/** In the order in which `featuresOf` measures. */
export const featureNames = Object.keys(measures) as readonly FeatureName[];

const inOrder = Object.values(measures);

/** Writes every measure of a pair, in the order of `featureNames`. */
export function featuresOf(pair: Comparison, into: Float64Array): void {
  const facts = factsOf(pair);
  for (let at = 0; at < inOrder.length; at += 1) into[at] = inOrder[at]?.(facts) ?? 0;
}

function factsOf(pair: Comparison): Facts {
  const { tenant, company, names, domains } = pair;
  const isGeneric = tenant.name.isGeneric || company.name.isGeneric;
  const isSame = names.same !== 'no' && !isGeneric;
  const hasDomain = domains.domain === 'own' || domains.domain === 'shared';
  return {
    pair,
    isSame,
    isGeneric,
    areComparable: !isGeneric && !names.areStrangers,
    areStrangers: names.areStrangers && !names.isAcronym && !isGeneric,
    isAcronymOnly: names.isAcronym && !isSame,
    hasDomain,
    hasLabel: !hasDomain && (domains.label === 'domain' || domains.label === 'name'),
  };
}
