/** What the chat speaks, English first: it is the fallback. */
export const languages = ['en', 'de', 'fr', 'nl', 'es'] as const;
export type Language = (typeof languages)[number];

/** The words of one feature. A language or a word that is missing does not compile. */
export type Localized<Words> = { readonly [Each in Language]: Words };

/** From an activity's `locale` ("de-AT"). English for what is absent or not spoken here. */
export function languageOf(locale: unknown): Language {
  const spoken = typeof locale === 'string' ? locale.slice(0, 2).toLowerCase() : '';
  return languages.find((language) => language === spoken) ?? 'en';
}
