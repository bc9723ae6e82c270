import { currentSpeech } from './language.js';

const start = '\u2068';
const end = '\u2069';
const leftToRight = /[A-Za-z\u00C0-\u024F\u0370-\u058F]/;
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
/** Needs no help in either direction, and may be a key rather than a name. */
const plainWord = /^[a-z-]*$/;

/** Keeps a name that runs against the page's direction from pulling brackets, dots and numbers around it along. Others stay as they are. */
export function isolate(text: string): string {
  const runsAgainst = currentSpeech().direction === 'rtl' ? leftToRight : rightToLeft;
  return plainWord.test(text) || text.startsWith(start) || !runsAgainst.test(text) ? text : `${start}${text}${end}`;
}

/** The texts among the arguments of a sentence, and in its lists. */
export function isolateAll(args: readonly unknown[]): unknown[] {
  return args.map((arg) => (typeof arg === 'string' ? isolate(arg) : Array.isArray(arg) && arg.every((item) => typeof item === 'string') ? arg.map(isolate) : arg));
}
