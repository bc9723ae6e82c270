import type { Company } from '../domain/company.js';
import type { PsaConnectionId } from '../domain/ids.js';

/** Companies of some PSAs: always the same array for the same question about the same list, so that nobody has to compare its rows. */
export type CompanySet = { readonly name: string; readonly companies: readonly Company[] };

export function createCompanySets(): (companies: readonly Company[], psaConnectionIds: readonly PsaConnectionId[] | undefined) => CompanySet {
  const known = new WeakMap<readonly Company[], Map<string, readonly Company[]>>();
  return (companies, psaConnectionIds) => {
    if (!psaConnectionIds) return { name: '', companies };
    const wanted = new Set(psaConnectionIds);
    const name = [...wanted].sort().join();
    const sets = known.get(companies) ?? new Map<string, readonly Company[]>();
    known.set(companies, sets);
    const set = sets.get(name) ?? companies.filter((company) => wanted.has(company.psaConnectionId));
    sets.set(name, set);
    return { name: `of ${name}`, companies: set };
  };
}
