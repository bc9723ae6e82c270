import type { LinkDrift } from '../../../contracts/drift.js';
import { inEveryLanguage, type Words } from '../app/words.js';
import { countOf, formatNumber, listOf } from '../app/wording.js';

type Counts = { readonly links: number; readonly newTenants: number };

const english = {
  title: 'Changes at the sources',
  intro: 'What has changed in Partner Center or in a PSA since links were saved. Nothing is unlinked by itself.',
  caption: 'Links of which one side has changed, the gravest first',
  columns: { tenant: 'Microsoft tenant', company: 'PSA company', what: 'What has changed', who: 'Linked by', fineBy: 'Called fine by', actions: 'Actions' },
  what: {
    'company-deleted': () => 'The PSA no longer lists the company.',
    'relationship-lost': () => 'No connected Partner Center account lists the tenant any more.',
    'company-inactive': (_nameThen: string, now: string) => (now === '' ? 'The company is no longer active.' : `The company is no longer active: ${now}`),
    'company-renamed': (nameThen: string, now: string) => `The company was called “${nameThen}”. Now it is “${now}”.`,
    'tenant-renamed': (nameThen: string, now: string) => `The tenant was called “${nameThen}”. Now it is “${now}”.`,
  } satisfies Record<LinkDrift['kind'], (nameThen: string, now: string) => string>,
  linksTitle: (count: number) => `${countOf(count, 'link')} to look at`,
  newTitle: (count: number) => countOf(count, 'new tenant'),
  newText: 'They came after the lists were first read, and nobody has linked or ignored them yet.',
  firstListed: (when: string) => `listed since ${when}`,
  addThem: 'Add them in Bulk Add Company',
  menu: (tenant: string, company: string) => `Actions for ${tenant} and ${company}`,
  fine: 'That is fine',
  changeCompany: 'Change company',
  removeLink: 'Remove link',
  history: 'History',
  shownOf: (shown: number, total: number) => `${formatNumber(shown)} of ${formatNumber(total)} are shown.`,
  more: 'Show more',
  unjudged: (count: number) => `${countOf(count, 'link')} can't be judged, because a list was never read in full or its connection is gone.`,
  notice: ({ links, newTenants }: Counts) => `Since links were saved, the sources have changed: ${listOf([...(links > 0 ? [`${countOf(links, 'link')} to look at`] : []), ...(newTenants > 0 ? [countOf(newTenants, 'new tenant')] : [])])}.`,
  look: 'Look at them',
  loading: 'Comparing links with the lists…',
  emptyTitle: 'Nothing has changed',
  emptyText: 'Every saved link still fits what Partner Center and the PSAs list, and there are no new tenants.',
  fineNow: (tenant: string, company: string) => `The change of ${tenant} and ${company} is called fine. It stays off the list until something else changes.`,
  openAgain: (tenant: string, company: string) => `The change of ${tenant} and ${company} is on the list again.`,
  outdated: 'The sources have changed again meanwhile. Here is what counts now.',
  fineTitle: (count: number) => `${countOf(count, 'change')} called fine`,
  fineText: 'Each comes back by itself when its name or status changes again, and nobody is told of it until then.',
  fineCaption: 'Changes called fine, the latest first',
  takeBack: 'List it again',
  takeBackOf: (tenant: string, company: string) => `List it again: ${tenant}, ${company}`,
  allFineTitle: 'Nothing is left to look at',
  allFineText: 'Every change at the sources was called fine, and there are no new tenants.',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
