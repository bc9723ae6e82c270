import { cleanText, foldText, foldUmlauts, twinsIn } from './foldText.js';
import { isGenericName } from './genericNames.js';
import { isLegalForm, splitLegalForm, splitUnspacedForm } from './legalForms.js';
import { signs, signsIn } from './signs.js';
import { splitName } from './splitName.js';
import { coreWords, isFiller, splitWords } from './splitWords.js';

/** Another name of the same organisation. */
export type OtherName = { readonly words: readonly string[]; readonly key: string; /** It stood in brackets: perhaps only a remark. */ readonly isBracket: boolean };

/** A name as the matcher sees it. */
export type NameReading = {
  /** Words of the name proper, without legal form, "and" and "the": folded, abbreviations written out. */
  readonly words: readonly string[];
  /** Words in brackets, behind a dash or the last comma. */
  readonly extras: readonly string[];
  /** Some of the extras stood in brackets. */
  readonly hasBracket: boolean;
  /** `words` without spaces. */
  readonly compact: string;
  /** `compact` with ue, oe, ae, aa as one letter. */
  readonly headKey: string;
  /** Likewise of `words` and `extras`. */
  readonly key: string;
  /** As `headKey`, before abbreviations were written out. */
  readonly rawKey: string;
  /** As `rawKey`, with its legal form. */
  readonly wholeKey: string;
  /** As `rawKey`, with "and" and "the", as people write a name in a domain. */
  readonly spelledKey: string;
  readonly others: readonly OtherName[];
  /** Initials of its words, with and without "of", "de" and the like; for two words and more. */
  readonly acronyms: readonly string[];
  /** As people know it; '' for none. */
  readonly legalForm: string;
  /** Every number in the name, in order, joined by a space. */
  readonly numbers: string;
  /** Letters of another script that look like Latin ones. */
  readonly twinLetters: string;
  /** Names nobody: "Default Directory", "Test", no letters at all, or a whole page. */
  readonly isGeneric: boolean;
  /** Marked "(OLD)", "do not use" or the like. */
  readonly isDead: boolean;
  /** "Sandbox", "(Tenant)" and the like were taken off. */
  readonly isDecorated: boolean;
  /** Was probably cut off at the end of a field. */
  readonly isCut: boolean;
};

/** Nobody is called so; it is a text that went into the wrong field. */
const longestNameOfAnybody = 1000;
/** ConnectWise keeps 50 characters of a name. */
const cutLength = 48;
const smallWords = new Set('of for in at on to de des du del della der die das dos da do di la le les el los las van von und et y e en the and a an'.split(' '));
const unspacedScript = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** `isTenant`: see `splitName`. Never throws, whatever the text. */
export function readName(raw: string, isTenant = false): NameReading {
  const clean = writeOutForms(cleanText(raw));
  const kinds = signsIn(clean);
  const parts = splitName(clean, kinds, isTenant);
  const head = readHead(parts.head, kinds);
  const extras = readExtras(parts.extras);
  const { words } = head;
  const allExtras = head.tail.length === 0 ? extras.words : [...head.tail, ...extras.words];
  const compact = words.join('');
  const headKey = foldUmlauts(compact);
  return {
    words,
    extras: allExtras,
    hasBracket: parts.hasBracket,
    compact,
    headKey,
    key: allExtras.length > 0 ? headKey + keyOf(allExtras) : headKey,
    rawKey: keyOf(withoutFillers(head.all), compact, headKey),
    spelledKey: keyOf(head.all, compact, headKey),
    wholeKey: keyOf(withoutFillers(head.whole), compact, headKey),
    others: extras.others.length + parts.others.length === 0 ? none : [...extras.others, ...parts.others.map(readOther)],
    acronyms: acronymsOf(head.all),
    legalForm: head.legalForm || extras.legalForm,
    numbers: kinds & (signs.digit | signs.foreign) || words.some(isNumber) || allExtras.some(isNumber) ? numbersOf(words, allExtras) : '',
    twinLetters: kinds & signs.foreign ? twinsIn(foldText(parts.head)) : '',
    isGeneric: raw.length > longestNameOfAnybody || (isGenericName(words) && isGenericName(allExtras)),
    isDead: parts.isDead,
    isDecorated: parts.isDecorated,
    isCut: clean.length >= cutLength && [...clean].length >= cutLength,
  };
}

const none: readonly never[] = [];
type ExtrasReading = { readonly words: readonly string[]; readonly others: readonly OtherName[]; readonly legalForm: string };
const noExtras: ExtrasReading = { words: none, others: none, legalForm: '' };

