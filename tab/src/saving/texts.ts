import { countOf } from '../app/wording.js';
import type { SaveSummary } from '../../../contracts/mappings.js';

export const texts = {
  checking: (done: number, total: number) => `Checking ${done} of ${total}`,
  saving: (done: number, total: number) => `Saving ${done} of ${total}`,
  starting: (total: number) => `Saving ${countOf(total, 'row')}…`,
  summary: ({ added, changed, removed, skipped }: Pick<SaveSummary, 'added' | 'changed' | 'removed' | 'skipped'>) =>
    `${added} added, ${changed} changed, ${removed} removed, ${skipped} skipped`,
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
  undoOthers: (count: number) => `Undo the other ${count}`,
  saveOthers: (count: number) => `Save the other ${count}`,
  reloadRows: 'Reload these rows',
  tenant: 'Tenant',
} as const;
