import type { Company, CompanyKey } from '../domain/company.js';
import type { TenantId } from '../domain/ids.js';
import type { MatchOutcome } from '../domain/match.js';
import type { RunOptions } from '../domain/progress.js';
import type { Tenant } from '../domain/tenant.js';
import { defaultThresholds, type Thresholds } from './confidence.js';
import { judge } from './judge.js';
import type { Known } from './known.js';
import { createCompanyIndex } from './lookup/companyIndex.js';
import { profileTenant } from './lookup/profile.js';
import { makeGiveWay } from './makeGiveWay.js';
import { settledBy } from './settledBy.js';

export type MatchOptions = RunOptions & {
  readonly thresholds?: Thresholds | undefined;
  /** Gets every outcome once, in input order, a few at a time while the run goes on. */
  readonly onOutcomes?: ((batch: MatchOutcome[]) => void) | undefined;
};

/** Keeps what it knows of the companies from one run to the next. */
export type Matcher = {
  /** Adds or replaces companies and takes others away; quick for a few. */
  updateCompanies(change: { readonly changed?: readonly Company[]; readonly removed?: readonly CompanyKey[] }): void;
  /** One outcome per tenant, in input order; see `matchTenants`. No companies may change meanwhile. */
  match(tenants: readonly Tenant[], known: Known, options?: MatchOptions): Promise<MatchOutcome[]>;
};

export function createMatcher(companies: readonly Company[] = []): Matcher {
  const index = createCompanyIndex();
  for (const company of companies) index.put(company);
  return {
    updateCompanies({ changed = [], removed = [] }) {
      for (const key of removed) index.remove(key);
      for (const company of changed) index.put(company);
    },
    async match(tenants, known, { signal, onProgress, onOutcomes, thresholds = defaultThresholds } = {}) {
      const giveWay = makeGiveWay(signal);
      index.settle();
      const mapped = new Set<TenantId>(known.mappings.map(({ tenantId }) => tenantId));
      const settled = settledBy(known);
      const outcomes: MatchOutcome[] = [];
      let told = 0;
      const tell = () => {
        if (told < outcomes.length) onOutcomes?.(outcomes.slice(told));
        told = outcomes.length;
        onProgress?.(told, tenants.length);
      };
      for (const tenant of tenants) {
        const { tenantId } = tenant;
        if (mapped.has(tenantId)) outcomes.push({ kind: 'already-mapped', tenantId });
        else {
          const profile = profileTenant(tenant, index.lexicon);
          outcomes.push(judge(profile, index, settled(profile), thresholds));
        }
        await giveWay(tell);
      }
      tell();
      return outcomes;
    },
  };
}