/** What stood behind the name is part of it, a name of its own, or a legal form. */
function readExtras(texts: readonly string[]): ExtrasReading {
  if (texts.length === 0) return noExtras;
  const all: string[] = [];
  const others: OtherName[] = [];
  let legalForm = '';
  for (const text of texts) {
    const words = splitWords(text);
    if (words.every(isFiller)) continue;
    if (isLegalForm(words)) legalForm ||= splitLegalForm(['x', ...words]).legalForm;
    else {
      const core = coreWords(splitLegalForm(words).words);
      all.push(...core);
      const key = keyOf(core);
      if (key.length > 1) others.push({ words: core, key, isBracket: true });
    }
  }
  return { words: all, others, legalForm };
}

function readOther(text: string): OtherName {
  const words = coreWords(splitLegalForm(splitWords(text)).words);
  return { words, key: keyOf(words), isBracket: false };
}

/** Whatever follows one of these is no longer the name: "Crow LLC Bristol". */
const clearForms = new Set('llc inc ltd limited gmbh corp plc tbk lda srl sarl'.split(' '));

function readHead(head: string, kinds: number): { readonly words: readonly string[]; readonly tail: readonly string[]; readonly whole: readonly string[]; readonly legalForm: string; /** Before abbreviations were written out. */ readonly all: readonly string[] } {
  const unspaced = kinds & signs.foreign && unspacedScript.test(head) ? splitUnspacedForm(head) : { text: head, legalForm: '' };
  const all = splitWords(unspaced.text);
  const ending = splitLegalForm(dropLastFiller(all));
  const isEnding = ending.legalForm !== '' && ending.words.at(-1) !== all.at(-1);
  const at = isEnding ? -1 : all.findLastIndex((word, place) => place > 0 && place >= all.length - 4 && place < all.length - 1 && clearForms.has(word));
  const { words, legalForm } = at > 0 ? splitLegalForm(all.slice(0, at + 1)) : ending;
  return { words: coreWords(words), tail: at > 0 ? coreWords(all.slice(at + 1)) : none, legalForm: legalForm || unspaced.legalForm, all: words, whole: all };
}

const gluedForm = /(\p{Ll}|\d)(G[mM][bB]H|I[nN][cC]|L[lL][cC]|L[tT][dD]|Limited|LIMITED|C(?:orp|ORP|o)|P[lL][cC]|BV|SARL|AG)(?=[\s.,)]|$)/u;

/** "CorvaneTechnologies". */
const gluedWords = /(\p{Ll}{3})(\p{Lu}\p{Ll}{3})/gu;

const bracketForms: readonly (readonly [string, string])[] = [['(株)', '株式会社'], ['(有)', '有限会社'], ['(주)', '주식회사']];

/** "TechnologyINC." and "(株)": a legal form that is glued to its word or stands in brackets. */
function writeOutForms(clean: string): string {
  const kinds = signsIn(clean);
  let text = kinds & (signs.camel | signs.foreign) ? clean.replace(gluedForm, '$1 $2').replace(gluedWords, '$1 $2') : clean;
  if (kinds & signs.foreign) for (const [short, long] of bracketForms) if (text.includes(short)) text = text.replace(short, long);
  return text;
}

function withoutFillers(words: readonly string[]): readonly string[] {
  return words.some(isFiller) ? words.filter((word) => !isFiller(word)) : words;
}

/** `known` is a text whose key is at hand. */
function keyOf(words: readonly string[], known = '', knownKey = ''): string {
  const compact = words.join('');
  return compact === known ? knownKey : foldUmlauts(compact);
}

/** "Saltmarsh Trust, The" */
function dropLastFiller(words: readonly string[]): readonly string[] {
  return words.length > 1 && words.at(-1) === 'the' ? words.slice(0, -1) : words;
}

function acronymsOf(words: readonly string[]): readonly string[] {
  if (words.length < 2 || words.length > 14) return none;
  let all = '';
  let main = '';
  for (const word of words) {
    const initial = word[0] ?? '';
    all += initial;
    if (!smallWords.has(word)) main += initial;
  }
  return main.length > 1 && main !== all ? [main, all] : [all];
}

/** Roman ones are written as digits by now. */
const isNumber = (word: string) => word.length === 1 && word >= '0' && word <= '9';

function numbersOf(words: readonly string[], extras: readonly string[]): string {
  const numbers: string[] = [];
  for (const list of [words, extras]) {
    for (const word of list) if (/\d/.test(word)) numbers.push(...(word.match(/\d+/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, '')));
  }
  return numbers.join(' ');
}
