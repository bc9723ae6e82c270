import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  offer: (psas) => `Guardar los id. de inquilino en ${psas}`,
  running: (done, total) => (total === 0 ? 'Guardando los id. de inquilino…' : `Guardando los id. de inquilino: ${formatNumber(done)} de ${formatNumber(total)}`),
  stop: 'Detener',
  counts: ({ stored, alreadyThere, refused }) => `${countOf(stored, 'id. de inquilino guardado', 'id. de inquilino guardados')}, ${formatNumber(alreadyThere)} ya presentes, ${countOf(refused, 'rechazado', 'rechazados')}`,
  done: (counts) => `${counts}.`,
  stopped: (counts) => `Detenido: ${counts}.`,
  goOn: 'Continuar',
  again: 'Reintentar',
  refused: (tenant, company, sentence) => `${tenant} en ${company}: ${sentence}`,
  more: (count) => `Y ${formatNumber(count)} más.`,
};
