import { companyKeyText, type Company, type CompanyKey } from '../domain/company.js';
import type { MatchOutcome } from '../domain/match.js';
import type { Tenant } from '../domain/tenant.js';
import type { Known } from './known.js';
import { matchTenants, type MatchOptions } from './matchTenants.js';

/** Keeps what it knows of the companies from one run to the next. */
export type Matcher = {
  /** Adds or replaces companies and takes others away; quick for a few. */
  updateCompanies(change: { readonly changed?: readonly Company[]; readonly removed?: readonly CompanyKey[] }): void;
  /** As `matchTenants`. */
  match(tenants: readonly Tenant[], known: Known, options?: MatchOptions): Promise<MatchOutcome[]>;
};

export function createMatcher(companies: readonly Company[] = []): Matcher {
  const kept = new Map(companies.map((company) => [companyKeyText(company), company]));
  return {
    updateCompanies({ changed = [], removed = [] }) {
      for (const key of removed) kept.delete(companyKeyText(key));
      for (const company of changed) kept.set(companyKeyText(company), company);
    },
    match: (tenants, known, options) => matchTenants(tenants, [...kept.values()], known, options),
  };
}
