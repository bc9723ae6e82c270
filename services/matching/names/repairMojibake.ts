/** Windows-1252's printable characters for the bytes 0x80-0x9f, by byte. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const sign = /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

/** Mends UTF-8 that was once read as Windows-1252 ("MÃ¼ller"). Any other text, and text that would not mend whole, stays as it is. */
export function repairMojibake(text: string): string {
  return sign.test(text) ? mend(text) : text;
}

function mend(text: string): string {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const at = code > 0xff || (code >= 0x80 && code <= 0x9f) ? windows1252.indexOf(letter) : -1;
    if (code > 0xff && at < 0) return text;
    bytes.push(at >= 0 ? 0x80 + at : code);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    // The bytes are no UTF-8, so the text was none that had been misread.
    return text;
  }
}
