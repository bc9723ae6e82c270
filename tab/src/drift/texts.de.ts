import { countOf, formatNumber, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const newTenants = (count: number) => countOf(count, 'neuer Mandant', 'neue Mandanten');
const toCheck = (count: number) => countOf(count, 'Verknüpfung', 'Verknüpfungen');

export const texts: Texts = {
  title: 'Änderungen an den Quellen',
  intro: 'Was sich im Partner Center oder in einem PSA geändert hat, seit Verknüpfungen gespeichert wurden. Nichts wird von selbst getrennt.',
  caption: 'Verknüpfungen, deren eine Seite sich geändert hat, die wichtigsten zuerst',
  columns: { tenant: 'Microsoft-Mandant', company: 'PSA-Firma', what: 'Was sich geändert hat', who: 'Verknüpft von', fineBy: 'Für gut befunden von', actions: 'Aktionen' },
  what: {
    'company-deleted': () => 'Das PSA führt die Firma nicht mehr auf.',
    'relationship-lost': () => 'Kein verbundenes Partner Center-Konto führt den Mandanten noch auf.',
    'company-inactive': (_nameThen, now) => (now === '' ? 'Die Firma ist nicht mehr aktiv.' : `Die Firma ist nicht mehr aktiv: ${now}`),
    'company-renamed': (nameThen, now) => `Die Firma hieß „${nameThen}“. Jetzt heißt sie „${now}“.`,
    'tenant-renamed': (nameThen, now) => `Der Mandant hieß „${nameThen}“. Jetzt heißt er „${now}“.`,
  },
  linksTitle: (count) => `${toCheck(count)} zu prüfen`,
  newTitle: newTenants,
  newText: 'Sie kamen hinzu, nachdem die Listen zum ersten Mal gelesen wurden, und noch niemand hat sie verknüpft oder ignoriert.',
  firstListed: (when) => `aufgeführt seit ${when}`,
  addThem: 'Gesammelt hinzufügen',
  menu: (tenant, company) => `Aktionen für ${tenant} und ${company}`,
  fine: 'Das ist in Ordnung',
  changeCompany: 'Firma ändern',
  removeLink: 'Verknüpfung entfernen',
  history: 'Verlauf',
  shownOf: (shown, total) => `${formatNumber(shown)} von ${formatNumber(total)} werden angezeigt.`,
  more: 'Mehr anzeigen',
  unjudged: (count) => `${toCheck(count)} ${formOf(count, 'kann', 'können')} nicht beurteilt werden, weil eine Liste nie vollständig gelesen wurde oder ihre Verbindung nicht mehr besteht.`,
  notice: ({ links, newTenants: count }) => `Seit dem Speichern von Verknüpfungen haben sich die Quellen geändert: ${listOf([...(links > 0 ? [`${toCheck(links)} zu prüfen`] : []), ...(count > 0 ? [newTenants(count)] : [])])}.`,
  look: 'Ansehen',
  loading: 'Verknüpfungen werden mit den Listen verglichen …',
  emptyTitle: 'Nichts hat sich geändert',
  emptyText: 'Jede gespeicherte Verknüpfung passt noch zu dem, was das Partner Center und die PSAs aufführen, und es gibt keine neuen Mandanten.',
  fineNow: (tenant, company) => `Die Änderung bei ${tenant} und ${company} ist in Ordnung. Sie bleibt von der Liste, bis sich wieder etwas ändert.`,
  openAgain: (tenant, company) => `Die Änderung bei ${tenant} und ${company} steht wieder auf der Liste.`,
  outdated: 'Die Quellen haben sich inzwischen wieder geändert. Hier steht, was jetzt gilt.',
  fineTitle: (count) => `${countOf(count, 'Änderung', 'Änderungen')} in Ordnung`,
  fineText: 'Eine Änderung kommt von selbst wieder, wenn sich Name oder Status erneut ändert. Bis dahin wird niemand darauf hingewiesen.',
  fineCaption: 'Änderungen, die in Ordnung sind, die neuesten zuerst',
  takeBack: 'Wieder auflisten',
  takeBackOf: (tenant, company) => `Wieder auflisten: ${tenant}, ${company}`,
  allFineTitle: 'Nichts mehr zu prüfen',
  allFineText: 'Alle Änderungen an den Quellen sind in Ordnung, und es gibt keine neuen Mandanten.',
};
