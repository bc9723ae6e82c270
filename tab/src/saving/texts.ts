import { countOf, formatNumber } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';
import type { SaveSummary } from '../../../contracts/mappings.js';

const english = {
  checking: (done: number, total: number) => `Checking ${formatNumber(done)} of ${formatNumber(total)}`,
  saving: (done: number, total: number) => `Saving ${formatNumber(done)} of ${formatNumber(total)}`,
  starting: (total: number) => `Saving ${countOf(total, 'row')}…`,
  summary: ({ added, changed, removed, skipped }: Pick<SaveSummary, 'added' | 'changed' | 'removed' | 'skipped'>) =>
    `${formatNumber(added)} added, ${formatNumber(changed)} changed, ${formatNumber(removed)} removed, ${formatNumber(skipped)} skipped`,
  saved: (summary: string) => `Saved: ${summary}.`,
  repeated: 'This had been saved already; nothing was done twice.',
  undone: 'The save was undone.',
  unchanged: (skipped: number) => `Nothing to save: ${countOf(skipped, 'row')} already as wished.`,
  notLost: 'All choices are kept.',
  conflictTitle: 'Somebody else changed some of these rows',
  undoConflictTitle: 'Later saves touched some of these rows',
  refusedTitle: 'Some rows cannot be saved',
  yours: 'Your choice',
  theirs: 'Now saved',
  noCompany: 'No company',
  by: (name: string, when: string) => `by ${name}, ${when}`,
  undoOthers: (count: number) => `Undo the other ${formatNumber(count)}`,
  saveOthers: (count: number) => `Save the other ${formatNumber(count)}`,
  reloadRows: 'Reload these rows',
  tenant: 'Tenant',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
