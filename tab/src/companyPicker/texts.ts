import { countOf, formatNumber } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';

const english = {
  placeholder: 'Name, id, domain or city',
  searching: 'Searching…',
  none: 'No company fits. Try fewer letters, the id or the city.',
  more: (shown: number, total: number) => `${formatNumber(shown)} of ${countOf(total, 'company', 'companies')} shown. Type to narrow them down.`,
  all: (total: number) => countOf(total, 'company', 'companies'),
  failed: (sentence: string) => `The companies could not be searched. ${sentence}`,
  linked: (count: number) => `Already linked to ${countOf(count, 'tenant')}`,
  inactive: 'Inactive',
  recent: 'Recent',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
