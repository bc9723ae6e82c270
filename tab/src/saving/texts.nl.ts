import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

const rows = (count: number) => countOf(count, 'rij', 'rijen');

export const texts: Texts = {
  checking: (done, total) => `${formatNumber(done)} van ${formatNumber(total)} gecontroleerd`,
  saving: (done, total) => `${formatNumber(done)} van ${formatNumber(total)} opgeslagen`,
  starting: (total) => `${rows(total)} opslaan…`,
  summary: ({ added, changed, removed, skipped }) => `${formatNumber(added)} toegevoegd, ${formatNumber(changed)} gewijzigd, ${formatNumber(removed)} verwijderd, ${formatNumber(skipped)} overgeslagen`,
  saved: (summary) => `Opgeslagen: ${summary}.`,
  repeated: 'Dit was al opgeslagen; er is niets dubbel gedaan.',
  undone: 'De opslag is ongedaan gemaakt.',
  unchanged: (skipped) => `Niets op te slaan: ${rows(skipped)} al zoals gewenst.`,
  notLost: 'Al je keuzes blijven behouden.',
  conflictTitle: 'Iemand anders heeft sommige van deze rijen gewijzigd',
  undoConflictTitle: 'Latere wijzigingen hebben sommige van deze rijen geraakt',
  refusedTitle: 'Sommige rijen kunnen niet worden opgeslagen',
  yours: 'Jouw keuze',
  theirs: 'Nu opgeslagen',
  noCompany: 'Geen bedrijf',
  by: (name, when) => `door ${name}, ${when}`,
  undoOthers: (count) => `De overige ${formatNumber(count)} ongedaan maken`,
  saveOthers: (count) => `De overige ${formatNumber(count)} opslaan`,
  reloadRows: 'Deze rijen opnieuw laden',
  tenant: 'Tenant',
};
