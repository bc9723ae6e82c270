import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { remark, type Remark } from '../../../services/domain/remark.js';
import type { RemarkFacts } from '../../../services/domain/remarkFacts.js';
import { AppError } from '../../../services/runtime/errors.js';
import type { ImportLine } from '../../../services/index.js';
import { readCell } from './csvCells.js';
import { cellOf, requireColumns, toImportLine, type Cells } from './importCells.js';

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };
const maxHeader = 20_000;
const maxRecord = 100_000;

/** The lines of a CSV file with a header, as they come. Commas, semicolons or tabs part the cells. AppError `bad-request` when it is none. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<ImportLine> {
  const { delimiter, all } = await findDelimiter(text);
  const parser = Readable.from(all, { objectMode: true }).compose<ReturnType<typeof parse>>(parse({ bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: maxRecord }));
  let columns: readonly ReturnType<typeof cellOf>[] | undefined;
  let width = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (!columns) {
        columns = record.map(cellOf);
        width = record.length;
        requireColumns(columns);
        continue;
      }
      const cells: Cells = {};
      for (const [index, column] of columns.entries()) if (column) cells[column] = readCell(record[index] ?? '');
      if (record.length === width) yield toImportLine(info.lines, cells);
      else yield { kind: 'broken', line: info.lines, tenantId: cells.tenantId ?? '', why: remark(`The line has ${record.length} cells, but the first line names ${width} columns.`, { code: 'import-cells', cells: record.length, columns: width }) };
    }
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    throw new AppError('bad-request', thrown.message, { cause: thrown, ...whyNoCsv(thrown) });
  }
  if (!columns) throw new AppError('bad-request', 'an empty file', { sentence: 'The file is empty.', facts: [{ code: 'file-empty' }] });
}

/** Looks at the first line and gives the text back whole. */
async function findDelimiter(text: AsyncIterable<string>): Promise<{ readonly delimiter: string; readonly all: AsyncIterable<string> }> {
  const source = text[Symbol.asyncIterator]();
  let start = '';
  while (!/[\r\n]/.test(start.trimStart()) && start.length < maxHeader) {
    const next = await source.next();
    if (next.done === true) break;
    start += next.value;
  }
  const header = /^[^\r\n]*/.exec(start.trimStart())?.[0] ?? '';
  const delimiter = ['\t', ';'].find((each) => header.includes(each) && !header.includes(',')) ?? ',';
  async function* all(): AsyncGenerator<string> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  return { delimiter, all: all() };
}

function whyNoCsv({ code, ...more }: CsvError): Remark {
  const lines: unknown = more['lines'];
  const line = typeof lines === 'number' ? lines : undefined;
  const at = (sentence: string, ofLine: (line: number) => RemarkFacts) => (line === undefined ? remark(sentence, { code: 'import-unreadable' }) : remark(`Line ${line}: ${sentence}`, ofLine(line)));
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return remark('A quotation mark is opened and never closed, so the file could not be read to its end.', { code: 'import-quote-open' });
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return at('a quotation mark is in the wrong place. A quotation mark inside a cell must be doubled.', (line) => ({ code: 'import-quote-misplaced', line }));
    case 'CSV_MAX_RECORD_SIZE':
      return at(`a line is longer than ${maxRecord} characters.`, (line) => ({ code: 'import-too-long', line, characters: maxRecord }));
    default:
      return at("the file can't be read as CSV.", (line) => ({ code: 'import-line-unreadable', line }));
  }
}
