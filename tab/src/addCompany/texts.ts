import { countOf, formatNumber } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';

const english = {
  title: 'Add company',
  section: 'Company Details',
  bulk: 'Bulk Add Company',
  psa: 'PSA',
  anyPsa: 'Any PSA',
  company: 'PSA company',
  account: 'Microsoft Partner Center account',
  anyAccount: 'Any account',
  tenant: 'Customer tenant',
  tenantPlaceholder: 'Name, domain or tenant id',
  showAdded: 'Show already added tenants',
  companyMissing: 'Choose the PSA company.',
  tenantMissing: 'Choose the customer tenant.',
  same: (tenant: string, company: string) => `${tenant} is linked to ${company} already. Choose another company.`,
  alsoLinked: (tenant: string, companies: string) => `${tenant} is already linked to ${companies}. It will be linked to this company as well.`,
  linkedTo: (companies: string) => `Linked to ${companies}`,
  shown: (shown: number, total: number) => (shown < total ? `${formatNumber(shown)} of ${countOf(total, 'tenant')} shown. Type to narrow them down.` : countOf(total, 'tenant')),
  noTenant: (hidden: number) => (hidden > 0 ? `No tenant fits. ${countOf(hidden, 'tenant')} already added ${hidden === 1 ? 'is' : 'are'} hidden.` : 'No tenant fits.'),
  looking: 'Looking for a company that fits…',
  suggested: 'Suggested company:',
  noSuggestion: 'No company has this name or domain; search for it above.',
  suggestionFailed: (sentence: string) => `No suggestion could be made; you can go on without. ${sentence}`,
  wouldChoose: (company: string, score: string) => `Auto-map would choose ${company} (${score})`,
  use: (company: string) => `Use ${company}`,
  save: 'Save',
  savedTitle: (tenant: string, company: string) => `${tenant} is linked to ${company}`,
  nextStep: 'Connect licenses to billing profile',
  nextStepHint: 'Next step: connect licenses to the billing profile in your billing tool.',
  addAnother: 'Add another',
  loading: 'Reading the tenants…',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
