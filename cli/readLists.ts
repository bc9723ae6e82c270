import { readFileSync } from 'node:fs';
import type { CompanyRow, Lists, TenantRow } from '../simulators/seed/fromLists.js';
import { parseTenantId } from '../services/domain/ids.js';
import { ListError } from './listError.js';
import { makeRowChecks, type RowChecks } from './rowChecks.js';
import { parseTable, type Table } from './parseTable.js';

export { ListError } from './listError.js';

const tenantColumns = ['tenantId', 'companyName', 'domain'];
const companyColumns = ['id', 'name'];

/**
 * Reads two lists, each JSON (an array of objects) or CSV with the same names as header. Throws a ListError that names every fault,
 * up to 20, with file and line.
 */
export function readLists({ tenantsFile, companiesFile }: { readonly tenantsFile: string; readonly companiesFile: string }): Lists {
  const faults: string[] = [];
  const tenants = readList(tenantsFile, tenantColumns, readTenant, faults);
  const companies = readList(companiesFile, companyColumns, readCompany, faults);
  if (faults.length > 0) throw new ListError(faults);
  return { tenants, companies };
}

function readList<Row>(file: string, columns: readonly string[], readRow: (cells: RowChecks) => Row | undefined, faults: string[]): Row[] {
  const table = loadTable(file, faults);
  if (!table) return [];
  if (table.rows.length === 0) {
    faults.push(`${file} is empty: it has no rows.`);
    return [];
  }
  const missing = columns.filter((column) => !table.columns.has(column));
  if (missing.length > 0) {
    faults.push(`${file} has no column ${missing.map((column) => `"${column}"`).join(' and no column ')}. Its columns are: ${[...table.columns].join(', ') || 'none'}.`);
    return [];
  }
  const seen = new Map<string, string>();
  return table.rows.flatMap(({ cells, place }) => readRow(makeRowChecks({ cells, where: `${file}, ${place}`, place, seen, faults })) ?? []);
}

function loadTable(file: string, faults: string[]): Table | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    faults.push(whyUnreadable(file, error));
    return undefined;
  }
  return parseTable(file, text, faults);
}

function whyUnreadable(file: string, error: unknown): string {
  if (error instanceof TypeError) return `${file} is not UTF-8 text.`;
  const isAbsent = error instanceof Error && (error as { code?: unknown }).code === 'ENOENT';
  return isAbsent ? `${file} does not exist.` : `${file} can't be read: ${error instanceof Error ? error.message : String(error)}.`;
}

function readTenant(row: RowChecks): TenantRow | undefined {
  const given = row.text('tenantId');
  const tenantId = parseTenantId(given);
  const account = row.text('account');
  if (!tenantId) return row.fault(given ? `tenant id "${shorten(given)}" is no GUID.` : 'the tenant id is missing.');
  if (!row.isFirst(`${account}\n${tenantId}`, `tenant id ${tenantId}`)) return undefined;
  return { tenantId, companyName: row.text('companyName'), domain: row.text('domain'), ...(account ? { account } : {}) };
}

const psas = new Map([
  ['', 'connectWise'],
  ['connectwise', 'connectWise'],
  ['halopsa', 'haloPsa'],
] as const);

function readCompany(row: RowChecks): CompanyRow | undefined {
  const given = row.text('id');
  const id = /^\d{1,15}$/.test(given) ? Number(given) : 0;
  const psa = new Map<string, 'connectWise' | 'haloPsa'>(psas).get(row.text('psa').toLowerCase());
  if (id < 1) return row.fault(given ? `company id "${shorten(given)}" is no positive whole number.` : 'the company id is missing.');
  if (!psa) return row.fault(`PSA "${shorten(row.text('psa'))}" is unknown; it can be connectWise or haloPsa.`);
  if (!row.isFirst(`${psa}\n${id}`, `company id ${id}`)) return undefined;
  const [name, identifier, website, city, phone, status] = [row.text('name'), row.text('identifier'), row.text('website'), row.text('city'), row.text('phone'), row.text('status')];
  const tenantIds = row.list('tenantIds').flatMap((text) => parseTenantId(text) ?? row.fault(`tenant id "${shorten(text)}" is no GUID.`) ?? []);
  return { id, name, identifier, website, emailDomains: row.list('emailDomains'), city, phone, status: status || 'Active', psa, ...(tenantIds.length > 0 ? { tenantIds } : {}) };
}

const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
