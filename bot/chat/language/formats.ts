import type { Language } from './language.js';

const onceEach = <Format>(make: (language: Language) => Format) => {
  const made = new Map<Language, Format>();
  return (language: Language): Format => {
    const known = made.get(language);
    if (known) return known;
    const format = make(language);
    made.set(language, format);
    return format;
  };
};
const numbers = onceEach((language) => new Intl.NumberFormat(language));
const percents = onceEach((language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
const lists = onceEach((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const plurals = onceEach((language) => new Intl.PluralRules(language));
const days = onceEach((language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }));

/** 12,345 */
export function formatNumber(language: Language, value: number): string {
  return numbers(language).format(value);
}

/** Below it a score would read "0%", which tells nobody anything. */
export const leastShownScore = 0.01;

/** `share` 0-1, cut rather than rounded: what is not certain must not read 100 %. */
export function formatPercent(language: Language, share: number): string {
  return percents(language).format(Math.floor(share * 100) / 100);
}

/** "a, b and c" */
export function formatList(language: Language, texts: readonly string[]): string {
  return lists(language).format(texts);
}

/** A day, UTC. For moments use `localTime` of cards: Teams shows it in the reader's own time. */
export function formatDay(language: Language, day: Date): string {
  return days(language).format(day);
}

/** The text for so many, with `#` standing for the number. */
export function countText(language: Language, count: number, texts: { readonly one: string; readonly other: string }): string {
  const text = plurals(language).select(count) === 'one' ? texts.one : texts.other;
  return text.replaceAll('#', formatNumber(language, count));
}
