import { inEveryLanguage, type Words } from '../app/words.js';
import { countOf, formatNumber } from '../app/wording.js';

const english = {
  title: 'Ignored tenants',
  caption: 'Ignored tenants, newest first',
  columns: { tenant: 'Microsoft tenant', reason: 'Reason', who: 'Ignored by', until: 'Until', actions: 'Actions' },
  noReason: 'No reason given',
  forGood: 'Until somebody takes it back',
  notListed: 'No connected Partner Center account lists it any more.',
  find: 'Find ignored tenant',
  findPlaceholder: 'Tenant, domain, reason or person',
  shown: (shown: number, all: number) => (shown === all ? countOf(all, 'ignored tenant') : `${formatNumber(shown)} of ${countOf(all, 'ignored tenant')}`),
  more: (count: number) => `Show ${formatNumber(count)} more`,
  takeBack: 'Stop ignoring',
  takeBackOf: (tenant: string) => `Stop ignoring ${tenant}`,
  takenBack: (tenant: string) => `${tenant} is no longer ignored. It is on the Bulk Add Company page again.`,
  ignoredAgain: (tenant: string) => `${tenant} is ignored again.`,
  conflict: (tenant: string, person: string) => `${person} decided ${tenant} meanwhile. Here is what counts now.`,
  conflictBack: (tenant: string) => `Somebody took the decision of ${tenant} back meanwhile.`,
  loading: 'Reading the ignored tenants…',
  emptyTitle: 'No tenant is ignored',
  emptyText: 'Tenants that need no company, such as your own or a test tenant, can be ignored on the Bulk Add Company page. They are listed here, and can be taken back.',
  openBulk: 'Open Bulk Add Company',
  nothingFound: (query: string) => `Nothing fits “${query}”.`,
  clear: 'Clear search',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
