import { remark, type Remark } from '../../domain/remark.js';
import { cleanText } from '../../runtime/freeText.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { CompanyFileMapping, CompanyFilePreview } from '../companyFile.js';
import { guessMapping } from './guessMapping.js';
import { openFile, type CompanyFileRow } from './readCompanyRows.js';
import { splitRows } from './splitRows.js';

const shownRows = 10;
const shownProblems = 50;
const rowsPerTurn = 1000;
const sampledRows = 50;
const samplesPerColumn = 3;
const sampleLength = 100;

/** The dry run. Without a mapping it is guessed from the headings. */
export async function previewCompanyFile(text: string, given?: CompanyFileMapping): Promise<CompanyFilePreview> {
  const { headings, mapping, rows, fault } = openFile(text, (found) => given ?? guessMapping(found));
  const shown: CompanyFileRow[] = [];
  const problems: Remark[] = fault ? [fault] : [];
  let [companyCount, faultyCount] = [0, 0];
  for (const read of rows) {
    if (read.kind === 'row') {
      companyCount += 1;
      if (shown.length < shownRows) shown.push(read.row);
    } else {
      faultyCount += 1;
      if (problems.length < shownProblems) problems.push(read.problem);
    }
    if ((companyCount + faultyCount) % rowsPerTurn === 0) await yieldTurn();
  }
  if (!fault && companyCount + faultyCount === 0) problems.push(remark('The file has headings and no rows.', { code: 'file-headings-only' }));
  return { headings, samples: sampleColumns(text, headings), mapping, rows: shown, companyCount, faultyCount, problems };
}

/** From the first rows, whatever holds the id and the name. */
function sampleColumns(text: string, headings: readonly string[]): string[][] {
  const found = headings.map(() => new Set<string>());
  const rows = splitRows(text);
  rows.next();
  for (let count = 0; count < sampledRows; count += 1) {
    const next = rows.next();
    if (next.done) break;
    for (const [column, texts] of found.entries()) {
      const cell = cleanText(next.value.cells[column] ?? '').slice(0, sampleLength);
      if (cell !== '' && texts.size < samplesPerColumn) texts.add(cell);
    }
  }
  return found.map((texts) => [...texts]);
}
