import { countOf, formatNumber, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const rows = (count: number) => countOf(count, 'fila', 'filas');

export const texts: Texts = {
  checking: (done, total) => `Comprobando ${formatNumber(done)} de ${formatNumber(total)}`,
  saving: (done, total) => `Guardando ${formatNumber(done)} de ${formatNumber(total)}`,
  starting: (total) => `Guardando ${rows(total)}…`,
  summary: ({ added, changed, removed, skipped }) => `${countOf(added, 'agregada', 'agregadas')}, ${countOf(changed, 'cambiada', 'cambiadas')}, ${countOf(removed, 'quitada', 'quitadas')}, ${countOf(skipped, 'omitida', 'omitidas')}`,
  saved: (summary) => `Guardado: ${summary}.`,
  repeated: 'Esto ya se había guardado; no se ha hecho nada dos veces.',
  undone: 'Se ha deshecho el guardado.',
  unchanged: (skipped) => `Nada que guardar: ${rows(skipped)} ya como se desea.`,
  notLost: 'Se conservan todas tus elecciones.',
  conflictTitle: 'Otra persona ha cambiado algunas de estas filas',
  undoConflictTitle: 'Guardados posteriores han afectado a algunas de estas filas',
  refusedTitle: 'Algunas filas no se pueden guardar',
  yours: 'Tu elección',
  theirs: 'Guardado ahora',
  noCompany: 'Ninguna empresa',
  by: (name, when) => `por ${name}, ${when}`,
  undoOthers: (count) => `Deshacer ${formOf(count, 'la otra', `las otras ${formatNumber(count)}`)}`,
  saveOthers: (count) => `Guardar ${formOf(count, 'la otra', `las otras ${formatNumber(count)}`)}`,
  reloadRows: 'Volver a cargar estas filas',
  tenant: 'Inquilino',
};
