import { AppError } from '../../runtime/errors.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { PsaAccess } from '../psaAdapter.js';
import { openFile, type CompanyFileRow } from './readCompanyRows.js';
import type { CsvSettings } from './settings.js';

export type CsvAccess = PsaAccess<CsvSettings, never>;
export type ReadFile = { readonly rows: readonly CompanyFileRow[]; readonly problems: readonly string[] };

const rowsPerTurn = 1000;

/** Every row of the stored file. Rejects when there is no file or it can't be used at all. */
export async function readFile({ companyFile, settings, psaConnectionId }: CsvAccess, signal: AbortSignal | undefined): Promise<ReadFile> {
  const file = await companyFile?.read();
  if (!file) throw new AppError('source-unavailable', 'no file was uploaded', { sentence: `No file was uploaded yet for connection "${psaConnectionId}". Upload one on the Connections page.` });
  const rows: CompanyFileRow[] = [];
  const problems: string[] = [];
  const opened = openFile(file.text, () => settings);
  if (opened.fault !== '') throw new AppError('source-odd-answer', 'the file can not be used', { sentence: `"${file.name}": ${opened.fault}` });
  for (const read of opened.rows) {
    if (read.kind === 'row') rows.push(read.row);
    else problems.push(read.problem);
    if ((rows.length + problems.length) % rowsPerTurn === 0) await yieldTurn();
    if (signal?.aborted) throw new AppError('cancelled', 'cancelled while reading the file', { cause: signal.reason });
  }
  // A file without rows is a mistake, not an organization that lost all its customers.
  if (rows.length === 0) throw new AppError('source-odd-answer', 'no row can be read', { sentence: `"${file.name}" has no row that can be read. ${problems[0] ?? 'It has headings only.'}` });
  return { rows, problems };
}
