import { countOf, formatNumber, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const rows = (count: number) => countOf(count, 'ligne', 'lignes');

export const texts: Texts = {
  checking: (done, total) => `Vérification : ${formatNumber(done)} sur ${formatNumber(total)}`,
  saving: (done, total) => `Enregistrement : ${formatNumber(done)} sur ${formatNumber(total)}`,
  starting: (total) => `Enregistrement de ${rows(total)}…`,
  summary: ({ added, changed, removed, skipped }) => `${countOf(added, 'ajout', 'ajouts')}, ${countOf(changed, 'modification', 'modifications')}, ${countOf(removed, 'suppression', 'suppressions')}, ${formatNumber(skipped)} sans changement`,
  saved: (summary) => `Enregistré : ${summary}.`,
  repeated: 'Cela avait déjà été enregistré ; rien n’a été fait deux fois.',
  undone: 'L’enregistrement a été annulé.',
  unchanged: (skipped) => `Rien à enregistrer : ${rows(skipped)} déjà comme souhaité.`,
  notLost: 'Tous vos choix sont conservés.',
  conflictTitle: 'Quelqu’un d’autre a modifié certaines de ces lignes',
  undoConflictTitle: 'Des enregistrements ultérieurs ont modifié certaines de ces lignes',
  refusedTitle: 'Certaines lignes ne peuvent pas être enregistrées',
  yours: 'Votre choix',
  theirs: 'Enregistré maintenant',
  noCompany: 'Aucune entreprise',
  by: (name, when) => `par ${name}, ${when}`,
  undoOthers: (count) => formOf(count, `Annuler l’autre (${formatNumber(count)})`, `Annuler les ${formatNumber(count)} autres`),
  saveOthers: (count) => formOf(count, `Enregistrer l’autre (${formatNumber(count)})`, `Enregistrer les ${formatNumber(count)} autres`),
  reloadRows: 'Recharger ces lignes',
  tenant: 'Locataire',
};
