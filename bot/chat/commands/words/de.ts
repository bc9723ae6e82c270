import type { CommandWords } from './commandNames.js';

export const de: CommandWords = {
  unmapped: { ways: ['offene', 'offen', 'prüfen', 'nicht zugeordnet', 'nächster'], title: 'Offene prüfen', summary: 'die Mandanten ohne Firma einzeln zeigen, die sichersten zuerst' },
  'add company': { ways: ['firma hinzufügen', 'hinzufügen', 'neue firma', 'unternehmen hinzufügen'], title: 'Firma hinzufügen', summary: 'einen Microsoft-Mandanten mit einer PSA-Firma verknüpfen' },
  link: { ways: ['verknüpfe', 'verknüpfen', 'verbinde', 'zuordnen'], title: 'Verknüpfen', summary: 'einen Mandanten mit einer Firma verknüpfen: **verknüpfe** MANDANT **mit** FIRMA' },
  ignore: { ways: ['ignoriere', 'ignorieren'], title: 'Ignorieren', summary: 'einen Mandanten auslassen: **ignoriere** MANDANT' },
  find: { ways: ['finde', 'suche', 'suchen', 'finden'], title: 'Suchen', summary: 'Mandanten und Firmen finden: **finde** NAME' },
  why: { ways: ['warum', 'warum fehlt', 'wieso', 'weshalb'], title: 'Warum?', summary: 'sagen, warum etwas fehlt oder zugeordnet wurde: **warum** NAME' },
  status: { ways: ['stand', 'übersicht', 'anzahl', 'wie viele'], title: 'Stand', summary: 'wie viele Mandanten verknüpft sind, wie viele warten und wann zuletzt synchronisiert wurde' },
  history: { ways: ['verlauf', 'protokoll', 'änderungen'], title: 'Verlauf', summary: 'die letzten Speicherungen' },
  undo: { ways: ['rückgängig', 'rückgängig machen', 'zurücknehmen'], title: 'Rückgängig', summary: 'Ihre letzte Speicherung zurücknehmen' },
  sync: { ways: ['synchronisieren', 'synchronisiere', 'aktualisieren'], title: 'Jetzt synchronisieren', summary: 'die Listen von Partner Center und PSA neu lesen' },
  bulk: { ways: ['alle', 'gesammelt', 'gesammelt hinzufügen', 'firmen gesammelt hinzufügen', 'massenzuordnung', 'registerkarte öffnen'], title: 'Gesammelt', summary: 'die Registerkarte öffnen, die alle Mandanten auf einmal verknüpft' },
  notify: { ways: ['benachrichtigungen', 'benachrichtigen', 'melden', 'neuigkeiten'], title: 'Benachrichtigungen', summary: 'wählen, was ich hier von selbst melde und wann' },
  help: { ways: ['hilfe', 'hallo', 'guten tag', 'befehle', 'menü'], title: 'Hilfe', summary: 'diese Liste zeigen' },
};
