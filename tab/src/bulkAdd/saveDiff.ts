import type { CompanyView } from '../../../contracts/companies.js';
import { companyKey, type GridRow } from './gridRow.js';
import { companiesUsedTwice, isReady, needsPerson } from './gridModel.js';

/** What a save would do to one tenant in one PSA. */
export type DiffRow = { readonly row: GridRow; readonly company: CompanyView; readonly before: readonly string[]; readonly after: readonly string[]; readonly isUsedTwice: boolean };

/** Everything that a save would do, and what it would leave. `added`: tenants that get their first company in that PSA; `changed`: that have one. */
export type SaveDiff = {
  readonly added: readonly DiffRow[];
  readonly changed: readonly DiffRow[];
  readonly byPeople: number;
  readonly leftOut: number;
  readonly ignored: number;
  readonly undecided: number;
  readonly untried: number;
};

/** The bulk page never unlinks, so nothing is ever removed. */
export function toSaveDiff(rows: readonly GridRow[]): SaveDiff {
  const twice = companiesUsedTwice(rows);
  const diffs = rows.filter(isReady).flatMap((row): DiffRow[] => {
    const { company, links } = row;
    if (!company) return [];
    const before = links.filter(({ psaConnectionId }) => psaConnectionId === company.psaConnectionId).map(({ companyName }) => companyName);
    return [{ row, company, before, after: [...before, company.name], isUsedTwice: twice.has(companyKey(company)) }];
  });
  return {
    added: diffs.filter(({ before }) => before.length === 0),
    changed: diffs.filter(({ before }) => before.length > 0),
    byPeople: diffs.filter(({ row }) => row.isDecided).length,
    leftOut: rows.filter((row) => row.company && !row.isIncluded).length,
    ignored: rows.filter(({ state }) => state === 'ignored').length,
    undecided: rows.filter(needsPerson).length,
    untried: rows.filter(({ state }) => state === 'not-tried').length,
  };
}
