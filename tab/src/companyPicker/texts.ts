import { countOf } from '../app/wording.js';

export const texts = {
  placeholder: 'Name, id, domain or city',
  searching: 'Searching…',
  none: 'No company fits. Try fewer letters, the id or the city.',
  more: (shown: number, total: number) => `${shown} of ${countOf(total, 'company', 'companies')} shown. Type to narrow them down.`,
  all: (total: number) => countOf(total, 'company', 'companies'),
  failed: (sentence: string) => `The companies could not be searched. ${sentence}`,
  linked: (count: number) => `Already linked to ${countOf(count, 'tenant')}`,
  inactive: 'Inactive',
  recent: 'Recent',
} as const;
