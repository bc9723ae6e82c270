import { countOf } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';

const english = {
  create: (psa: string) => `Create company in ${psa}…`,
  title: (psa: string, tenant: string) => `New company in ${psa} for ${tenant}`,
  loading: (psa: string) => `Asking ${psa} whether it is there already…`,
  duplicates: (count: number, psa: string) => `${countOf(count, 'company', 'companies')} of ${psa} may be this one already`,
  use: 'Use this one',
  useOf: (company: string) => `Use this one: ${company}`,
  noneFits: 'None of these is the same organisation.',
  noDuplicates: (psa: string) => `${psa} has no company of this name or domain.`,
  unread: (psa: string) => `${psa} has a company of this name that is not in the list read here.`,
  name: 'Name',
  website: 'Website',
  phone: 'Phone',
  addressLine: 'Address',
  city: 'City',
  type: 'Type',
  usualType: (psa: string) => `As ${psa} sets it`,
  nameMissing: 'A company needs a name.',
  notSeen: 'Say first that none of the companies above is the same organisation, or use one of them.',
  warning: (psa: string) => `This writes to ${psa}: the company is created there at once. It can't be undone from here.`,
  submit: (psa: string) => `Create in ${psa}`,
  creating: (psa: string) => `Creating in ${psa}…`,
  lookAgain: 'Look again',
  again: 'Create it again',
  created: (company: string, psa: string) => `${company} is now in ${psa}, and chosen.`,
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
