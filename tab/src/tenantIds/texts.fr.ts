import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  offer: (psas) => `Inscrire les ID de locataire dans ${psas}`,
  running: (done, total) => (total === 0 ? 'Inscription des ID de locataire…' : `Inscription des ID de locataire : ${formatNumber(done)} sur ${formatNumber(total)}`),
  stop: 'Arrêter',
  counts: ({ stored, alreadyThere, refused }) => `${countOf(stored, 'ID de locataire inscrit', 'ID de locataire inscrits')}, ${countOf(alreadyThere, 'déjà présent', 'déjà présents')}, ${countOf(refused, 'refusé', 'refusés')}`,
  done: (counts) => `${counts}.`,
  stopped: (counts) => `Arrêté : ${counts}.`,
  goOn: 'Continuer',
  again: 'Réessayer',
  refused: (tenant, company, sentence) => `${tenant} dans ${company} : ${sentence}`,
  more: (count) => `Et ${formatNumber(count)} de plus.`,
};
