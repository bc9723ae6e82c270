import { formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  title: 'Noch keine Firma hinzugefügt',
  text: 'Fünf Schritte führen zur ersten gespeicherten Verknüpfung. Jeder braucht den vorigen.',
  list: 'Schritte zur ersten gespeicherten Verknüpfung',
  progress: (done, total) => `${formatNumber(done)} von ${formatNumber(total)} Schritten erledigt`,
  states: { done: 'Erledigt', next: 'Jetzt dran', later: 'Später' },
  steps: {
    account: 'Microsoft Partner Center-Konto verbinden',
    psa: 'Ihr PSA verbinden',
    sync: 'Die Listen zum ersten Mal lesen',
    'auto-map': 'Firmen automatisch vorschlagen lassen',
    save: 'Die erste Kundenzuordnung speichern',
  },
  hints: {
    account: 'Es führt die Microsoft-Mandanten Ihrer Kunden auf.',
    psa: 'Es führt die Firmen auf, denen Sie Rechnungen stellen.',
    sync: 'Mandanten und Firmen werden gelesen; dort wird nichts geändert.',
    'auto-map': 'Es sind nur Vorschläge. Sie entscheiden, und nichts wird von selbst gespeichert.',
    save: 'Sehen Sie die Vorschläge durch und wählen Sie dann „Kundenzuordnung speichern“.',
  },
  actions: { account: 'Verbindungen öffnen', psa: 'Verbindungen öffnen', sync: 'Listen jetzt lesen', 'auto-map': 'Vorschläge ansehen', save: 'Vorschläge ansehen' },
  reading: 'Die Listen werden gerade gelesen.',
  needsAdmin: 'Das erledigt ein Administrator der App. Bitten Sie einen darum und kommen Sie dann wieder.',
  needsMapper: 'Das erledigt ein Kollege mit der Rolle „Mapper“. Sie können inzwischen alles ansehen.',
};
