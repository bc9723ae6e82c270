import type { Caller } from '../../../services/domain/organization.js';
import type { Localized } from '../language/language.js';

type Counted = { readonly one: string; readonly other: string };
/** `#` stands for the number: see `countText`. */
type HistoryWords = {
  readonly title: string;
  readonly none: string;
  readonly added: Counted;
  readonly changed: Counted;
  readonly removed: Counted;
  readonly undo: string;
  readonly reason: string;
  readonly via: Readonly<Record<Caller['via'], string>>;
  readonly openHistory: string;
  readonly undoTitle: string;
  readonly undoIt: string;
  readonly nothingToUndo: string;
  readonly savedBy: string;
  readonly what: string;
  readonly rows: string;
  readonly moreRows: Counted;
  readonly noCompany: string;
  readonly undone: string;
  readonly undoneBy: string;
};

export const historyWords: Localized<HistoryWords> = {
  en: {
    title: 'History',
    none: 'Nothing was saved so far.',
    added: { one: '# link added', other: '# links added' },
    changed: { one: '# changed', other: '# changed' },
    removed: { one: '# removed', other: '# removed' },
    undo: 'Undo',
    reason: 'Reason',
    via: { tab: 'in the tab', chat: 'in chat', import: 'by an import', api: 'by another program' },
    openHistory: 'Open history',
    undoTitle: 'Undo your latest save?',
    undoIt: 'Undo it',
    nothingToUndo: 'You have saved nothing that could be undone. Older saves are in the history of the tab.',
    savedBy: 'Saved by',
    what: 'What',
    rows: 'What goes back',
    moreRows: { one: '… and # more', other: '… and # more' },
    noCompany: 'no company',
    undone: 'Undone',
    undoneBy: 'Undone by',
  },
  de: {
    title: 'Verlauf',
    none: 'Bisher wurde nichts gespeichert.',
    added: { one: '# Verknüpfung hinzugefügt', other: '# Verknüpfungen hinzugefügt' },
    changed: { one: '# geändert', other: '# geändert' },
    removed: { one: '# entfernt', other: '# entfernt' },
    undo: 'Rückgängig',
    reason: 'Grund',
    via: { tab: 'in der Registerkarte', chat: 'im Chat', import: 'durch einen Import', api: 'durch ein anderes Programm' },
    openHistory: 'Verlauf öffnen',
    undoTitle: 'Ihre letzte Speicherung rückgängig machen?',
    undoIt: 'Rückgängig machen',
    nothingToUndo: 'Sie haben nichts gespeichert, was sich rückgängig machen ließe. Ältere Speicherungen stehen im Verlauf der Registerkarte.',
    savedBy: 'Gespeichert von',
    what: 'Was',
    rows: 'Was zurückgeht',
    moreRows: { one: '… und # weitere', other: '… und # weitere' },
    noCompany: 'keine Firma',
    undone: 'Rückgängig gemacht',
    undoneBy: 'Rückgängig gemacht von',
  },
  fr: {
    title: 'Historique',
    none: 'Rien n’a encore été enregistré.',
    added: { one: '# liaison ajoutée', other: '# liaisons ajoutées' },
    changed: { one: '# modifiée', other: '# modifiées' },
    removed: { one: '# supprimée', other: '# supprimées' },
    undo: 'Annulation',
    reason: 'Raison',
    via: { tab: 'dans l’onglet', chat: 'dans la conversation', import: 'par une importation', api: 'par un autre programme' },
    openHistory: 'Ouvrir l’historique',
    undoTitle: 'Annuler votre dernier enregistrement ?',
    undoIt: 'Annuler l’enregistrement',
    nothingToUndo: 'Vous n’avez rien enregistré qui puisse être annulé. Les enregistrements plus anciens figurent dans l’historique de l’onglet.',
    savedBy: 'Enregistré par',
    what: 'Quoi',
    rows: 'Ce qui revient',
    moreRows: { one: '… et # de plus', other: '… et # de plus' },
    noCompany: 'aucune entreprise',
    undone: 'Annulé',
    undoneBy: 'Annulé par',
  },
  nl: {
    title: 'Geschiedenis',
    none: 'Er is nog niets opgeslagen.',
    added: { one: '# koppeling toegevoegd', other: '# koppelingen toegevoegd' },
    changed: { one: '# gewijzigd', other: '# gewijzigd' },
    removed: { one: '# verwijderd', other: '# verwijderd' },
    undo: 'Ongedaan gemaakt',
    reason: 'Reden',
    via: { tab: 'in het tabblad', chat: 'in de chat', import: 'door een import', api: 'door een ander programma' },
    openHistory: 'Geschiedenis openen',
    undoTitle: 'Uw laatste wijziging ongedaan maken?',
    undoIt: 'Ongedaan maken',
    nothingToUndo: 'U hebt niets opgeslagen dat ongedaan kan worden gemaakt. Oudere wijzigingen staan in de geschiedenis van het tabblad.',
    savedBy: 'Opgeslagen door',
    what: 'Wat',
    rows: 'Wat teruggaat',
    moreRows: { one: '… en nog #', other: '… en nog #' },
    noCompany: 'geen bedrijf',
    undone: 'Ongedaan gemaakt',
    undoneBy: 'Ongedaan gemaakt door',
  },
  es: {
    title: 'Historial',
    none: 'Todavía no se ha guardado nada.',
    added: { one: '# vínculo agregado', other: '# vínculos agregados' },
    changed: { one: '# cambiado', other: '# cambiados' },
    removed: { one: '# quitado', other: '# quitados' },
    undo: 'Deshecho',
    reason: 'Motivo',
    via: { tab: 'en la pestaña', chat: 'en el chat', import: 'mediante una importación', api: 'mediante otro programa' },
    openHistory: 'Abrir historial',
    undoTitle: '¿Deshacer su último cambio guardado?',
    undoIt: 'Deshacer el cambio',
    nothingToUndo: 'No ha guardado nada que se pueda deshacer. Los cambios anteriores están en el historial de la pestaña.',
    savedBy: 'Guardado por',
    what: 'Qué',
    rows: 'Lo que se revierte',
    moreRows: { one: '… y # más', other: '… y # más' },
    noCompany: 'sin empresa',
    undone: 'Deshecho',
    undoneBy: 'Deshecho por',
  },
};
