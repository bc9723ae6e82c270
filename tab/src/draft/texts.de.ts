import { countOf, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const decisions = (count: number) => countOf(count, 'Entscheidung', 'Entscheidungen');

export const texts: Texts = {
  resumed: (count, owners) => `${decisions(count)} von ${listOf(owners)} ${formOf(count, 'ist', 'sind')} noch nicht gespeichert. ${formOf(count, 'Sie bleibt hier für alle, bis jemand sie speichert.', 'Sie bleiben hier für alle, bis jemand sie speichert.')}`,
  yours: 'Ihnen',
  of: (name) => name,
  here: (names) => `${listOf(names)} ${formOf(names.length, 'ist', 'sind')} auch auf dieser Seite.`,
  sending: 'Ihre Entscheidungen werden aufbewahrt …',
  keptWhenMade: 'Ihre Entscheidungen bleiben als Entwurf erhalten, bis Sie speichern.',
  keptAt: (when) => `Entwurf ${when} aufbewahrt.`,
  unsent: (count, sentence) => `${decisions(count)} ${formOf(count, 'konnte', 'konnten')} noch nicht aufbewahrt werden. ${sentence} Es wird erneut versucht; schließen Sie die Seite nicht vorher.`,
  refusedTitle: 'Einige Entscheidungen wurden nicht angenommen:',
  lostTitle: 'Jemand anderes hat zuerst entschieden',
  lostText: 'Nichts wurde überschrieben. Wählen Sie, welche Entscheidung gelten soll.',
  yourDecision: 'Ihre Entscheidung',
  theirDecision: 'Gilt jetzt',
  by: (name, when) => `von ${name}, ${when}`,
  keepTheirs: 'So lassen, wie es jetzt ist',
  keepMine: (count) => formOf(count, 'Meine Entscheidung verwenden', 'Meine Entscheidungen verwenden'),
};
