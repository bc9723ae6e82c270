import { countOf, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  create: (psa) => `Bedrijf maken in ${psa}…`,
  title: (psa, tenant) => `Nieuw bedrijf in ${psa} voor ${tenant}`,
  loading: (psa) => `${psa} wordt gevraagd of het er al is…`,
  duplicates: (count, psa) => `${countOf(count, 'bedrijf', 'bedrijven')} in ${psa} ${formOf(count, 'is dit misschien al', 'zijn dit misschien al')}`,
  use: 'Dit gebruiken',
  useOf: (company) => `Dit gebruiken: ${company}`,
  noneFits: 'Geen van deze is dezelfde organisatie.',
  noDuplicates: (psa) => `${psa} heeft geen bedrijf met deze naam of dit domein.`,
  unread: (psa) => `${psa} heeft een bedrijf met deze naam dat in de hier gelezen lijst ontbreekt.`,
  name: 'Naam',
  website: 'Website',
  phone: 'Telefoon',
  addressLine: 'Adres',
  city: 'Plaats',
  type: 'Type',
  usualType: (psa) => `Zoals ${psa} het instelt`,
  nameMissing: 'Een bedrijf heeft een naam nodig.',
  notSeen: 'Bevestig eerst dat geen van de bedrijven hierboven dezelfde organisatie is, of gebruik een ervan.',
  warning: (psa) => `Dit schrijft naar ${psa}: het bedrijf wordt daar meteen gemaakt. Het kan hier niet ongedaan worden gemaakt.`,
  submit: (psa) => `Maken in ${psa}`,
  creating: (psa) => `Wordt gemaakt in ${psa}…`,
  lookAgain: 'Opnieuw bekijken',
  again: 'Opnieuw maken',
  created: (company, psa) => `${company} staat nu in ${psa} en is gekozen.`,
};
