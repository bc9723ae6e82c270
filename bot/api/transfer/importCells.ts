import { AppError } from '../../../services/runtime/errors.js';
import type { ImportLine } from '../../../services/index.js';

/** Which of a file's columns are read, whatever their case and spelling: "Tenant ID", tenant_id, tenantId. */
const known = { tenantid: 'tenantId', psaconnectionid: 'psaConnectionId', psaname: 'psaName', companyid: 'companyId' } as const;
type Cell = (typeof known)[keyof typeof known];
export type Cells = Partial<Record<Cell, string>>;

export const maxLines = 200_000;

export function cellOf(column: string): Cell | undefined {
  const plain = column.toLowerCase().replace(/[^a-z]/g, '');
  return Object.hasOwn(known, plain) ? known[plain as keyof typeof known] : undefined;
}

/** AppError `bad-request` unless what can't be done without is there. */
export function requireColumns(found: readonly (Cell | undefined)[]): void {
  const missing = [!found.includes('tenantId') ? 'tenant_id' : '', !found.includes('companyId') ? 'company_id' : ''].filter((name) => name !== '');
  if (missing.length === 0) return;
  const sentence = `The file has no column ${missing.join(' and no column ')}. Its first line must name the columns: tenant_id, psa_connection_id, company_id. An export has them all.`;
  throw new AppError('bad-request', 'columns are missing', { sentence, facts: [{ code: 'import-columns-absent', columns: missing }] });
}

export function toImportLine(line: number, { tenantId = '', psaConnectionId = '', psaName = '', companyId = '' }: Cells): ImportLine {
  return { kind: 'row', line, tenantId, psa: psaConnectionId.trim() === '' ? psaName : psaConnectionId, companyId };
}

/** Passes lines on, as many as a file may have. AppError `too-large`. */
export async function* limitLines(lines: AsyncIterable<ImportLine>): AsyncGenerator<ImportLine> {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (count > maxLines) throw new AppError('too-large', 'too many lines', { sentence: `The file has more than ${maxLines} lines. Please split it.`, facts: [{ code: 'import-too-many-lines', most: maxLines }] });
    yield line;
  }
}
