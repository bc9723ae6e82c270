import { cleanText } from '../../runtime/freeText.js';
import { companyFileFields, type CompanyFileField, type CompanyFileMapping } from '../companyFile.js';
import { splitRows } from './splitRows.js';

export type CompanyFileRow = Readonly<Record<CompanyFileField, string>>;

/** One row of the file: what it holds, or a sentence with its line number. */
export type ReadRow = { readonly kind: 'row'; readonly row: CompanyFileRow } | { readonly kind: 'fault'; readonly problem: string };

/** `fault`: why no row can be read at all, a sentence. */
export type OpenFile = { readonly headings: readonly string[]; readonly rows: Iterable<ReadRow>; readonly fault: string };

/** Reads the headings; the rows come as they are asked for. `mapping` may depend on the headings. */
export function openFile(text: string, mappingFor: (headings: readonly string[]) => CompanyFileMapping): OpenFile & { readonly mapping: CompanyFileMapping } {
  const lines = splitRows(text);
  const first = lines.next();
  const headings = first.done ? [] : first.value.cells.map(cleanText);
  const mapping = mappingFor(headings);
  const fault = whyUnusable(headings, mapping);
  return { headings, mapping, fault, rows: fault === '' ? readRows(lines, headings, mapping) : [] };
}

function whyUnusable(headings: readonly string[], mapping: CompanyFileMapping): string {
  if (headings.length === 0) return 'The file is empty.';
  if (!mapping.id) return 'Choose the column that holds the id of each company.';
  if (!mapping.name) return 'Choose the column that holds the name of each company.';
  const missing = companyFileFields.flatMap((field) => mapping[field] || []).filter((heading) => columnOf(headings, heading) < 0);
  if (missing.length === 0) return '';
  const named = missing.map((heading) => `"${heading}"`).join(', ');
  return `The file has no column called ${named}. Its columns are: ${headings.join(', ')}.`;
}

function* readRows(lines: ReturnType<typeof splitRows>, headings: readonly string[], mapping: CompanyFileMapping): Generator<ReadRow> {
  const columns = companyFileFields.map((field) => [field, mapping[field] ? columnOf(headings, mapping[field]) : -1] as const);
  const lineOfId = new Map<string, number>();
  for (const { line, cells, isBroken } of lines) {
    const row = Object.fromEntries(columns.map(([field, column]) => [field, cleanText(cells[column] ?? '')])) as CompanyFileRow;
    const fault = isBroken ? 'a quotation mark is opened and never closed, so the rest of the file can\'t be read' : whyFaulty(row, cells, headings, lineOfId);
    if (fault !== '') {
      yield { kind: 'fault', problem: `Line ${line}: ${fault}.` };
      continue;
    }
    lineOfId.set(row.id, line);
    yield { kind: 'row', row };
  }
}

function whyFaulty(row: CompanyFileRow, cells: readonly string[], headings: readonly string[], lineOfId: ReadonlyMap<string, number>): string {
  if (cells.slice(headings.length).some((cell) => cell.trim() !== '')) return `there are ${cells.length} cells for ${headings.length} columns`;
  if (row.id === '') return 'there is no id';
  const before = lineOfId.get(row.id);
  if (before !== undefined) return `the id "${row.id}" is already on line ${before}`;
  return row.name === '' ? 'there is no name' : '';
}

/** Headings are compared without case; of two that are the same, the first counts. */
function columnOf(headings: readonly string[], wanted: string): number {
  const plain = cleanText(wanted).toLowerCase();
  return headings.findIndex((heading) => heading.toLowerCase() === plain);
}
