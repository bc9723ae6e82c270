import type { CompanyView } from '../../../contracts/companies.js';
import type { GridStop } from './gridKeys.js';
import type { GridRow } from './gridRow.js';

/** What a company's cell shows. `taken`: goes into the next save. `offered`: proposed, not accepted. `linked`: saved links of that PSA. */
export type CompanyCell =
  | { readonly kind: 'taken' | 'offered'; readonly company: CompanyView }
  | { readonly kind: 'linked'; readonly names: readonly string[] }
  | { readonly kind: 'none' };

/** The stops of the company columns, first to last: so many PSAs can stand side by side. */
export const companyStops = ['company', 'company2', 'company3', 'company4'] as const satisfies readonly GridStop[];

/** The row's company, or in a column of one PSA (not null) what there is of that PSA. */
export function companyCellOf({ state, company, best, candidates, links }: GridRow, psaConnectionId: string | null): CompanyCell {
  const isOfPsa = (each: { readonly psaConnectionId: string }) => psaConnectionId === null || each.psaConnectionId === psaConnectionId;
  if (company && isOfPsa(company)) return { kind: 'taken', company };
  const names = psaConnectionId === null ? [] : links.filter(isOfPsa).map(({ companyName }) => companyName);
  if (names.length > 0) return { kind: 'linked', names };
  // What auto-map calls unmatched has guesses only.
  const hasOffers = state === 'matched' || state === 'needs-review' || state === 'chosen';
  const offered = psaConnectionId === null ? best : !hasOffers ? undefined : candidates.find((candidate) => isOfPsa(candidate.company))?.company;
  return offered ? { kind: 'offered', company: offered } : { kind: 'none' };
}
