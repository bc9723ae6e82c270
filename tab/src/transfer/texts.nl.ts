import { countOf, formatNumber, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  exportCsv: 'Exporteren als CSV',
  exportJson: 'Exporteren als JSON',
  import: 'Importeren…',
  exporting: 'De export wordt gemaakt…',
  exported: (name) => `${name} is opgeslagen bij je downloads.`,
  title: 'Koppelingen importeren',
  intro: 'Kies een CSV- of JSON-bestand met de kolommen tenant_id, psa_connection_id en company_id, zoals een export. Elke tenant in het bestand krijgt precies de bedrijven die het bestand ervoor noemt; andere tenants blijven zoals ze zijn. Er wordt niets opgeslagen voordat je hebt gezien wat er zou veranderen.',
  choose: 'Bestand',
  reading: 'Het bestand wordt vergeleken met de koppelingen…',
  counts: ({ added, changed, removed, unchanged, refused }) => `${formatNumber(added)} toegevoegd, ${formatNumber(changed)} gewijzigd, ${formatNumber(removed)} verwijderd, ${formatNumber(unchanged)} ongewijzigd, ${formatNumber(refused)} geweigerd`,
  nothing: 'Het bestand verandert niets.',
  refused: (count) => `${countOf(count, 'regel', 'regels')} ${formOf(count, 'kan niet worden geïmporteerd en blijft', 'kunnen niet worden geïmporteerd en blijven')} weg, met alle regels van dezelfde tenant:`,
  refusedLine: (line, why) => `Regel ${formatNumber(line)}: ${why}`,
  outdated: 'Koppelingen of lijsten zijn veranderd sinds het voorbeeld werd bekeken; er is niets geïmporteerd. Bekijk het voorbeeld opnieuw.',
  more: (count) => `En nog ${formatNumber(count)}.`,
  changes: 'Wat er zou veranderen',
  importNow: (count) => `${countOf(count, 'wijziging', 'wijzigingen')} importeren`,
  otherFile: 'Een ander bestand kiezen',
  lookAgain: 'Opnieuw bekijken',
  imported: (counts) => `Geïmporteerd: ${counts}.`,
  unchanged: 'Het bestand verandert niets, dus er is niets opgeslagen.',
};
