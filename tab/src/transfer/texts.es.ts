import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  exportCsv: 'Exportar como CSV',
  exportJson: 'Exportar como JSON',
  import: 'Importar…',
  exporting: 'Preparando la exportación…',
  exported: (name) => `${name} se ha guardado en tus descargas.`,
  title: 'Importar asignaciones',
  intro: 'Elige un archivo CSV o JSON con las columnas tenant_id, psa_connection_id y company_id, por ejemplo una exportación. Cada inquilino del archivo recibe exactamente las empresas que el archivo indica para él; los demás inquilinos quedan como están. No se guarda nada hasta que hayas visto qué cambiaría.',
  choose: 'Archivo',
  reading: 'Comparando el archivo con los vínculos…',
  counts: ({ added, changed, removed, unchanged, refused }) => `${countOf(added, 'agregada', 'agregadas')}, ${countOf(changed, 'cambiada', 'cambiadas')}, ${countOf(removed, 'quitada', 'quitadas')}, ${formatNumber(unchanged)} sin cambios, ${countOf(refused, 'rechazada', 'rechazadas')}`,
  nothing: 'El archivo no cambia nada.',
  refused: (count) => `${countOf(count, 'línea no se puede importar y queda fuera', 'líneas no se pueden importar y quedan fuera')}, con todas las líneas del mismo inquilino:`,
  refusedLine: (line, why) => `Línea ${formatNumber(line)}: ${why}`,
  outdated: 'Han cambiado vínculos o listas desde la vista previa, así que no se ha importado nada. Conviene volver a mirarla.',
  more: (count) => `Y ${formatNumber(count)} más.`,
  changes: 'Qué cambiaría',
  importNow: (count) => `Importar ${countOf(count, 'cambio', 'cambios')}`,
  otherFile: 'Elegir otro archivo',
  lookAgain: 'Volver a mirar',
  imported: (counts) => `Importado: ${counts}.`,
  unchanged: 'El archivo no cambia nada, así que no se ha guardado nada.',
};
