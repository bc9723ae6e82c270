import type { CommandWords } from './commandNames.js';

export const de: CommandWords = {
  'add company': { ways: ['firma hinzufügen', 'hinzufügen', 'neue firma', 'unternehmen hinzufügen'], title: 'Firma hinzufügen', summary: 'einen Microsoft-Mandanten mit einer PSA-Firma verknüpfen' },
  bulk: { ways: ['alle', 'alle zuordnen', 'massenzuordnung', 'sammelzuordnung', 'registerkarte öffnen'], title: 'Alle zuordnen', summary: 'die Registerkarte öffnen, die alle Mandanten auf einmal verknüpft' },
  status: { ways: ['stand', 'übersicht', 'anzahl', 'wie viele'], title: 'Stand', summary: 'wie viele Mandanten verknüpft sind, wie viele warten und wann zuletzt synchronisiert wurde' },
  notify: { ways: ['benachrichtigungen', 'benachrichtigen', 'melden', 'neuigkeiten'], title: 'Benachrichtigungen', summary: 'wählen, was ich hier von selbst melde und wann' },
  help: { ways: ['hilfe', 'hallo', 'guten tag', 'befehle', 'menü'], title: 'Hilfe', summary: 'diese Liste zeigen' },
};
