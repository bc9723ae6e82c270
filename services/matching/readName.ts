import { abbreviations } from './abbreviations.js';
import { cleanText, foldText, foldTwins, foldUmlauts } from './foldText.js';
import { isGenericName, splitDeadMark } from './genericNames.js';
import { splitLegalForm } from './legalForms.js';

/** A name as the matcher sees it. */
export type NameReading = {
  /** Words without legal form, "and" and "the": folded, abbreviations written out. */
  readonly words: readonly string[];
  /** The words without spaces. */
  readonly compact: string;
  /** `compact` with ue, oe, ae, aa as one letter. */
  readonly key: string;
  /** `key` without what tells one tenant of an organisation from another ("Sandbox", "(Tenant)"); '' when nothing of that kind is there. */
  readonly bareKey: string;
  readonly hasUmlaut: boolean;
  /** As people know it; '' for none. */
  readonly legalForm: string;
  /** Every number in the name, sorted, joined by a space. */
  readonly numbers: string;
  /** Letters of the words that are not Latin, before look-alikes became Latin. */
  readonly foreignLetters: string;
  /** Names nobody: "Default Directory", "Test", no letters at all. */
  readonly isGeneric: boolean;
  /** Marked "(OLD)", "do not use" or the like. */
  readonly isDead: boolean;
  /** Keys of its parts: before a bracket, inside it, before and after "trading as" and a dash. Weak. */
  readonly partKeys: readonly string[];
  /** Was probably cut off at the end of a field. */
  readonly isCut: boolean;
};

/** ConnectWise keeps 50 characters of a name. */
const cutLength = 48;

const fillers = new Set(['and', 'the']);
const otherAnds = new Set(['und', 'et', 'och', 'og']);

export function readName(raw: string): NameReading {
  const clean = cleanText(raw);
  const { name, isDead } = splitDeadMark(clean);
  const { words, legalForm } = coreWords(name);
  const compact = words.join('');
  return {
    words,
    compact,
    key: foldUmlauts(compact),
    bareKey: bareKeyOf(name),
    hasUmlaut: /[äöüøåæœ]/i.test(name.normalize('NFC')),
    legalForm,
    numbers: (compact.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, '')).sort().join(' '),
    foreignLetters: foldText(name).replace(/[^\p{L}]|\p{Script=Latin}/gu, ''),
    isGeneric: isGenericName(words),
    isDead,
    partKeys: partsOf(name)
      .map((part) => foldUmlauts(coreWords(part).words.join('')))
      .filter((key, at, all) => key.length > 2 && key !== foldUmlauts(compact) && all.indexOf(key) === at),
    isCut: [...clean.trim()].length >= cutLength,
  };
}

function coreWords(name: string): { words: readonly string[]; legalForm: string } {
  const all = splitWords(foldTwins(foldText(name)));
  const { words, legalForm } = splitLegalForm(dropEdges(all));
  const kept = words.filter((word) => !fillers.has(word));
  return { words: (kept.length > 0 ? kept : words).map((word) => abbreviations.get(word) ?? word), legalForm };
}

/** "and" stays until the legal form is off: "GmbH & Co. KG". */
function splitWords(folded: string): string[] {
  const pieces = folded
    .replace(/(\p{L})['’`´](?=\p{L})/gu, '$1')
    .replace(/[&+]/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (otherAnds.has(word) ? 'and' : word));
  return joinInitials(pieces);
}

/** "I.B.M." and "I B M" become "ibm", "Sp. z o.o." becomes "sp zoo". */
function joinInitials(pieces: readonly string[]): string[] {
  const words: string[] = [];
  let initials = '';
  for (const piece of [...pieces, '']) {
    if (/^[a-z]$/.test(piece)) initials += piece;
    else {
      if (initials) words.push(initials);
      initials = '';
      if (piece) words.push(piece);
    }
  }
  return words;
}

function dropEdges(words: readonly string[]): readonly string[] {
  const last = words.at(-1);
  return words.length > 1 && last !== undefined && fillers.has(last) ? words.slice(0, -1) : words;
}

const decoration = /[\s([\-–—_|]+(test|tenant|prod|production|sandbox|backup|dev|development|staging|uat|demo|migration|new tenant|(?:m|o|office|microsoft)\s?365)[)\]]?\s*$/i;

function bareKeyOf(name: string): string {
  const bare = name.replace(decoration, '');
  const { words } = coreWords(bare);
  return bare === name || isGenericName(words) ? '' : foldUmlauts(words.join(''));
}

const tradingAs = /\b(?:d\s?\/?\s?b\s?\/?\s?a\b|t\s?\/\s?a\b|f\s?\/?\s?k\s?\/?\s?a\b|a\s?\/?\s?k\s?\/?\s?a\b|trading as\b|formerly\b|previously\b|doing business as\b|also known as\b)\.?/i;

/** Parts that may be a name of their own. */
function partsOf(name: string): string[] {
  const parts = name.split(tradingAs);
  if (/[([]/.test(name)) {
    parts.push(name.replace(/[([][^)\]]*[)\]]?/g, ' '));
    parts.push(...[...name.matchAll(/[([]([^)\]]{3,})[)\]]/g)].map(([, inside = '']) => inside));
  }
  parts.push(...name.split(/\s[-–—|]\s|:\s|,\s/).slice(0, 1));
  if (parts.length > 8) parts.length = 8;
  return parts;
}
