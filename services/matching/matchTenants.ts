import type { Company } from '../domain/company.js';
import type { MatchOutcome } from '../domain/match.js';
import type { Tenant } from '../domain/tenant.js';
import { createMatcher, type MatchOptions } from './createMatcher.js';
import type { Known } from './known.js';
import { makeGiveWay } from './makeGiveWay.js';

export type { MatchOptions } from './createMatcher.js';

/**
 * Proposes a company for each tenant: one outcome per tenant, in input order. Pure: the same input gives the same outcomes, whatever
 * the order of companies; of companies with the same key the last counts. Gives way to the event loop every few milliseconds; rejects
 * with the signal's reason when that aborts.
 */
export async function matchTenants(tenants: readonly Tenant[], companies: readonly Company[], known: Known, options: MatchOptions = {}): Promise<MatchOutcome[]> {
  const giveWay = makeGiveWay(options.signal);
  const matcher = createMatcher();
  for (const company of companies) {
    matcher.updateCompanies({ changed: [company] });
    await giveWay();
  }
  return matcher.match(tenants, known, options);
}
