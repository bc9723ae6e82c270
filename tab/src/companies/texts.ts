import { countOf, formatNumber } from '../app/wording.js';
import type { MappingView } from '../../../contracts/mappings.js';
import { inEveryLanguage, type Words } from '../app/words.js';

const english = {
  title: 'Company',
  add: 'Add company',
  bulk: 'Bulk Add Company',
  history: 'History',
  connections: 'Connections',
  menu: 'More',
  drift: 'Changes at the sources',
  ignored: 'Ignored tenants',
  find: 'Find company',
  findPlaceholder: 'Tenant, domain, company or person',
  caption: 'Added companies',
  columns: { tenant: 'Microsoft tenant', company: 'PSA company', psa: 'PSA', how: 'How', who: 'Added by', actions: 'Actions' },
  origins: { auto: 'Auto-map', manual: 'By hand', chat: 'In chat', import: 'Import' } satisfies Record<MappingView['origin'], string>,
  shown: (shown: number, total: number, all: number) =>
    total === all ? (shown === total ? countOf(all, 'added company', 'added companies') : `${formatNumber(shown)} of ${countOf(all, 'added company', 'added companies')}`) : `${formatNumber(total)} of ${countOf(all, 'added company', 'added companies')} fit`,
  more: (count: number) => `Show ${formatNumber(count)} more`,
  nothingFound: (query: string) => `Nothing fits “${query}”.`,
  clear: 'Clear search',
  rowMenu: (tenant: string, company: string) => `Actions for ${tenant} and ${company}`,
  showWhy: 'Show why',
  removeLink: 'Remove link',
  changeCompany: 'Change company',
  changeTitle: (tenant: string) => `Change the company of ${tenant}`,
  changeText: (company: string, psa: string) => `Linked to ${company} in ${psa} now. The company you choose takes its place at once; you can undo this.`,
  newCompany: 'New PSA company',
  nextStep: 'Connect licenses to billing profile',
  whyTitle: (tenant: string) => `Why ${tenant} is linked`,
  whyNone: 'It was chosen by hand; auto-map had no opinion of this pair.',
  score: 'Confidence at the time',
  decided: (how: string, who: string, when: string) => `${how}, ${who}, ${when}`,
  accounts: 'Partner Center account',
  tenantId: 'Tenant id',
  removeTitle: 'Remove this link?',
  removeText: (tenant: string, company: string, psa: string) => `${tenant} will no longer be linked to ${company} in ${psa}. You can undo this.`,
  loading: 'Reading the added companies…',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
