import { remark, type Remark } from '../../domain/remark.js';
import { AppError } from '../../runtime/errors.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { PsaAccess } from '../psaAdapter.js';
import { openFile, type CompanyFileRow } from './readCompanyRows.js';
import type { CsvSettings } from './settings.js';

export type CsvAccess = PsaAccess<CsvSettings, never>;
export type ReadFile = { readonly rows: readonly CompanyFileRow[]; readonly problems: readonly Remark[] };

const rowsPerTurn = 1000;

/** Every row of the stored file. Rejects when there is no file or it can't be used at all. */
export async function readFile({ companyFile, settings, psaConnectionId }: CsvAccess, signal: AbortSignal | undefined): Promise<ReadFile> {
  const file = await companyFile?.read();
  if (!file) throw new AppError('source-unavailable', 'no file was uploaded', { sentence: `No file was uploaded yet for connection "${psaConnectionId}". Upload one on the Connections page.`, facts: [{ code: 'no-file', connection: psaConnectionId }] });
  const rows: CompanyFileRow[] = [];
  const problems: Remark[] = [];
  const opened = openFile(file.text, () => settings);
  if (opened.fault) throw new AppError('source-odd-answer', 'the file can not be used', { sentence: `"${file.name}": ${opened.fault.sentence}`, facts: [{ code: 'file-unusable', file: file.name }, ...(opened.fault.facts ?? [])] });
  for (const read of opened.rows) {
    if (read.kind === 'row') rows.push(read.row);
    else problems.push(read.problem);
    if ((rows.length + problems.length) % rowsPerTurn === 0) await yieldTurn();
    if (signal?.aborted) throw new AppError('cancelled', 'cancelled while reading the file', { cause: signal.reason });
  }
  // A file without rows is a mistake, not an organization that lost all its customers.
  if (rows.length === 0) {
    const why = problems[0] ?? remark('It has headings only.', { code: 'file-headings-only' });
    throw new AppError('source-odd-answer', 'no row can be read', { sentence: `"${file.name}" has no row that can be read. ${why.sentence}`, facts: [{ code: 'file-without-readable-row', file: file.name }, ...(why.facts ?? [])] });
  }
  return { rows, problems };
}
