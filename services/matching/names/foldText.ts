import { repairMojibake } from './repairMojibake.js';
import { isPlain, signs, signsIn } from './signs.js';

const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", '#39': "'", '#x27': "'", '#38': '&', nbsp: ' ', lt: '<', gt: '>', eacute: 'é', egrave: 'è', auml: 'ä', ouml: 'ö', uuml: 'ü', szlig: 'ß', ntilde: 'ñ', ccedil: 'ç' };
const entity = /&(#?\w{2,6});/g;

/** Longest part of a name that is looked at, in UTF-16 units. Nothing that a directory calls a name is longer. */
const longestName = 300;
/** One Unicode form, single spaces, no invisible characters, HTML entities resolved, wrongly decoded UTF-8 mended. */
export function cleanText(raw: string): string {
  if (raw.length <= longestName && (signsIn(raw) & (signs.foreign | signs.looseSpace | signs.and)) === 0) return raw;
  let text = raw.length > 4 * longestName ? raw.slice(0, 4 * longestName) : raw;
  if (text.includes('&') && text.includes(';')) text = text.replace(entity, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
  if (!isPlain(text)) {
    text = repairMojibake(text)
      .normalize('NFKC')
      .replace(/\p{Cf}|\p{Co}|\p{Variation_Selector}/gu, '');
  }
  if (/\s\s|^\s|\s$|[^\S ]/.test(text)) text = text.replace(/\s+/g, ' ').trim();
  return text.length > longestName ? text.slice(0, longestName) : text;
}

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ħ: 'h', ŋ: 'n' };

/** Lower case without diacritics, so that "Müller" and "MULLER" are one. */
export function foldText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  const lower = text.toUpperCase().toLowerCase();
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđðþıςħŋ]/g, (letter) => letters[letter] ?? letter);
}

/** Letters of other alphabets that look like a Latin one, after `foldText`. */
const latinTwins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['авекмнорстухіѕјԁһԛԝӏ', 'abekmhopctyxisjdhqwl'],
    ['αβεζηικμνορτυχ', 'abezhikmnoptyx'],
    ['ɡɑ', 'ga'],
  ].flatMap(([from = '', to = '']) => [...from].map((letter, at) => [letter, to[at] ?? letter])),
);
const twins = new RegExp(`[${Object.keys(latinTwins).join('')}]`, 'gu');

/** The letters that `foldTwins` would replace. */
export function twinsIn(folded: string): string {
  return folded.match(twins)?.join('') ?? '';
}

/** Replaces look-alike letters of other alphabets by the Latin ones. */
export function foldTwins(folded: string): string {
  return folded.replace(twins, (letter) => latinTwins[letter] ?? letter);
}

/** ü may be written u or ue: drops the e after a, o and u, and one of two a. Both spellings then agree. Short keys stay as they are: too much would agree. */
export function foldUmlauts(compact: string): string {
  if (compact.length < 5 || !holdsUmlaut(compact)) return compact;
  const folded = compact.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');
  return folded.length < 4 ? compact : folded;
}

const [a, e, o, u] = [97, 101, 111, 117];

function holdsUmlaut(compact: string): boolean {
  let before = 0;
  for (let at = 0; at < compact.length; at += 1) {
    const code = compact.charCodeAt(at);
    if (code === e ? before === a || before === o || before === u : code === a && before === a) return true;
    before = code;
  }
  return false;
}
