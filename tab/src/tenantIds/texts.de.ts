import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  offer: (psas) => `Mandanten-IDs in ${psas} hinterlegen`,
  running: (done, total) => (total === 0 ? 'Mandanten-IDs werden hinterlegt …' : `Mandanten-IDs werden hinterlegt: ${formatNumber(done)} von ${formatNumber(total)}`),
  stop: 'Anhalten',
  counts: ({ stored, alreadyThere, refused }) => `${countOf(stored, 'Mandanten-ID', 'Mandanten-IDs')} hinterlegt, ${formatNumber(alreadyThere)} schon vorhanden, ${formatNumber(refused)} abgelehnt`,
  done: (counts) => `${counts}.`,
  stopped: (counts) => `Angehalten: ${counts}.`,
  goOn: 'Fortfahren',
  again: 'Erneut versuchen',
  refused: (tenant, company, sentence) => `${tenant} in ${company}: ${sentence}`,
  more: (count) => `Und ${formatNumber(count)} weitere.`,
};
