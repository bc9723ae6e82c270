/** The languages that have words of their own; English is the source of all and the fallback. */
export const languages = ['en', 'de', 'fr', 'nl', 'es'] as const;
export type Language = (typeof languages)[number];

/** How the page speaks. `locale` is for numbers and dates (`de-CH`); it always agrees with `language`. */
export type Speech = { readonly language: Language; readonly locale: string; readonly direction: 'ltr' | 'rtl' };

/** Scripts that run from right to left, by the languages that Microsoft Teams offers in them. */
const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'ur', 'yi']);

/** From a locale as Teams names it (`en-us`, `de`). A language without words speaks English; the page still runs the way its script does. */
export function speechOf(teamsLocale: string): Speech {
  const locale = canonical(teamsLocale);
  const tongue = locale.split('-')[0] ?? '';
  const language = languages.find((known) => known === tongue) ?? 'en';
  return { language, locale: language === tongue ? locale : 'en', direction: rightToLeft.has(tongue) ? 'rtl' : 'ltr' };
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace(/_/g, '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}

let speech: Speech = speechOf('en');

/** How the page speaks now: one page, one language. Before the host is known it is English. */
export function currentSpeech(): Speech {
  return speech;
}

/** Only for `words.ts`, which brings the words along. */
export function setSpeech(next: Speech): void {
  speech = next;
}
