import { CsvError, parse } from 'csv-parse/sync';

/** Rows as somebody's file has them. `place` is "line 7" in CSV and "row 7" in JSON, both from 1. */
export type Table = { readonly columns: ReadonlySet<string>; readonly rows: readonly { readonly cells: Readonly<Record<string, unknown>>; readonly place: string }[] };

/** JSON when the text begins with a bracket, else CSV with a header. Adds to `faults` and gives nothing when it is neither. */
export function parseTable(file: string, text: string, faults: string[]): Table | undefined {
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return { columns: new Set(), rows: [] };
  return /^\s*[[{]/.test(content) || /\.json$/i.test(file) ? parseJson(file, content, faults) : parseCsv(file, content, faults);
}

function parseJson(file: string, content: string, faults: string[]): Table | undefined {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    faults.push(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
  if (!Array.isArray(json)) {
    faults.push(`${file} must hold a list of objects: [ { ... }, ... ].`);
    return undefined;
  }
  const rows = json.flatMap((cells: unknown, at) => {
    if (isRecord(cells)) return { cells, place: `row ${at + 1}` };
    faults.push(`${file}, row ${at + 1}: this is no object.`);
    return [];
  });
  return { columns: new Set(rows.flatMap(({ cells }) => Object.keys(cells))), rows };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseCsv(file: string, content: string, faults: string[]): Table | undefined {
  const columns = new Set<string>();
  const readHeader = (header: string[]) => header.map((name) => name.trim()).map((name) => (columns.add(name), name));
  try {
    const records = parse(content, { columns: readHeader, info: true, skip_empty_lines: true, trim: true, delimiter: delimiterOf(content) }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
    return { columns, rows: records.map(({ record, info }) => ({ cells: record, place: `line ${info.lines}` })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push(`${file} can't be read as CSV: ${error.message}.`);
    return undefined;
  }
}

/** Spreadsheets of some countries write semicolons or tabs. */
function delimiterOf(content: string): string {
  const header = /^[^\r\n]*/.exec(content.trimStart())?.[0] ?? '';
  return ['\t', ';'].find((delimiter) => header.includes(delimiter) && !header.includes(',')) ?? ',';
}
