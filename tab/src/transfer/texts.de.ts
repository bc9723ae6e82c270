import { countOf, formatNumber, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  exportCsv: 'Als CSV exportieren',
  exportJson: 'Als JSON exportieren',
  import: 'Importieren …',
  exporting: 'Der Export wird erstellt …',
  exported: (name) => `${name} wurde unter Ihren Downloads gespeichert.`,
  title: 'Zuordnungen importieren',
  intro: 'Wählen Sie eine CSV- oder JSON-Datei mit den Spalten tenant_id, psa_connection_id und company_id, etwa einen Export. Jeder Mandant in der Datei erhält genau die Firmen, die die Datei für ihn nennt; andere Mandanten bleiben, wie sie sind. Nichts wird gespeichert, bevor Sie gesehen haben, was sich ändern würde.',
  choose: 'Datei',
  reading: 'Die Datei wird mit den Verknüpfungen verglichen …',
  counts: ({ added, changed, removed, unchanged, refused }) => `${formatNumber(added)} hinzugefügt, ${formatNumber(changed)} geändert, ${formatNumber(removed)} entfernt, ${formatNumber(unchanged)} unverändert, ${formatNumber(refused)} abgelehnt`,
  nothing: 'Die Datei ändert nichts.',
  refused: (count) => `${countOf(count, 'Zeile kann', 'Zeilen können')} nicht importiert werden und ${formOf(count, 'bleibt', 'bleiben')} weg, mit allen Zeilen desselben Mandanten:`,
  refusedLine: (line, why) => `Zeile ${formatNumber(line)}: ${why}`,
  outdated: 'Verknüpfungen oder Listen haben sich geändert, seit Sie die Vorschau gesehen haben; es wurde nichts importiert. Bitte sehen Sie sie sich erneut an.',
  more: (count) => `Und ${formatNumber(count)} weitere.`,
  changes: 'Was sich ändern würde',
  importNow: (count) => `${countOf(count, 'Änderung', 'Änderungen')} importieren`,
  otherFile: 'Andere Datei wählen',
  lookAgain: 'Erneut ansehen',
  imported: (counts) => `Importiert: ${counts}.`,
  unchanged: 'Die Datei ändert nichts, also wurde nichts gespeichert.',
};
