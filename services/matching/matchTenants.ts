import { companyKeyText, type Company } from '../domain/company.js';
import type { MatchOutcome } from '../domain/match.js';
import type { RunOptions } from '../domain/progress.js';
import type { Tenant } from '../domain/tenant.js';
import { makeCompanyIndex } from './companyIndex.js';
import { defaultThresholds, type Thresholds } from './confidence.js';
import { judge } from './judge.js';
import { pairText, type Known } from './known.js';
import { profileCompany, profileTenant } from './profile.js';

export type MatchOptions = RunOptions & {
  readonly thresholds?: Thresholds | undefined;
  /** Gets every outcome once, in input order, a few at a time while the run goes on. */
  readonly onOutcomes?: ((batch: MatchOutcome[]) => void) | undefined;
};

/** Longest stretch of work before other requests get their turn, in milliseconds. */
const sliceMs = 15;

/**
 * Proposes a company for each tenant: one outcome per tenant, in input order. Pure: the same input gives the same outcomes, whatever
 * the order of companies. Gives way to the event loop every few milliseconds; rejects with the signal's reason when that aborts.
 */
export async function matchTenants(tenants: readonly Tenant[], companies: readonly Company[], known: Known, options: MatchOptions = {}): Promise<MatchOutcome[]> {
  const { signal, onProgress, onOutcomes, thresholds = defaultThresholds } = options;
  const giveWay = makeGiveWay(signal);
  const index = makeCompanyIndex();
  const seen = new Set<string>();
  for (const company of companies) {
    const key = companyKeyText(company);
    if (!seen.has(key)) index.add(profileCompany(company));
    seen.add(key);
    await giveWay();
  }

  const mappedTenantIds = new Set(known.mappings.map(({ tenantId }) => tenantId));
  const rejected = new Set(known.rejected.map(pairText));
  const outcomes: MatchOutcome[] = [];
  let told = 0;
  const tell = () => {
    if (told < outcomes.length) onOutcomes?.(outcomes.slice(told));
    told = outcomes.length;
    onProgress?.(told, tenants.length);
  };
  for (const tenant of tenants) {
    const { tenantId } = tenant;
    outcomes.push(mappedTenantIds.has(tenantId) ? { kind: 'already-mapped', tenantId } : judge(profileTenant(tenant), index, thresholds, rejected));
    await giveWay(tell);
  }
  tell();
  return outcomes;
}

/** Costs nothing until a slice is over. */
function makeGiveWay(signal: AbortSignal | undefined): (before?: () => void) => Promise<void> | undefined {
  signal?.throwIfAborted();
  let sliceEnd = performance.now() + sliceMs;
  return (before) => {
    if (performance.now() < sliceEnd) return undefined;
    return (async () => {
      before?.();
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      sliceEnd = performance.now() + sliceMs;
    })();
  };
}
