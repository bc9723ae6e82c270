import { countOf, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  resumed: (count, owners) => `${countOf(count, 'decisión', 'decisiones')} de ${listOf(owners)} ${formOf(count, 'todavía no está guardada. Se conserva aquí para todos hasta que alguien la guarde.', 'todavía no están guardadas. Se conservan aquí para todos hasta que alguien las guarde.')}`,
  yours: 'ti',
  of: (name) => name,
  here: (names) => `${listOf(names)} ${formOf(names.length, 'también está', 'también están')} en esta página.`,
  sending: 'Conservando tus decisiones…',
  keptWhenMade: 'Tus decisiones se conservan como borrador hasta que guardes.',
  keptAt: (when) => `Borrador conservado ${when}.`,
  unsent: (count, sentence) => `${countOf(count, 'decisión no se ha podido conservar', 'decisiones no se han podido conservar')} todavía. ${sentence} Se vuelve a intentar; no cierres la página antes.`,
  refusedTitle: 'Algunas decisiones no se han aceptado:',
  lostTitle: 'Otra persona ha decidido antes',
  lostText: 'No se ha sobrescrito nada. Elige qué decisión debe valer.',
  yourDecision: 'Tu decisión',
  theirDecision: 'Vale ahora',
  by: (name, when) => `por ${name}, ${when}`,
  keepTheirs: 'Dejar como está ahora',
  keepMine: (count) => formOf(count, 'Usar mi decisión', 'Usar mis decisiones'),
};
