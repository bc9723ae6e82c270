import { abbreviations } from './abbreviations.js';
import { foldText, foldTwins, isPlain } from './foldText.js';

const ands = new Set(['und', 'et', 'och', 'og']);
/** These are "and" between two words only. */
const shortAnds = new Set(['en', 'e', 'y', 'i']);
const word = /[\p{L}\p{N}]+/gu;
const plainWord = /[a-z0-9]+/g;
/** Nobody's name has more words; bounds the work on junk. */
const mostWords = 60;

/** Words of a cleaned name: folded, "&" as "and", single letters in a row as one word ("I.B.M." and "I B M" are "ibm"). */
export function splitWords(clean: string): string[] {
  const isEasy = isPlain(clean);
  let text = isEasy ? clean.toLowerCase() : foldTwins(foldText(clean));
  if (/['’`´]/.test(text)) text = text.replace(/(\p{L})['’`´](?=\p{L})/gu, '$1');
  if (/[&+]/.test(text)) text = text.replace(/[&+]/g, ' and ');
  const pieces = text.match(isEasy ? plainWord : word) ?? [];
  if (pieces.length > mostWords) pieces.length = mostWords;
  return joinInitials(pieces);
}

function joinInitials(pieces: readonly string[]): string[] {
  const words: string[] = [];
  let initials = '';
  for (const piece of pieces) {
    if (piece.length === 1 && piece >= 'a' && piece <= 'z') initials += piece;
    else if (ands.has(piece) && words.length + initials.length > 0) {
      if (initials) words.push(initials);
      initials = '';
      words.push('and');
    }
    else {
      if (initials) words.push(initials);
      initials = '';
      words.push(piece);
    }
  }
  if (initials) words.push(initials);
  return words;
}

const fillers = new Set(['and', 'the']);

export const isFiller = (word: string): boolean => fillers.has(word);

/** Writes abbreviations out and leaves out what comes and goes: "the", "and" in any language. A name of nothing else stays as it is. */
export function coreWords(words: readonly string[]): readonly string[] {
  const core: string[] = [];
  for (const [at, each] of words.entries()) {
    const isLast = at === words.length - 1;
    if (fillers.has(each) || (shortAnds.has(each) && at > 0 && !isLast)) continue;
    core.push((isLast ? undefined : beforeOthers.get(each)) ?? abbreviations.get(each) ?? (leadingZeros.test(each) ? each.replace(leadingZeros, '') : each));
  }
  return core.length > 0 ? core : words;
}

const leadingZeros = /^0+(?=\d+$)/;
/** What a word means unless it is the last one: then "Co" is a company and "St" a street. */
const beforeOthers: ReadonlyMap<string, string> = new Map([['co', 'county'], ['st', 'saint'], ['ste', 'sainte'], ['mt', 'mount'], ['ft', 'fort']]);
