import { countOf, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  create: (psa) => `Firma in ${psa} anlegen …`,
  title: (psa, tenant) => `Neue Firma in ${psa} für ${tenant}`,
  loading: (psa) => `${psa} wird gefragt, ob die Firma schon vorhanden ist …`,
  duplicates: (count, psa) => `${countOf(count, 'Firma', 'Firmen')} in ${psa} ${formOf(count, 'könnte', 'könnten')} diese bereits sein`,
  use: 'Diese verwenden',
  useOf: (company) => `Diese verwenden: ${company}`,
  noneFits: 'Keine davon ist dieselbe Organisation.',
  noDuplicates: (psa) => `${psa} hat keine Firma mit diesem Namen oder dieser Domäne.`,
  unread: (psa) => `${psa} hat eine Firma dieses Namens, die in der hier gelesenen Liste fehlt.`,
  name: 'Name',
  website: 'Website',
  phone: 'Telefon',
  addressLine: 'Adresse',
  city: 'Ort',
  type: 'Typ',
  usualType: (psa) => `Wie ${psa} ihn setzt`,
  nameMissing: 'Eine Firma braucht einen Namen.',
  notSeen: 'Bestätigen Sie zuerst, dass keine der Firmen oben dieselbe Organisation ist, oder verwenden Sie eine davon.',
  warning: (psa) => `Dies schreibt in ${psa}: Die Firma wird dort sofort angelegt. Von hier aus kann das nicht rückgängig gemacht werden.`,
  submit: (psa) => `In ${psa} anlegen`,
  creating: (psa) => `Wird in ${psa} angelegt …`,
  lookAgain: 'Erneut ansehen',
  again: 'Noch einmal anlegen',
  created: (company, psa) => `${company} ist jetzt in ${psa} und ausgewählt.`,
};
