import type { Doubt } from '../domain/match.js';
import type { Thresholds } from './confidence.js';
import type { Comparison } from './evidence/comparePair.js';
import { isLegalForm } from './names/legalForms.js';

export type Standing = {
  readonly score: number;
  /** Of the second candidate. */
  readonly secondScore: number;
  /** Another living candidate bears the tenant's very name or has its domain, and this one does not. */
  readonly isAnothers: boolean;
  readonly thresholds: Thresholds;
};

/** A second candidate with this much belief makes the first ambiguous. */
const rival = 0.1;
const shortest = 4;
/** Names that are so much alike by letters differ by slips, not by words. */
const nearlyTheSame = 0.92;

/** Why a person has to look at the best candidate before it is accepted; none when it may be proposed as it is. */
export function findDoubts(comparison: Comparison, { score, secondScore, isAnothers, thresholds }: Standing): Doubt[] {
  const { tenant, company, names, domains } = comparison;
  const isTold = company.company.tenantIds.includes(tenant.tenant.tenantId) || comparison.isAlias;
  const hasDomain = domains.domain === 'own' || domains.domain === 'shared';
  const hasLabel = hasDomain || domains.label === 'domain' || domains.label === 'name' || domains.label === 'repeats-name';
  const [tenantForm, companyForm] = [tenant.name.legalForm, company.name.legalForm];
  const always: [Doubt, boolean][] = [
    ['several-companies-fit', secondScore >= rival || (!isTold && isAnothers)],
    ['inactive-company', company.isDead],
    ['low-confidence', score < thresholds.high],
  ];
  const untold: [Doubt, boolean][] = [
    ['different-domain', domains.domain === 'different'],
    ['generic-name', tenant.name.isGeneric && domains.domain !== 'own'],
    ['short-name', !hasLabel && isShort(comparison)],
    ['acronym-only', !hasLabel && names.isAcronym && names.same === 'no'],
    ['bracket-only', !hasLabel && names.same === 'bracket'],
    ['typo-only', score < thresholds.certain && domains.label === 'no' && !hasDomain && restsOnTypo(comparison)],
    ['label-only', !hasDomain && names.areStrangers && !names.isAcronym && !isTellingLabel(comparison)],
    ['different-place', domains.domain !== 'own' && (haveDifferentPlaces(comparison) || isDomainOfAnotherPlace(comparison))],
    ['different-words', score < thresholds.certain && !hasLabel && haveDifferentWords(comparison)],
    ['different-number', domains.domain !== 'own' && haveDifferentNumbers(comparison)],
    ['different-legal-form', !hasLabel && tenantForm !== '' && companyForm !== '' && tenantForm !== companyForm],
    ['look-alike-characters', names.areLookAlikes],
  ];
  return [...always, ...(isTold ? [] : untold)].flatMap(([doubt, applies]) => (applies ? [doubt] : []));
}

/** "Crow (Bristol)" and "Crow (Leeds)". */
function haveDifferentPlaces({ names: { same, alignment } }: Comparison): boolean {
  return same === 'head' && Math.min(alignment.left.extra + alignment.left.place, alignment.right.extra + alignment.right.place) > 0;
}

/** "Town of Crow" with the domain townofcrowny.example and "Town of Crow, Maine". */
function isDomainOfAnotherPlace({ tenant, company, names }: Comparison): boolean {
  if (names.same !== 'head' || tenant.name.extras.length > 0) return false;
  const word = tenant.name.words.at(-1) ?? '';
  const at = tenant.labelKey.lastIndexOf(word);
  const behind = at < 0 ? '' : tenant.labelKey.slice(at + word.length);
  const place = company.name.extras.join('');
  return behind.length > 1 && !isLegalForm([behind]) && !place.startsWith(behind) && !behind.startsWith(place);
}

/** "Oxmere Methodist School" and "Oxmere Catholic School". */
function haveDifferentWords({ lettersAlike = 0, names: { same, alignment } }: Comparison): boolean {
  return same === 'no' && alignment.left.core > 0 && alignment.right.core > 0 && lettersAlike < nearlyTheSame;
}

/** Three letters and fewer are anybody's, unless a legal form makes a full name of them. A word of another script says more. */
function isShort({ tenant, company, names }: Comparison): boolean {
  const { key, legalForm } = tenant.name;
  const isFullName = names.same === 'full' && legalForm !== '' && legalForm === company.name.legalForm;
  return key.length < shortest && /^[a-z0-9]*$/.test(key) && !isFullName;
}

function restsOnTypo({ names: { same, alignment } }: Comparison): boolean {
  return same === 'no' && alignment.misspelt > alignment.matched;
}

/** The first part of the domain is the company's name or domain, and long enough not to be chance. */
function isTellingLabel({ tenant, domains }: Comparison): boolean {
  return (domains.label === 'domain' || domains.label === 'name') && tenant.labelKey.length >= shortest;
}

/** "Crow 2" may be the second tenant of "Crow"; "Crow 12" and "Crow 21" are two. */
function haveDifferentNumbers({ tenant, company, names }: Comparison): boolean {
  const [tenantNumbers, companyNumbers] = [tenant.name.numbers, company.name.numbers];
  if (tenantNumbers === companyNumbers || names.isCutOff) return false;
  const last = tenant.main.words.at(-1) ?? '';
  const withoutLast = tenantNumbers.split(' ').filter((number, at, all) => number !== last || all.indexOf(number) !== at).join(' ');
  return !/^[2-9]$/.test(last) || withoutLast !== companyNumbers;
}
