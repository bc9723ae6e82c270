import { countOf, formatNumber, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const newTenants = (count: number) => countOf(count, 'nieuwe tenant', 'nieuwe tenants');
const links = (count: number) => countOf(count, 'koppeling', 'koppelingen');

export const texts: Texts = {
  title: 'Wijzigingen in de bronnen',
  intro: 'Wat er in het Partnercentrum of in een PSA is veranderd sinds koppelingen zijn opgeslagen. Er wordt niets vanzelf losgekoppeld.',
  caption: 'Koppelingen waarvan één kant is veranderd, de ernstigste eerst',
  columns: { tenant: 'Microsoft-tenant', company: 'PSA-bedrijf', what: 'Wat er is veranderd', who: 'Gekoppeld door', fineBy: 'Goedgekeurd door', actions: 'Acties' },
  what: {
    'company-deleted': () => 'De PSA noemt het bedrijf niet meer.',
    'relationship-lost': () => 'Geen verbonden Partnercentrum-account bevat de tenant nog.',
    'company-inactive': (_nameThen, now) => (now === '' ? 'Het bedrijf is niet meer actief.' : `Het bedrijf is niet meer actief: ${now}`),
    'company-renamed': (nameThen, now) => `Het bedrijf heette ‘${nameThen}’. Nu heet het ‘${now}’.`,
    'tenant-renamed': (nameThen, now) => `De tenant heette ‘${nameThen}’. Nu heet die ‘${now}’.`,
  },
  linksTitle: (count) => `${links(count)} om te bekijken`,
  newTitle: newTenants,
  newText: 'Ze kwamen nadat de lijsten voor het eerst waren gelezen, en nog niemand heeft ze gekoppeld of genegeerd.',
  firstListed: (when) => `in de lijst sinds ${when}`,
  addThem: 'In bulk toevoegen',
  menu: (tenant, company) => `Acties voor ${tenant} en ${company}`,
  fine: 'Dat is in orde',
  changeCompany: 'Bedrijf wijzigen',
  removeLink: 'Koppeling verwijderen',
  history: 'Geschiedenis',
  shownOf: (shown, total) => `${formatNumber(shown)} van ${formatNumber(total)} worden weergegeven.`,
  more: 'Meer weergeven',
  unjudged: (count) => `${links(count)} ${formOf(count, 'kan', 'kunnen')} niet worden beoordeeld, omdat een lijst nooit volledig is gelezen of de verbinding er niet meer is.`,
  notice: ({ links: count, newTenants: fresh }) => `Sinds koppelingen zijn opgeslagen, zijn de bronnen veranderd: ${listOf([...(count > 0 ? [`${links(count)} om te bekijken`] : []), ...(fresh > 0 ? [newTenants(fresh)] : [])])}.`,
  look: 'Bekijken',
  loading: 'Koppelingen worden met de lijsten vergeleken…',
  emptyTitle: 'Er is niets veranderd',
  emptyText: "Elke opgeslagen koppeling past nog bij wat het Partnercentrum en de PSA's bevatten, en er zijn geen nieuwe tenants.",
  fineNow: (tenant, company) => `De wijziging van ${tenant} en ${company} is in orde. Ze blijft van de lijst tot er weer iets verandert.`,
  openAgain: (tenant, company) => `De wijziging van ${tenant} en ${company} staat weer in de lijst.`,
  outdated: 'De bronnen zijn intussen weer veranderd. Hier staat wat nu geldt.',
  fineTitle: (count) => `${countOf(count, 'wijziging', 'wijzigingen')} in orde`,
  fineText: 'Een wijziging komt vanzelf terug als de naam of de status opnieuw verandert. Tot dan krijgt niemand er bericht van.',
  fineCaption: 'Wijzigingen die in orde zijn, de nieuwste eerst',
  takeBack: 'Weer weergeven',
  takeBackOf: (tenant, company) => `Weer weergeven: ${tenant}, ${company}`,
  allFineTitle: 'Niets meer te bekijken',
  allFineText: 'Alle wijzigingen in de bronnen zijn in orde, en er zijn geen nieuwe tenants.',
};
