import { isolate } from './isolate.js';
import { currentSpeech } from './language.js';

/** One formatter per locale; making one is slow. */
export function perLocale<Formatter>(make: (locale: string) => Formatter): () => Formatter {
  const made = new Map<string, Formatter>();
  return () => {
    const { locale } = currentSpeech();
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}

const number = perLocale((locale) => new Intl.NumberFormat(locale));
const percent = perLocale((locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }));
const dateTime = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }));
const list = perLocale((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const plural = perLocale((locale) => new Intl.PluralRules(locale));

export function formatNumber(value: number): string {
  return number().format(value);
}

/** The form of a word or sentence for a count, by the rules of the page's language (French: 0 is singular). */
export function formOf<Form>(count: number, one: Form, many: Form): Form {
  return plural().select(count) === 'one' ? one : many;
}

/** "1 tenant", "1,200 tenants". */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${formOf(value, one, many)}`;
}

/** In the reader's own time zone. */
export function formatInstant(instant: string): string {
  return isolate(dateTime().format(new Date(instant)));
}

/** A day such as 2026-03-01, the same everywhere. */
export function formatDay(isoDate: string): string {
  return isolate(day().format(new Date(`${isoDate}T00:00:00Z`)));
}

/** "Anna", "Anna and Ben", "Anna, Ben, and Cleo". */
export function listOf(names: readonly string[]): string {
  return list().format(names.map(isolate));
}

/** 0-1 as whole per cent, never rounded up to a certainty it has not. */
export function formatScore(score: number): string {
  return percent().format(Math.floor(score * 100 + 1e-9) / 100);
}
