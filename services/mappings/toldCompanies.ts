import { isDeepStrictEqual } from 'node:util';
import type { Company, CompanyKey } from '../domain/company.js';
import type { CompanyId, PsaConnectionId } from '../domain/ids.js';
import { yieldTurn } from '../runtime/yieldTurn.js';

export type CompanyChanges = { readonly changed: readonly Company[]; readonly removed: readonly CompanyKey[] };

/** Companies that somebody was told of. Keys are never joined: for fifty thousand companies those texts alone would keep the garbage collector busy. */
export type ToldCompanies = {
  readonly size: number;
  /** What turns them into `companies`. Of equal ones the later object is kept, so that an old list leaves the memory. Gives way to other work. */
  compare(companies: readonly Company[]): Promise<CompanyChanges>;
  note(changes: CompanyChanges): void;
};

type Entry = { company: Company; /** The comparison that saw it last. */ seenBy: number };

const rowsPerTurn = 1000;
const isSame = (left: Company, right: Company) => left === right || isDeepStrictEqual(left, right);

export function createToldCompanies(): ToldCompanies {
  const psas = new Map<PsaConnectionId, Map<CompanyId, Entry>>();
  let comparisons = 0;
  return {
    get size() {
      return [...psas.values()].reduce((sum, entries) => sum + entries.size, 0);
    },
    async compare(companies) {
      const comparison = (comparisons += 1);
      const changed: Company[] = [];
      for (const [at, company] of companies.entries()) {
        const entry = psas.get(company.psaConnectionId)?.get(company.companyId);
        if (!entry || !isSame(entry.company, company)) changed.push(company);
        else entry.company = company;
        if (entry) entry.seenBy = comparison;
        if (at % rowsPerTurn === rowsPerTurn - 1) await yieldTurn();
      }
      const removed = [...psas.values()].flatMap((entries) => [...entries.values()].flatMap(({ company, seenBy }) => (seenBy === comparison ? [] : company)));
      return { changed, removed };
    },
    note({ changed, removed }) {
      for (const { psaConnectionId, companyId } of removed) psas.get(psaConnectionId)?.delete(companyId);
      for (const company of changed) {
        const entries = psas.get(company.psaConnectionId) ?? new Map<CompanyId, Entry>();
        psas.set(company.psaConnectionId, entries);
        entries.set(company.companyId, { company, seenBy: 0 });
      }
    },
  };
}
