const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", '#39': "'", nbsp: ' ', lt: '<', gt: '>' };

/** Longest part of a name that is looked at, in UTF-16 units. Nothing that a directory calls a name is longer. */
const longestName = 300;

/** One Unicode form, single spaces, no invisible characters, HTML entities resolved. */
export function cleanText(raw: string): string {
  const resolved = raw.replace(/&(amp|quot|apos|#39|nbsp|lt|gt);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
  return resolved.normalize('NFKC').replace(/\p{Cf}|\p{Co}|\p{Variation_Selector}/gu, '').replace(/\s+/g, ' ').trim().slice(0, longestName);
}

const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ς: 'σ', ħ: 'h', ŋ: 'n' };

/** Lower case without diacritics, so that "Müller" and "MULLER" are one. */
export function foldText(text: string): string {
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

/** Replaces look-alike letters of other alphabets by the Latin ones. */
export function foldTwins(folded: string): string {
  return folded.replace(twins, (letter) => latinTwins[letter] ?? letter);
}

/** What the eye sees: two texts that differ but have the same shape can be mistaken for each other. */
export function shapeOf(compact: string): string {
  return compact.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/[1i|]/g, 'l').replace(/5/g, 's');
}

/** ü may be written u or ue: drops the e after a, o and u, and one of two a. Both spellings then agree. */
export function foldUmlauts(compact: string): string {
  return compact.replace(/([aou])e/g, '$1').replace(/aa/g, 'a');
}
