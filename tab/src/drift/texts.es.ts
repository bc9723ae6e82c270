import { countOf, formatNumber, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const newTenants = (count: number) => countOf(count, 'inquilino nuevo', 'inquilinos nuevos');
const links = (count: number) => countOf(count, 'vínculo', 'vínculos');

export const texts: Texts = {
  title: 'Cambios en los orígenes',
  intro: 'Qué ha cambiado en el Centro de partners o en un PSA desde que se guardaron los vínculos. Nada se desvincula por sí solo.',
  caption: 'Vínculos en los que ha cambiado una de las partes, los más graves primero',
  columns: { tenant: 'Inquilino de Microsoft', company: 'Empresa del PSA', what: 'Qué ha cambiado', who: 'Vinculado por', fineBy: 'Aprobado por', actions: 'Acciones' },
  what: {
    'company-deleted': () => 'El PSA ya no incluye la empresa.',
    'relationship-lost': () => 'Ninguna cuenta conectada del Centro de partners incluye ya el inquilino.',
    'company-inactive': (_nameThen, now) => (now === '' ? 'La empresa ya no está activa.' : `La empresa ya no está activa: ${now}`),
    'company-renamed': (nameThen, now) => `La empresa se llamaba «${nameThen}». Ahora se llama «${now}».`,
    'tenant-renamed': (nameThen, now) => `El inquilino se llamaba «${nameThen}». Ahora se llama «${now}».`,
  },
  linksTitle: (count) => `${links(count)} por revisar`,
  newTitle: newTenants,
  newText: 'Llegaron después de leer las listas por primera vez, y nadie los ha vinculado ni ignorado todavía.',
  firstListed: (when) => `en la lista desde ${when}`,
  addThem: 'Agregarlos en bloque',
  menu: (tenant, company) => `Acciones para ${tenant} y ${company}`,
  fine: 'Está bien así',
  changeCompany: 'Cambiar empresa',
  removeLink: 'Quitar vínculo',
  history: 'Historial',
  shownOf: (shown, total) => `Se muestran ${formatNumber(shown)} de ${formatNumber(total)}.`,
  more: 'Mostrar más',
  unjudged: (count) => `${formOf(count, 'No se puede juzgar', 'No se pueden juzgar')} ${links(count)}, porque una lista nunca se leyó completa o su conexión ya no existe.`,
  notice: ({ links: count, newTenants: fresh }) => `Desde que se guardaron los vínculos, los orígenes han cambiado: ${listOf([...(count > 0 ? [`${links(count)} por revisar`] : []), ...(fresh > 0 ? [newTenants(fresh)] : [])])}.`,
  look: 'Verlos',
  loading: 'Comparando los vínculos con las listas…',
  emptyTitle: 'No ha cambiado nada',
  emptyText: 'Todos los vínculos guardados siguen encajando con lo que incluyen el Centro de partners y los PSA, y no hay inquilinos nuevos.',
  fineNow: (tenant, company) => `El cambio de ${tenant} y ${company} está bien así. Queda fuera de la lista hasta que cambie algo más.`,
  openAgain: (tenant, company) => `El cambio de ${tenant} y ${company} vuelve a estar en la lista.`,
  outdated: 'Los orígenes han vuelto a cambiar entretanto. Esto es lo que vale ahora.',
  fineTitle: (count) => `${countOf(count, 'cambio dado', 'cambios dados')} ${formOf(count, 'por bueno', 'por buenos')}`,
  fineText: 'Cada uno vuelve por sí solo si su nombre o su estado cambia otra vez; hasta entonces no se avisa a nadie.',
  fineCaption: 'Cambios dados por buenos, los más recientes primero',
  takeBack: 'Volver a mostrar',
  takeBackOf: (tenant, company) => `Volver a mostrar: ${tenant}, ${company}`,
  allFineTitle: 'No queda nada por revisar',
  allFineText: 'Todos los cambios en los orígenes se han dado por buenos, y no hay inquilinos nuevos.',
};
