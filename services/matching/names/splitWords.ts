import { abbreviations } from './abbreviations.js';
import { foldText, foldTwins } from './foldText.js';
import { isPlain } from './signs.js';

const ands = new Set(['und', 'et', 'och', 'og']);
/** These are "and" between two words only. */
const shortAnds = new Set(['en', 'e', 'y', 'i']);
const word = /[\p{L}\p{N}]+/gu;
/** Nobody's name has more words; bounds the work on junk. */
const mostWords = 60;

/** Words of a cleaned name: folded, "&" as "and", single letters in a row as one word ("I.B.M." and "I B M" are "ibm"). */
export function splitWords(clean: string): string[] {
  const isEasy = isPlain(clean);
  let text = isEasy ? clean.toLowerCase() : foldTwins(foldText(clean));
  if (/['’`´]/.test(text)) text = text.replace(/(\p{L})['’`´](?=\p{L})/gu, '$1');
  if (/[&+]/.test(text)) text = text.replace(/[&+]/g, ' and ');
  const pieces = isEasy ? plainPieces(text) : (text.match(word) ?? []);
  if (pieces.length > mostWords) pieces.length = mostWords;
  return mayJoin(pieces) ? joinInitials(pieces) : pieces;
}

const isPlainLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Runs of a-z and 0-9. */
function plainPieces(text: string): string[] {
  const pieces: string[] = [];
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const isLetter = isPlainLetter(text.charCodeAt(at));
    if (isLetter && start < 0) start = at;
    else if (!isLetter && start >= 0) {
      pieces.push(text.slice(start, at));
      start = -1;
    }
  }
  if (start >= 0) pieces.push(text.slice(start));
  return pieces;
}

function mayJoin(pieces: readonly string[]): boolean {
  for (const piece of pieces) if (piece.length === 1 || (piece.length < 4 && ands.has(piece))) return true;
  return false;
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

export const isFiller = (word: string): boolean => word === 'and' || word === 'the';

/** Writes abbreviations out and leaves out what comes and goes: "the", "and" in any language. A name of nothing else stays as it is. */
export function coreWords(words: readonly string[]): readonly string[] {
  const core: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const each = words[at] ?? '';
    const isLast = at === words.length - 1;
    if (isFiller(each) || (each.length < 3 && at > 0 && !isLast && shortAnds.has(each))) continue;
    core.push((isLast || each.length > 3 ? undefined : beforeOthers.get(each)) ?? abbreviations.get(each) ?? (each.charCodeAt(0) === zero ? each.replace(leadingZeros, '') : each));
  }
  return core.length > 0 ? core : words;
}

const zero = 48;
const leadingZeros = /^0+(?=\d+$)/;
/** What a word means unless it is the last one: then "Co" is a company and "St" a street. */
const beforeOthers: ReadonlyMap<string, string> = new Map([['co', 'county'], ['st', 'saint'], ['ste', 'sainte'], ['mt', 'mount'], ['ft', 'fort']]);
