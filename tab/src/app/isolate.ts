import { currentSpeech } from './language.js';

const firstStrong = '\u2068';
const leftToRight = '\u2066';
const end = '\u2069';
const latin = /[A-Za-z\u00C0-\u024F\u0370-\u058F]/;
const arabicOrHebrew = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
/** Needs no help in either direction, and may be a key rather than a name. */
const plainWord = /^[a-z-]*$/;

/** Keeps a name that runs against the page's direction from pulling brackets, dots and numbers around it along. Others stay as they are. */
export function isolate(name: string): string {
  const runsAgainst = currentSpeech().direction === 'rtl' ? latin : arabicOrHebrew;
  return plainWord.test(name) || name.startsWith(firstStrong) || !runsAgainst.test(name) ? name : `${firstStrong}${name}${end}`;
}

/** The names among the arguments of a sentence, and in its lists. */
export function isolateAll(args: readonly unknown[]): unknown[] {
  return args.map((arg) => (typeof arg === 'string' ? isolate(arg) : Array.isArray(arg) && arg.every((item) => typeof item === 'string') ? arg.map(isolate) : arg));
}

/** A whole text in the words of a language that runs from left to right, on a page that may run the other way. */
export function asBlock(text: string): string {
  return currentSpeech().direction === 'rtl' && !text.startsWith(leftToRight) && text !== '' ? `${leftToRight}${text}${end}` : text;
}
