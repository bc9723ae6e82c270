import { isDeepStrictEqual } from 'node:util';
import { companyKeyText, type Company, type CompanyKey } from '../domain/company.js';
import { yieldTurn } from '../runtime/yieldTurn.js';

export type CompanyChanges = { readonly changed: readonly Company[]; readonly removed: readonly CompanyKey[] };

const rowsPerTurn = 1000;

/** What turns `known` (by `companyKeyText`) into `companies`. Gives way to other work every few milliseconds. */
export async function companyChanges(known: ReadonlyMap<string, Company>, companies: readonly Company[]): Promise<CompanyChanges> {
  const changed: Company[] = [];
  const listed = new Set<string>();
  for (const [at, company] of companies.entries()) {
    const key = companyKeyText(company);
    const before = known.get(key);
    listed.add(key);
    if (before !== company && !isDeepStrictEqual(before, company)) changed.push(company);
    if (at % rowsPerTurn === rowsPerTurn - 1) await yieldTurn();
  }
  // Every known company is listed still: most runs end here.
  if (known.size + changed.length === listed.size && changed.every((company) => !known.has(companyKeyText(company)))) return { changed, removed: [] };
  return { changed, removed: [...known].flatMap(([key, company]) => (listed.has(key) ? [] : [company])) };
}
