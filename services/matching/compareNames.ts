import { ratio, token_sort_ratio } from 'fuzzball';
import { shapeOf } from './foldText.js';
import type { NameReading } from './readName.js';

/** How much a word tells: high for a rare one. Any positive number. */
export type Weigh = (word: string) => number;

export type NameComparison = {
  readonly kind: 'same' | 'similar';
  /** 0-1 */
  readonly similarity: number;
  /** The two look alike but are not made of the same letters. */
  readonly areLookAlikes: boolean;
};

const unprocessed = { full_process: false };
const cutAt = 20;
const shapeSimilarity = 0.97;
/** Two names that agree in a part only (before a bracket, behind "trading as"), or in all but a number. */
const partSimilarity = 0.9;
/** The tenant is another one of the same organisation: its sandbox, its backup. */
const bareSimilarity = 0.97;
const typo = 80;
/** Bounds the work on absurdly long names. */
const mostMisspelt = 16;

export function compareNames(tenant: NameReading, company: NameReading, weigh: Weigh): NameComparison {
  const similarity = similarityOf(tenant, company, weigh);
  const isSame = similarity === 1 && hasSameLetters(tenant, company);
  const areLookAlikes = (similarity >= 0.8 && tenant.foreignLetters !== company.foreignLetters) || (!isSame && hasSameShape(tenant, company));
  return { kind: isSame && !areLookAlikes ? 'same' : 'similar', similarity, areLookAlikes };
}

function hasSameLetters(tenant: NameReading, company: NameReading): boolean {
  return tenant.compact === company.compact || (tenant.key === company.key && (tenant.hasUmlaut || company.hasUmlaut));
}

function hasSameShape(tenant: NameReading, company: NameReading): boolean {
  return shapeOf(tenant.compact) === shapeOf(company.compact);
}

function similarityOf(tenant: NameReading, company: NameReading, weigh: Weigh): number {
  if (!tenant.compact || !company.compact) return 0;
  if (hasSameLetters(tenant, company)) return 1;
  if (hasSameShape(tenant, company)) return shapeSimilarity;
  const tenantText = tenant.words.join(' ');
  const companyText = company.words.join(' ');
  const letters = Math.max(ratio(tenantText, companyText, unprocessed), token_sort_ratio(tenantText, companyText, unprocessed)) / 100;
  const words = letters < 0.3 ? 0 : sharedWeight(tenant.words, company.words, weigh);
  const blend = 0.5 * letters + 0.5 * words;
  const isBare = tenant.bareKey !== '' && tenant.bareKey === company.key;
  return Math.max(blend, isBare ? bareSimilarity : 0, isCutOff(tenant, company) ? 0.96 : 0, hasSamePart(tenant, company) || differsInNumbersOnly(tenant, company) ? partSimilarity : 0);
}

/** One name is the beginning of the other and was cut off by a field's length. */
function isCutOff(tenant: NameReading, company: NameReading): boolean {
  const [short, long] = tenant.compact.length < company.compact.length ? [tenant, company] : [company, tenant];
  return short.isCut && short.compact.length >= cutAt && long.compact.startsWith(short.compact);
}

function differsInNumbersOnly(tenant: NameReading, company: NameReading): boolean {
  const letters = tenant.compact.replace(/\d/g, '');
  return letters.length > 2 && letters === company.compact.replace(/\d/g, '');
}

/** Never a part with a part: two branches of one firm agree in the firm. */
function hasSamePart(tenant: NameReading, company: NameReading): boolean {
  return tenant.partKeys.includes(company.key) || company.partKeys.includes(tenant.key);
}

/** Weight of the words found on both sides, as a share of all (Dice). A misspelt word counts in part. */
function sharedWeight(left: readonly string[], right: readonly string[], weigh: Weigh): number {
  const rest = [...right];
  const open: string[] = [];
  let shared = 0;
  for (const word of left) {
    const at = rest.indexOf(word);
    if (at < 0) open.push(word);
    else {
      rest.splice(at, 1);
      shared += 2 * weigh(word);
    }
  }
  rest.length = Math.min(rest.length, mostMisspelt);
  for (const word of open.slice(0, mostMisspelt)) {
    const { at, likeness } = likest(word, rest);
    const other = rest[at];
    if (other === undefined) continue;
    rest.splice(at, 1);
    shared += likeness ** 2 * (weigh(word) + weigh(other));
  }
  const total = [...left, ...right].reduce((sum, word) => sum + weigh(word), 0);
  return total > 0 ? shared / total : 0;
}

function likest(word: string, others: readonly string[]): { at: number; likeness: number } {
  let best = { at: -1, likeness: 0 };
  if (word.length < 4 || /\d/.test(word)) return best;
  for (const [at, other] of others.entries()) {
    if (other.length < 4 || Math.abs(other.length - word.length) > 3 || /\d/.test(other)) continue;
    const likeness = ratio(word, other, unprocessed);
    if (likeness >= typo && likeness > best.likeness * 100) best = { at, likeness: likeness / 100 };
  }
  return best;
}
