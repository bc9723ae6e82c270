import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

const ignored = (count: number) => countOf(count, 'inquilino ignorado', 'inquilinos ignorados');

export const texts: Texts = {
  title: 'Inquilinos ignorados',
  caption: 'Inquilinos ignorados, del más reciente al más antiguo',
  columns: { tenant: 'Inquilino de Microsoft', reason: 'Motivo', who: 'Ignorado por', until: 'Hasta', actions: 'Acciones' },
  noReason: 'Sin motivo indicado',
  forGood: 'Hasta que alguien lo revierta',
  notListed: 'Ninguna cuenta conectada del Centro de partners lo incluye ya.',
  find: 'Buscar inquilino ignorado',
  findPlaceholder: 'Inquilino, dominio, motivo o persona',
  shown: (shown, all) => (shown === all ? ignored(all) : `${formatNumber(shown)} de ${ignored(all)}`),
  more: (count) => `Mostrar ${formatNumber(count)} más`,
  takeBack: 'Dejar de ignorar',
  takeBackOf: (tenant) => `Dejar de ignorar ${tenant}`,
  takenBack: (tenant) => `${tenant} ya no se ignora. Vuelve a estar en la página Agregar empresas en bloque.`,
  ignoredAgain: (tenant) => `${tenant} se vuelve a ignorar.`,
  conflict: (tenant, person) => `${person} ha decidido sobre ${tenant} entretanto. Esto es lo que vale ahora.`,
  conflictBack: (tenant) => `Alguien ha revertido entretanto la decisión sobre ${tenant}.`,
  loading: 'Leyendo los inquilinos ignorados…',
  emptyTitle: 'No se ignora ningún inquilino',
  emptyText: 'Los inquilinos que no necesitan empresa, como el tuyo o uno de prueba, se pueden ignorar en la página Agregar empresas en bloque. Aparecen aquí y se pueden recuperar.',
  openBulk: 'Abrir Agregar empresas en bloque',
  nothingFound: (query) => `Nada coincide con «${query}».`,
  clear: 'Borrar búsqueda',
};
