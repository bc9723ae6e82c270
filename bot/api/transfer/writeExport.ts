import { texts as english } from '../../../contracts/reasons/en.js';
import { evidenceSentence } from '../../../contracts/reasons/reasonWords.js';
import type { ExportRow } from '../../../services/index.js';
import { writeCell } from './csvCells.js';

export type ExportFormat = 'csv' | 'json';

/** The columns in their order; JSON names its fields likewise. Only tenant_id, psa_connection_id (or psa_name) and company_id are read back. */
const columns = {
  tenant_id: (row) => row.tenantId,
  tenant_name: (row) => row.tenantName,
  tenant_domain: (row) => row.domain,
  partner_accounts: (row) => row.accounts,
  state: (row) => row.state,
  psa_connection_id: (row) => row.psaConnectionId,
  psa_name: (row) => row.psaName,
  company_id: (row) => row.companyId,
  company_name: (row) => row.companyName,
  how: (row) => row.how,
  score: (row) => row.score,
  reason: (row) => row.reason || row.evidence.map((evidence) => evidenceSentence(english, evidence)).join(' '),
  decided_by: (row) => row.decidedBy,
  decided_at: (row) => row.decidedAt,
} as const satisfies Record<string, (row: ExportRow) => string | number | null>;

const piecesOf = 200;

/** The file's text, some hundred rows at a time, as fast as it is taken. CSV begins with a byte order mark, by which spreadsheets know UTF-8. */
export function* writeExport(rows: Iterable<ExportRow>, format: ExportFormat): Generator<string> {
  let piece = format === 'csv' ? `\uFEFF${Object.keys(columns).join(',')}\r\n` : '[';
  let count = 0;
  for (const row of rows) {
    piece += format === 'csv' ? csvLine(row) : `${count === 0 ? '' : ','}\n${JSON.stringify(jsonOf(row))}`;
    count += 1;
    if (count % piecesOf !== 0) continue;
    yield piece;
    piece = '';
  }
  yield format === 'csv' ? piece : `${piece}\n]\n`;
}

function csvLine(row: ExportRow): string {
  return `${Object.values(columns).map((valueOf) => writeCell(String(valueOf(row) ?? ''))).join(',')}\r\n`;
}

function jsonOf(row: ExportRow): Record<string, string | number | null> {
  return Object.fromEntries(Object.entries(columns).map(([name, valueOf]) => [name, valueOf(row)]));
}
