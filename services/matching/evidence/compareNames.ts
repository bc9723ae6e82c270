import { haveSameShape } from '../names/haveSameShape.js';
import type { NameReading } from '../names/readName.js';
import type { Lexicon } from '../lookup/lexicon.js';
import type { CompanyProfile, TenantProfile, WordList } from '../lookup/profile.js';
import { alignWords, nothingLeft, type Alignment } from './alignWords.js';

export type NameComparison = {
  /** `full`: all of it; `reordered`: all its words; `head`: what stands in brackets or behind a dash aside; `other`: a "trading as"; `bracket`: one name is what the other has in brackets. */
  readonly same: 'full' | 'reordered' | 'head' | 'other' | 'bracket' | 'no';
  /** Of the two names that fit best. */
  readonly alignment: Alignment;
  /** 0-1: share of the words' weight that both names hold. */
  readonly wordsAlike: number;
  /** Made of different characters that look alike. */
  readonly areLookAlikes: boolean;
  readonly isAcronym: boolean;
  /** One was cut off and is how the other begins. */
  readonly isCutOff: boolean;
  /** The names have nothing in common, perhaps because one is a translation. */
  readonly areStrangers: boolean;
  /** Written in different scripts: they can't be compared. */
  readonly isOtherScript: boolean;
};

const cutAt = 20;
/** So many "rn" for "m" make a name longer. */
const mostWider = 3;

export function compareNames(tenant: TenantProfile, company: CompanyProfile, lexicon: Lexicon): NameComparison {
  const isCut = tenant.name.isCut || company.name.isCut;
  const found = sameness(tenant, company, lexicon);
  const alignment = found === 'full' ? wholeAlignment(company.main, lexicon) : alignBest(tenant, company, lexicon, isCut);
  const wordsAlike = found === 'full' ? 1 : shareOf(alignment);
  const same = found === 'no' && wordsAlike > 0.999 && tenant.main.ids.length > 1 ? 'reordered' : found;
  return {
    same,
    alignment,
    wordsAlike,
    areLookAlikes: areLookAlikes(tenant.name, company.name, same !== 'no' || wordsAlike >= 0.8),
    isAcronym: isAcronym(tenant.name, company) || isAcronymOf(company.name, tenant.name),
    isCutOff: isCut && isCutOff(tenant.name, company.name),
    areStrangers: same === 'no' && wordsAlike < 0.2,
    isOtherScript: wordsAlike === 0 && isLatin(tenant.name.headKey) !== isLatin(company.name.headKey),
  };
}

/** Of all the names that the two go by, the pair that fits best. Never a bracket with a bracket: two branches of one firm agree in the firm. */
function alignBest(tenant: TenantProfile, company: CompanyProfile, lexicon: Lexicon, isCut: boolean): Alignment {
  let best = alignWords(tenant.main, company.main, lexicon, company.cityWords, isCut);
  for (const other of company.others) if (!isPlace(other, lexicon)) best = better(best, alignWords(tenant.main, other, lexicon, company.cityWords, isCut));
  for (const other of tenant.others) if (!isPlace(other, lexicon)) best = better(best, alignWords(other, company.main, lexicon, company.cityWords, isCut));
  return best;
}

function better(known: Alignment, other: Alignment): Alignment {
  return shareOf(other) > shareOf(known) ? other : known;
}

const isLatin = (key: string) => /[a-z]/.test(key);

function shareOf({ matched, misspelt, left, right }: Alignment): number {
  const shared = 2 * (matched + misspelt);
  const total = shared + misspelt + left.core + left.extra + left.place + right.core + right.extra + right.place;
  return total > 0 ? shared / total : 0;
}

/** A remark such as "(Bristol)" is no name. */
function isPlace({ isBracket, ids }: WordList, lexicon: Lexicon): boolean {
  return isBracket && ids.every((id) => lexicon.isPlace(id));
}

function wholeAlignment({ ids }: WordList, lexicon: Lexicon): Alignment {
  let matched = 0;
  for (const id of ids) matched += lexicon.weightOf(id);
  return { matched, misspelt: 0, left: nothingLeft, right: nothingLeft, isFirstSame: true, hasOwnCity: false };
}

function sameness(tenant: TenantProfile, company: CompanyProfile, lexicon: Lexicon): NameComparison['same'] {
  const [left, right] = [tenant.name, company.name];
  if (left.headKey === '' || right.headKey === '') return 'no';
  if (left.key === right.key) return 'full';
  // The words before a bracket or dash may agree in yet other ways; what stands behind must be the same.
  const haveSameWhole = left.rawKey === right.rawKey || left.wholeKey === right.wholeKey || left.headKey === right.wholeKey || left.wholeKey === right.headKey || left.headKey === right.spelledKey || left.spelledKey === right.headKey;
  if (haveSameWhole && left.extras.join('') === right.extras.join('')) return 'full';
  if (left.headKey === right.headKey) return 'head';
  if (left.headKey === right.key || left.key === right.headKey) return 'head';
  if (company.others.length + tenant.others.length === 0) return 'no';
  const other = company.others.find(({ key }) => key === left.key || key === left.headKey) ?? tenant.others.find(({ key }) => key === right.key || key === right.headKey);
  return !other || isPlace(other, lexicon) ? 'no' : other.isBracket ? 'bracket' : 'other';
}

function isAcronym(tenant: NameReading, { name, identifierKey }: CompanyProfile): boolean {
  return isAcronymOf(tenant, name) || (tenant.headKey.length <= 6 && tenant.words.length === 1 && tenant.headKey === identifierKey);
}

function isAcronymOf(short: NameReading, long: NameReading): boolean {
  return short.words.length === 1 && short.compact.length > 1 && short.compact.length <= 8 && long.acronyms.includes(short.compact);
}

/** One name is the beginning of the other and was cut off by a field's length. */
function isCutOff(tenant: NameReading, company: NameReading): boolean {
  const [short, long] = tenant.key.length < company.key.length ? [tenant, company] : [company, tenant];
  return short.key.length >= cutAt && short.headKey !== long.headKey && long.key.startsWith(short.key);
}

function areLookAlikes(tenant: NameReading, company: NameReading, areAlike: boolean): boolean {
  const [left, right] = [tenant.twinLetters, company.twinLetters];
  const isOneAlphabet = left !== '' && right !== '' && (left.includes(right) || right.includes(left) || tenant.headKey !== company.headKey);
  if (areAlike && left !== right && !isOneAlphabet) return true;
  return tenant.headKey !== company.headKey && Math.abs(tenant.compact.length - company.compact.length) <= mostWider && haveSameShape(tenant.compact, company.compact);
}
