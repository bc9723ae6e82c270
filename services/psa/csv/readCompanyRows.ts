import { remark, type Remark } from '../../domain/remark.js';
import { cleanText } from '../../runtime/freeText.js';
import { companyFileFields, type CompanyFileField, type CompanyFileMapping } from '../companyFile.js';
import { splitRows } from './splitRows.js';

export type CompanyFileRow = Readonly<Record<CompanyFileField, string>>;

/** One row of the file: what it holds, or what is wrong with it, with its line number. */
export type ReadRow = { readonly kind: 'row'; readonly row: CompanyFileRow } | { readonly kind: 'fault'; readonly problem: Remark };

/** `fault`: why no row can be read at all. */
export type OpenFile = { readonly headings: readonly string[]; readonly rows: Iterable<ReadRow>; readonly fault: Remark | undefined };

/** Reads the headings; the rows come as they are asked for. `mapping` may depend on the headings. */
export function openFile(text: string, mappingFor: (headings: readonly string[]) => CompanyFileMapping): OpenFile & { readonly mapping: CompanyFileMapping } {
  const lines = splitRows(text);
  const first = lines.next();
  const headings = first.done ? [] : first.value.cells.map(cleanText);
  const mapping = mappingFor(headings);
  const fault = whyUnusable(headings, mapping);
  return { headings, mapping, fault, rows: fault ? [] : readRows(lines, headings, mapping) };
}

function whyUnusable(headings: readonly string[], mapping: CompanyFileMapping): Remark | undefined {
  if (headings.length === 0) return remark('The file is empty.', { code: 'file-empty' });
  if (!mapping.id) return remark('Choose the column that holds the id of each company.', { code: 'file-id-unchosen' });
  if (!mapping.name) return remark('Choose the column that holds the name of each company.', { code: 'file-name-unchosen' });
  const missing = companyFileFields.flatMap((field) => mapping[field] || []).filter((heading) => columnOf(headings, heading) < 0);
  if (missing.length === 0) return undefined;
  const named = missing.map((heading) => `"${heading}"`).join(', ');
  return remark(`The file has no column called ${named}. Its columns are: ${headings.join(', ')}.`, { code: 'file-columns-absent', columns: missing, headings });
}

function* readRows(lines: ReturnType<typeof splitRows>, headings: readonly string[], mapping: CompanyFileMapping): Generator<ReadRow> {
  const columns = companyFileFields.map((field) => [field, mapping[field] ? columnOf(headings, mapping[field]) : -1] as const);
  const lineOfId = new Map<string, number>();
  for (const { line, cells, isBroken } of lines) {
    const row = Object.fromEntries(columns.map(([field, column]) => [field, cleanText(cells[column] ?? '')])) as CompanyFileRow;
    const problem = isBroken ? remark(`Line ${line}: a quotation mark is opened and never closed, so the rest of the file can't be read.`, { code: 'line-quote-open', line }) : whyFaulty(row, { line, cells, headings, lineOfId });
    if (problem) {
      yield { kind: 'fault', problem };
      continue;
    }
    lineOfId.set(row.id, line);
    yield { kind: 'row', row };
  }
}

type Line = { readonly line: number; readonly cells: readonly string[]; readonly headings: readonly string[]; readonly lineOfId: ReadonlyMap<string, number> };

function whyFaulty(row: CompanyFileRow, { line, cells, headings, lineOfId }: Line): Remark | undefined {
  if (cells.slice(headings.length).some((cell) => cell.trim() !== '')) return remark(`Line ${line}: there are ${cells.length} cells for ${headings.length} columns.`, { code: 'line-too-wide', line, cells: cells.length, columns: headings.length });
  if (row.id === '') return remark(`Line ${line}: there is no id.`, { code: 'line-without-id', line });
  const before = lineOfId.get(row.id);
  if (before !== undefined) return remark(`Line ${line}: the id "${row.id}" is already on line ${before}.`, { code: 'line-repeats-id', line, id: row.id, before });
  return row.name === '' ? remark(`Line ${line}: there is no name.`, { code: 'line-without-name', line }) : undefined;
}

/** Headings are compared without case; of two that are the same, the first counts. */
function columnOf(headings: readonly string[], wanted: string): number {
  const plain = cleanText(wanted).toLowerCase();
  return headings.findIndex((heading) => heading.toLowerCase() === plain);
}
