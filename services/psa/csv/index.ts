import type { Company } from '../../domain/company.js';
import type { RunOptions } from '../../domain/progress.js';
import { joinRemarks, remark, type Remark } from '../../domain/remark.js';
import type { HeldBack, SourceAccess, SourceList } from '../../domain/sync.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAdapter, PsaDefinition } from '../psaAdapter.js';
import { isRowActive, isRowListed, kindsOf } from './companyKinds.js';
import { decodeFile } from './decodeFile.js';
import { toCompany, toHeldBack } from './mapper.js';
import { previewCompanyFile } from './previewCompanyFile.js';
import { readFile, type CsvAccess } from './readFile.js';
import { csvSettings, type CsvSettings } from './settings.js';

export type { CompanyFile } from '../companyFile.js';
export { previewCompanyFile } from './previewCompanyFile.js';

const shownProblems = 3;

export const csv = {
  psaId: 'csv',
  name: 'CSV file',
  settingsSchema: csvSettings,
  secretNames: [],
  secretLabels: {},
  companyFile: { decode: decodeFile, preview: previewCompanyFile },
  connect: (access: CsvAccess, tools: SourceTools): PsaAdapter => ({
    listCompanies: (options) => listCompanies(access, tools, options),
    checkAccess: (options) => checkAccess(access, options),
    kinds: { listKinds: async ({ signal } = {}) => kindsOf((await readFile(access, signal)).rows) },
  }),
} satisfies PsaDefinition<CsvSettings, never>;

async function listCompanies(access: CsvAccess, { logger }: SourceTools, { signal, onProgress }: RunOptions = {}): Promise<SourceList<Company>> {
  const { psaConnectionId, participation } = access;
  const { rows, problems } = await readFile(access, signal);
  const items: Company[] = [];
  const heldBack: HeldBack[] = [];
  for (const row of rows) {
    if (isRowListed(row, participation)) items.push(toCompany(row, psaConnectionId, participation));
    else heldBack.push(toHeldBack(row, psaConnectionId));
  }
  onProgress?.(items.length, items.length);
  logger.info({ psaConnectionId, read: rows.length, listed: items.length, faulty: problems.length }, 'company file read');
  return problems.length === 0 ? { kind: 'complete', items, heldBack } : { kind: 'partial', items, heldBack, expected: rows.length + problems.length, ...joinRemarks(summarize(problems)) };
}

async function checkAccess(access: CsvAccess, { signal }: Pick<RunOptions, 'signal'> = {}): Promise<SourceAccess> {
  const { participation, settings } = access;
  const { rows, problems } = await readFile(access, signal);
  const limits: Remark[] = [];
  if (!settings.email && !settings.website) limits.push(remark('No column holds websites or e-mail addresses: companies can be matched by their names only.', { code: 'names-only' }));
  else if (!settings.email) limits.push(remark('No column holds e-mail addresses: matching by e-mail domain is weaker.', { code: 'no-email-column' }));
  if (problems.length > 0) limits.push(...summarize(problems));
  return { count: rows.filter((row) => isRowListed(row, participation) && isRowActive(row, participation)).length, limits };
}

function summarize(problems: readonly Remark[]): Remark[] {
  const count = problems.length;
  const more = count - shownProblems;
  return [
    remark(`${count === 1 ? 'One line of the file' : `${count.toLocaleString('en-US')} lines of the file`} can't be read.`, { code: 'lines-unreadable', count }),
    ...problems.slice(0, shownProblems),
    ...(more > 0 ? [remark(`${more.toLocaleString('en-US')} more ${more === 1 ? 'line has' : 'lines have'} faults.`, { code: 'more-lines-faulty', count: more })] : []),
  ];
}
