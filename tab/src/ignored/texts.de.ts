import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

const ignored = (count: number) => countOf(count, 'ignorierter Mandant', 'ignorierte Mandanten');

export const texts: Texts = {
  title: 'Ignorierte Mandanten',
  caption: 'Ignorierte Mandanten, neueste zuerst',
  columns: { tenant: 'Microsoft-Mandant', reason: 'Grund', who: 'Ignoriert von', until: 'Bis', actions: 'Aktionen' },
  noReason: 'Kein Grund angegeben',
  forGood: 'Bis es jemand zurücknimmt',
  notListed: 'Kein verbundenes Partner Center-Konto führt ihn noch auf.',
  find: 'Ignorierten Mandanten suchen',
  findPlaceholder: 'Mandant, Domäne, Grund oder Person',
  shown: (shown, all) => (shown === all ? ignored(all) : `${formatNumber(shown)} von ${ignored(all)}`),
  more: (count) => `${formatNumber(count)} weitere anzeigen`,
  takeBack: 'Nicht mehr ignorieren',
  takeBackOf: (tenant) => `${tenant} nicht mehr ignorieren`,
  takenBack: (tenant) => `${tenant} wird nicht mehr ignoriert und steht wieder auf der Seite „Firmen gesammelt hinzufügen“.`,
  ignoredAgain: (tenant) => `${tenant} wird wieder ignoriert.`,
  conflict: (tenant, person) => `${person} hat inzwischen über ${tenant} entschieden. Hier steht, was jetzt gilt.`,
  conflictBack: (tenant) => `Jemand hat die Entscheidung über ${tenant} inzwischen zurückgenommen.`,
  loading: 'Die ignorierten Mandanten werden gelesen …',
  emptyTitle: 'Kein Mandant wird ignoriert',
  emptyText: 'Mandanten, die keine Firma brauchen, etwa Ihr eigener oder ein Testmandant, können auf der Seite „Firmen gesammelt hinzufügen“ ignoriert werden. Sie stehen dann hier und können zurückgeholt werden.',
  openBulk: '„Firmen gesammelt hinzufügen“ öffnen',
  nothingFound: (query) => `Kein Treffer für „${query}“.`,
  clear: 'Suche löschen',
};
