/** Kinds of signs in a text, as bits: what a text does not hold need not be looked for. */
export const signs = {
  /** Anything but English letters, digits and signs. */
  foreign: 1,
  /** Two spaces, or one at either end. */
  looseSpace: 2,
  digit: 4,
  /** ' or ` */
  apostrophe: 8,
  /** & or + */
  and: 16,
  slash: 32,
  /** Of any kind, and *. */
  bracket: 64,
  /** - | : , */
  tail: 128,
  /** A capital right behind a small letter or digit. */
  camel: 256,
} as const;

const kinds = Uint16Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));

function kindOf(sign: string): number {
  if (sign < ' ' || sign > '~') return signs.foreign;
  if (/\d/.test(sign)) return signs.digit;
  if (/['`]/.test(sign)) return signs.apostrophe;
  if (/[&+]/.test(sign)) return signs.and;
  if (sign === '/') return signs.slash;
  if (/[()[\]{}*]/.test(sign)) return signs.bracket;
  return /[-|:,]/.test(sign) ? signs.tail : 0;
}

const space = 32;
const isCapital = (code: number) => code >= 65 && code <= 90;
const isSmallOrDigit = (code: number) => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** The kinds of signs in a text. One with `foreign` may hold any other kind beyond those that are told. */
export function signsIn(text: string): number {
  let found = 0;
  let before = space;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 127) found |= signs.foreign;
    else if (code === space) found |= before === space ? signs.looseSpace : 0;
    else found |= isCapital(code) ? (isSmallOrDigit(before) ? signs.camel : 0) : (kinds[code] ?? 0);
    before = code;
  }
  return before === space ? found | signs.looseSpace : found;
}

/** English letters, digits and signs only. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < space || code > 126) return false;
  }
  return true;
}
