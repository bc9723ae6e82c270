import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

const ignored = (count: number) => countOf(count, 'genegeerde tenant', 'genegeerde tenants');

export const texts: Texts = {
  title: 'Genegeerde tenants',
  caption: 'Genegeerde tenants, nieuwste eerst',
  columns: { tenant: 'Microsoft-tenant', reason: 'Reden', who: 'Genegeerd door', until: 'Tot', actions: 'Acties' },
  noReason: 'Geen reden opgegeven',
  forGood: 'Totdat iemand het terugneemt',
  notListed: 'Geen verbonden Partnercentrum-account bevat deze tenant nog.',
  find: 'Genegeerde tenant zoeken',
  findPlaceholder: 'Tenant, domein, reden of persoon',
  shown: (shown, all) => (shown === all ? ignored(all) : `${formatNumber(shown)} van ${ignored(all)}`),
  more: (count) => `Nog ${formatNumber(count)} weergeven`,
  takeBack: 'Niet meer negeren',
  takeBackOf: (tenant) => `${tenant} niet meer negeren`,
  takenBack: (tenant) => `${tenant} wordt niet meer genegeerd en staat weer op de pagina Bedrijven in bulk toevoegen.`,
  ignoredAgain: (tenant) => `${tenant} wordt weer genegeerd.`,
  conflict: (tenant, person) => `${person} heeft intussen over ${tenant} beslist. Hier staat wat nu geldt.`,
  conflictBack: (tenant) => `Iemand heeft de beslissing over ${tenant} intussen teruggenomen.`,
  loading: 'De genegeerde tenants worden gelezen…',
  emptyTitle: 'Er wordt geen tenant genegeerd',
  emptyText: 'Tenants die geen bedrijf nodig hebben, zoals die van jezelf of een testtenant, kun je negeren op de pagina Bedrijven in bulk toevoegen. Ze staan dan hier en kunnen worden teruggehaald.',
  openBulk: 'Bedrijven in bulk toevoegen openen',
  nothingFound: (query) => `Niets gevonden voor ‘${query}’.`,
  clear: 'Zoekopdracht wissen',
};
