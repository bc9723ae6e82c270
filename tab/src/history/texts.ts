import type { HistoryEntry } from '../../../contracts/history.js';
import { countOf, formatNumber } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';

type Counts = { readonly added: number; readonly changed: number; readonly removed: number };

const english = {
  title: 'History',
  caption: 'Saves, newest first',
  columns: { when: 'When', who: 'Who', what: 'What', note: 'Note', actions: 'Actions' },
  from: { tab: 'in the tab', chat: 'in chat', import: 'by import', api: 'through the API' } satisfies Record<HistoryEntry['via'], string>,
  save: (orgVersion: number) => `Save ${orgVersion}`,
  undoOf: (orgVersion: number | undefined) => (orgVersion === undefined ? 'Undo of an earlier save' : `Undo of save ${orgVersion}`),
  isUndone: 'Undone',
  counts: ({ added, changed, removed }: Counts) => [added > 0 ? `${formatNumber(added)} added` : '', changed > 0 ? `${formatNumber(changed)} changed` : '', removed > 0 ? `${formatNumber(removed)} removed` : ''].filter((text) => text !== '').join(', ') || 'No company changed',
  open: (orgVersion: number) => `Open save ${orgVersion}`,
  openShort: 'Open',
  more: 'Show older saves',
  moreNotShown: (count: number) => `And ${countOf(count, 'more row', 'more rows')}.`,
  moreRows: (count: number) => `Show ${formatNumber(count)} more`,
  loading: 'Reading the history…',
  loadingRows: 'Reading the rows…',
  emptyTitle: 'Nothing was saved yet',
  emptyText: 'Every save is listed here, with who made it and what it changed, and can be taken back.',
  verify: 'Check history',
  verifying: 'Checking…',
  intact: (count: number) => `The history is intact: ${countOf(count, 'save')}, each as it was written.`,
  broken: (orgVersion: number, why: string) => `The history does not fit from save ${orgVersion} on. ${why}`,
  rows: (total: number) => countOf(total, 'row'),
  before: 'before',
  after: 'after',
  becomes: 'becomes',
  noCompany: 'No company',
  undo: 'Undo this save',
  undoTitle: (orgVersion: number) => `Undo save ${orgVersion}?`,
  undoText: (total: number) => `${countOf(total, 'row')} ${total === 1 ? 'is' : 'are'} put back exactly as before. The undo is a save of its own and can be undone as well.`,
  undoOthers: (count: number) => `Undo the other ${formatNumber(count)}`,
  restore: 'Restore the state before this save',
  restoreTitle: (orgVersion: number) => `Restore the state before save ${orgVersion}?`,
  restoreText: 'All links become again what they were then; later saves stay in the history. The restore is a save of its own and can be undone.',
  restoreNothing: 'Nothing would change: the links are what they were then.',
  restoreDo: (total: number) => `Restore ${countOf(total, 'row')}`,
  restored: (counts: string) => `Restored: ${counts}.`,
  outdated: 'Somebody saved since you looked at the preview, so nothing was restored. Please look at it again.',
  lookAgain: 'Look again',
  reason: 'Reason (optional, kept in the history)',
  timelineTitle: (tenant: string) => `History of ${tenant}`,
  timelineEmpty: 'Nothing happened to it yet.',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
