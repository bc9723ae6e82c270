import type { Services } from '../../../services/index.js';
import type { ApiHandlers } from '../apiHandler.js';
import { limitLines } from './importCells.js';
import { readCsv } from './readCsv.js';
import { readJsonRows } from './readJsonRows.js';
import { readText } from './readText.js';
import { writeExport, type ExportFormat } from './writeExport.js';

const contentTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const satisfies Record<ExportFormat, string>;

export function transferHandlers(services: Services): Pick<ApiHandlers, 'exportMappings' | 'previewImport' | 'importMappings'> {
  const linesOf = (file: AsyncIterable<Uint8Array>, format: ExportFormat) => limitLines((format === 'csv' ? readCsv : readJsonRows)(readText(file)));
  return {
    async exportMappings({ caller, request: { format } }) {
      const rows = await services.exportMappings(caller);
      return { contentType: contentTypes[format], fileName: `tenant-mapping.${format}`, pieces: writeExport(rows, format) };
    },
    previewImport: ({ caller, request: { format }, file }) => services.previewImport(caller, linesOf(file, format)),
    importMappings: ({ caller, request: { format, ...request }, file }) => services.importMappings(caller, linesOf(file, format), request),
  };
}
