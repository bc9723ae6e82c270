import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  placeholder: 'Nom, ID, domaine ou ville',
  searching: 'Recherche…',
  none: 'Aucune entreprise ne correspond. Essayez moins de lettres, l’ID ou la ville.',
  more: (shown, total) => `${formatNumber(shown)} sur ${countOf(total, 'entreprise affichée', 'entreprises affichées')}. Saisissez du texte pour affiner.`,
  all: (total) => countOf(total, 'entreprise', 'entreprises'),
  failed: (sentence) => `La recherche d’entreprises a échoué. ${sentence}`,
  linked: (count) => `Déjà liée à ${countOf(count, 'locataire', 'locataires')}`,
  inactive: 'Inactive',
  recent: 'Récentes',
};
