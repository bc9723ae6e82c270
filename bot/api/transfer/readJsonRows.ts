import { z } from 'zod';
import { remark } from '../../../services/domain/remark.js';
import { AppError } from '../../../services/runtime/errors.js';
import type { ImportLine } from '../../../services/index.js';
import { cellOf, toImportLine, type Cells } from './importCells.js';

const maxObject = 100_000;
const cell = z.union([z.string(), z.number().transform(String), z.null().transform(() => '')]);

/** The objects of a JSON list (or one after another), as they come, each with the line it begins on. AppError `bad-request` when it is none. */
export async function* readJsonRows(text: AsyncIterable<string>): AsyncGenerator<ImportLine> {
  let count = 0;
  for await (const { line, json } of cutObjects(text)) {
    count += 1;
    yield toLine(line, json);
  }
  if (count === 0) throw new AppError('bad-request', 'no objects', { sentence: 'The file holds no rows: it must be a list of objects, such as an export is.', facts: [{ code: 'import-no-rows' }] });
}

function toLine(line: number, json: string): ImportLine {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { kind: 'broken', line, tenantId: '', why: remark('This is no JSON object.', { code: 'import-no-object' }) };
  }
  const cells: Cells = {};
  for (const [name, content] of Object.entries(value as Record<string, unknown>)) {
    const column = cellOf(name);
    const parsed = column && cell.safeParse(content);
    if (column && parsed?.success) cells[column] = parsed.data;
    else if (column) return { kind: 'broken', line, tenantId: cells.tenantId ?? '', why: remark(`${name} must be a text.`, { code: 'import-no-text', field: name }) };
  }
  if (cells.tenantId === undefined || cells.companyId === undefined) {
    return { kind: 'broken', line, tenantId: cells.tenantId ?? '', why: remark('The object needs the fields tenant_id and company_id; an empty company_id stands for no company.', { code: 'import-fields-absent' }) };
  }
  return toImportLine(line, cells);
}

/** Cuts the outermost objects out of a list without holding more than one of them. */
async function* cutObjects(text: AsyncIterable<string>): AsyncGenerator<{ readonly line: number; readonly json: string }> {
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  let line = 1;
  let startLine = 1;
  let json = '';
  for await (const piece of text) {
    let start = depth > 0 ? 0 : -1;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at];
      if (character === '\n') line += 1;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (character === '\\') isEscaped = true;
        else if (character === '"') isText = false;
      } else if (depth === 0) {
        if (character === '{') [depth, start, startLine] = [1, at, line];
        else if (!/[\s,[\]\uFEFF]/.test(character ?? '')) throw new AppError('bad-request', 'no list of objects', { sentence: `Line ${line}: the file must be a list of objects, such as an export is.`, facts: [{ code: 'import-no-list', line }] });
      } else if (character === '"') isText = true;
      else if (character === '{') depth += 1;
      else if (character === '}') {
        depth -= 1;
        if (depth > 0) continue;
        yield { line: startLine, json: json + piece.slice(start, at + 1) };
        [json, start] = ['', -1];
      }
    }
    if (depth > 0) json += piece.slice(start);
    if (json.length > maxObject) throw new AppError('bad-request', 'an object too long', { sentence: `Line ${startLine}: an object is longer than ${maxObject} characters.`, facts: [{ code: 'import-too-long', line: startLine, characters: maxObject }] });
  }
  if (depth > 0) throw new AppError('bad-request', 'an object is not closed', { sentence: `Line ${startLine}: an object is opened and never closed, so the file could not be read to its end.`, facts: [{ code: 'import-object-open', line: startLine }] });
}
