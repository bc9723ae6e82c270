import type { Localized } from '../language/language.js';

type TakeBackWords = {
  readonly undo: string;
  readonly undone: string;
  readonly undoneBy: string;
  /** What is so again, by what was taken back. */
  readonly isSo: Readonly<Record<'ignored' | 'rejected', string>>;
  readonly overtaken: string;
};

export const takeBackWords: Localized<TakeBackWords> = {
  en: {
    undo: 'Undo',
    undone: 'Undone',
    undoneBy: 'Undone by',
    isSo: { ignored: 'This tenant is no longer ignored.', rejected: 'I may offer this pair again.' },
    overtaken: 'Somebody took this back or decided it anew meanwhile.',
  },
  de: {
    undo: 'Rückgängig',
    undone: 'Rückgängig gemacht',
    undoneBy: 'Rückgängig gemacht von',
    isSo: { ignored: 'Dieser Mandant wird nicht mehr ignoriert.', rejected: 'Dieses Paar darf ich wieder vorschlagen.' },
    overtaken: 'Jemand hat das inzwischen zurückgenommen oder neu entschieden.',
  },
  fr: {
    undo: 'Annuler la décision',
    undone: 'Décision annulée',
    undoneBy: 'Annulée par',
    isSo: { ignored: 'Ce locataire n’est plus ignoré.', rejected: 'Je peux de nouveau proposer cette paire.' },
    overtaken: 'Quelqu’un a annulé cette décision ou en a pris une autre entre-temps.',
  },
  nl: {
    undo: 'Ongedaan maken',
    undone: 'Ongedaan gemaakt',
    undoneBy: 'Ongedaan gemaakt door',
    isSo: { ignored: 'Deze tenant wordt niet meer genegeerd.', rejected: 'Deze combinatie mag ik weer voorstellen.' },
    overtaken: 'Iemand heeft dit intussen teruggedraaid of opnieuw beslist.',
  },
  es: {
    undo: 'Deshacer',
    undone: 'Deshecho',
    undoneBy: 'Deshecho por',
    isSo: { ignored: 'Este inquilino ya no se omite.', rejected: 'Puedo volver a proponer esta pareja.' },
    overtaken: 'Alguien lo ha revertido o ha tomado otra decisión entretanto.',
  },
};
