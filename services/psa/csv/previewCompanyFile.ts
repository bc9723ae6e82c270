import type { CompanyFileMapping, CompanyFilePreview } from '../companyFile.js';
import { guessMapping } from './guessMapping.js';
import { openFile, type CompanyFileRow } from './readCompanyRows.js';

const shownRows = 10;
const shownProblems = 50;

/** The dry run. Without a mapping it is guessed from the headings. */
export function previewCompanyFile(text: string, given?: CompanyFileMapping): CompanyFilePreview {
  const { headings, mapping, rows, fault } = openFile(text, (found) => given ?? guessMapping(found));
  const shown: CompanyFileRow[] = [];
  const problems: string[] = fault === '' ? [] : [fault];
  let [companyCount, faultyCount] = [0, 0];
  for (const read of rows) {
    if (read.kind === 'row') {
      companyCount += 1;
      if (shown.length < shownRows) shown.push(read.row);
    } else {
      faultyCount += 1;
      if (problems.length < shownProblems) problems.push(read.problem);
    }
  }
  if (fault === '' && companyCount + faultyCount === 0) problems.push('The file has headings and no rows.');
  return { headings, mapping, rows: shown, companyCount, faultyCount, problems };
}
