import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  placeholder: 'Nombre, id., dominio o ciudad',
  searching: 'Buscando…',
  none: 'Ninguna empresa coincide. Prueba con menos letras, el id. o la ciudad.',
  more: (shown, total) => `Se muestran ${formatNumber(shown)} de ${countOf(total, 'empresa', 'empresas')}. Escribe para acotar la lista.`,
  all: (total) => countOf(total, 'empresa', 'empresas'),
  failed: (sentence) => `No se han podido buscar las empresas. ${sentence}`,
  linked: (count) => `Ya vinculada con ${countOf(count, 'inquilino', 'inquilinos')}`,
  inactive: 'Inactiva',
  recent: 'Recientes',
};
