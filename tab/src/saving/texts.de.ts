import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

const rows = (count: number) => countOf(count, 'Zeile', 'Zeilen');

export const texts: Texts = {
  checking: (done, total) => `${formatNumber(done)} von ${formatNumber(total)} geprüft`,
  saving: (done, total) => `${formatNumber(done)} von ${formatNumber(total)} gespeichert`,
  starting: (total) => `${rows(total)} werden gespeichert …`,
  summary: ({ added, changed, removed, skipped }) => `${formatNumber(added)} hinzugefügt, ${formatNumber(changed)} geändert, ${formatNumber(removed)} entfernt, ${formatNumber(skipped)} übersprungen`,
  saved: (summary) => `Gespeichert: ${summary}.`,
  repeated: 'Das war bereits gespeichert; nichts wurde doppelt getan.',
  undone: 'Die Speicherung wurde rückgängig gemacht.',
  unchanged: (skipped) => `Nichts zu speichern: ${rows(skipped)} schon wie gewünscht.`,
  notLost: 'Ihre Auswahl bleibt erhalten.',
  conflictTitle: 'Jemand anderes hat einige dieser Zeilen geändert',
  undoConflictTitle: 'Spätere Speicherungen haben einige dieser Zeilen geändert',
  refusedTitle: 'Einige Zeilen können nicht gespeichert werden',
  yours: 'Ihre Auswahl',
  theirs: 'Jetzt gespeichert',
  noCompany: 'Keine Firma',
  by: (name, when) => `von ${name}, ${when}`,
  undoOthers: (count) => `Die übrigen ${formatNumber(count)} rückgängig machen`,
  saveOthers: (count) => `Die übrigen ${formatNumber(count)} speichern`,
  reloadRows: 'Diese Zeilen neu laden',
  tenant: 'Mandant',
};
