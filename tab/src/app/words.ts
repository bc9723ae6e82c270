import { asBlock, isolateAll } from './isolate.js';
import { currentSpeech, setSpeech, type Language, type Speech } from './language.js';

/** The shape that English gives: a translation with a key too few, too many or of another kind does not compile. */
export type Words<English> = English extends string
  ? string
  : English extends (...args: infer Args) => infer Said
    ? (...args: Args) => Said extends string ? string : Said
    : { readonly [Key in keyof English]: Words<English[Key]> };

type Translations<Texts> = { readonly [Other in Exclude<Language, 'en'>]: () => Promise<{ readonly texts: Texts }> };

/** One per folder: brings its words into the page's language. */
const catalogs: (() => Promise<void>)[] = [];

/**
 * The words of one folder. What it returns is read at each render and always speaks the page's language: English until `speak` or
 * `wordsReady` has brought another. Only the language in use is loaded; where it can't be, English stays.
 */
export function inEveryLanguage<English extends object>(english: English, translations: Translations<Words<English>>): Words<English> {
  const texts = prepare(english) as Words<English> & object;
  catalogs.push(async () => {
    const speech = currentSpeech();
    const found = speech.language === 'en' ? { texts: english } : await translations[speech.language]().catch(() => ({ texts: english }));
    if (speech === currentSpeech()) Object.assign(texts, prepare(found.texts));
  });
  return texts;
}

/** Brings the words of everything loaded so far and speaks them from now on. What is shown has to be drawn anew. */
export async function speak(speech: Speech): Promise<void> {
  setSpeech(speech);
  await wordsReady();
}

/** After a part of the page was loaded: resolves when it speaks the page's language too. */
export async function wordsReady(): Promise<void> {
  await Promise.all(catalogs.map((bringWords) => bringWords()));
}

/** Names that run against the page's direction are kept apart; on a page that runs from right to left, so is every text in words from left to right. */
function prepare(words: unknown): unknown {
  if (typeof words === 'string') return asBlock(words);
  if (typeof words === 'function') return (...args: readonly unknown[]) => prepare((words as (...given: readonly unknown[]) => unknown)(...isolateAll(args)));
  if (Array.isArray(words)) return words.map(prepare);
  if (typeof words === 'object' && words !== null) return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, prepare(value)]));
  return words;
}
