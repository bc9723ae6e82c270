import { countOf, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  resumed: (count, owners) => `${countOf(count, 'décision', 'décisions')} de ${listOf(owners)} ${formOf(count, 'n’est pas encore enregistrée. Elle est conservée ici pour tous jusqu’à ce que quelqu’un l’enregistre.', 'ne sont pas encore enregistrées. Elles sont conservées ici pour tous jusqu’à ce que quelqu’un les enregistre.')}`,
  yours: 'vous',
  of: (name) => name,
  here: (names) => `${listOf(names)} ${formOf(names.length, 'est', 'sont')} aussi sur cette page.`,
  sending: 'Conservation de vos décisions…',
  keptWhenMade: 'Vos décisions sont conservées comme brouillon jusqu’à l’enregistrement.',
  keptAt: (when) => `Brouillon conservé ${when}.`,
  unsent: (count, sentence) => `${countOf(count, 'décision n’a pas encore pu être conservée', 'décisions n’ont pas encore pu être conservées')}. ${sentence} Une nouvelle tentative a lieu ; ne fermez pas la page avant.`,
  refusedTitle: 'Certaines décisions n’ont pas été retenues :',
  lostTitle: 'Quelqu’un d’autre a décidé en premier',
  lostText: 'Rien n’a été écrasé. Choisissez la décision qui doit compter.',
  yourDecision: 'Votre décision',
  theirDecision: 'Décidé maintenant',
  by: (name, when) => `par ${name}, ${when}`,
  keepTheirs: 'Laisser tel quel',
  keepMine: (count) => formOf(count, 'Utiliser ma décision', 'Utiliser mes décisions'),
};
