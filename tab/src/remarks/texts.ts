import type { RemarkFactsView } from '../../../contracts/remark.js';
import { inEveryLanguage } from '../app/words.js';

type Code = Exclude<RemarkFactsView['code'], 'general'>;
type FactsOf<Wanted extends Code> = RemarkFactsView extends infer One ? (One extends { readonly code: infer Codes } ? (Wanted extends Codes ? Omit<One, 'code'> : never) : never) : never;

/** One whole sentence for each code. */
export type Texts = { readonly says: { readonly [Each in Code]: (facts: FactsOf<Each>) => string } };

/** English is the server's own sentence, which comes along; so it is where a language can't be loaded. */
const english: { readonly says: Partial<Texts['says']> } = { says: {} };

export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
