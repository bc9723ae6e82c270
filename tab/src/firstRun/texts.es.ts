import { formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  title: 'Todavía no se ha agregado ninguna empresa',
  text: 'Cinco pasos llevan al primer vínculo guardado. Cada uno necesita el anterior.',
  list: 'Pasos hasta el primer vínculo guardado',
  progress: (done, total) => `${formatNumber(done)} de ${formatNumber(total)} pasos hechos`,
  states: { done: 'Hecho', next: 'Siguiente', later: 'Más tarde' },
  steps: {
    account: 'Conectar una cuenta del Centro de partners de Microsoft',
    psa: 'Conectar tu PSA',
    sync: 'Leer las listas por primera vez',
    'auto-map': 'Dejar que la asignación automática proponga empresas',
    save: 'Guardar la primera asignación de clientes',
  },
  hints: {
    account: 'Incluye los inquilinos de Microsoft de tus clientes.',
    psa: 'Incluye las empresas a las que facturas.',
    sync: 'Se leen los inquilinos y las empresas; allí no se cambia nada.',
    'auto-map': 'Solo son propuestas. Tú decides, y nada se guarda por sí solo.',
    save: 'Revisa las propuestas y elige después Guardar asignación de clientes.',
  },
  actions: { account: 'Abrir Conexiones', psa: 'Abrir Conexiones', sync: 'Leer las listas ahora', 'auto-map': 'Ver las propuestas', save: 'Ver las propuestas' },
  reading: 'Las listas se están leyendo ahora.',
  needsAdmin: 'Lo hace un administrador de la aplicación. Pídeselo y vuelve después aquí.',
  needsMapper: 'Lo hace un compañero con el rol Mapper. Mientras tanto puedes mirar.',
};
