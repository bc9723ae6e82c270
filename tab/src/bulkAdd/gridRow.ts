import type { CandidateView, Suggestion } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import type { TenantRow } from '../../../contracts/tenants.js';

/**
 * `not-tried`: auto-map has not looked at it. `chosen`: a person picked the company. `added`: saved links exist.
 * A row that needs review or is unmatched stays so until a person chooses.
 */
export type RowState = 'not-tried' | 'matched' | 'needs-review' | 'unmatched' | 'chosen' | 'added';

/** What a person settled for one tenant; auto-map never changes it. `company` null: as proposed. */
export type Decision = { readonly company: CompanyView | null; readonly isIncluded: boolean };

/** Everything that the bulk page knows; maps are keyed by tenant id. */
export type BulkFacts = {
  readonly tenants: readonly TenantRow[];
  readonly suggestions: ReadonlyMap<string, Suggestion>;
  readonly decisions: ReadonlyMap<string, Decision>;
};

/** One row of the grid, ready to draw. */
export type GridRow = {
  readonly tenant: TenantRow;
  readonly state: RowState;
  /** What would be saved; undefined: nothing chosen. */
  readonly company: CompanyView | undefined;
  readonly origin: 'auto' | 'manual';
  readonly isIncluded: boolean;
  /** The matcher's view of `company`, or undefined when it has none. */
  readonly candidate: CandidateView | undefined;
  readonly candidates: readonly CandidateView[];
  readonly doubts: readonly string[];
  /** Where the tenant is linked already. */
  readonly links: readonly { readonly psaConnectionId: string; readonly companyId: string; readonly companyName: string }[];
};

type CompanyKey = { readonly psaConnectionId: string; readonly companyId: string };

export function companyKey({ psaConnectionId, companyId }: CompanyKey): string {
  return `${psaConnectionId}\n${companyId}`;
}

export function isSameCompany(a: CompanyKey, b: CompanyKey): boolean {
  return a.psaConnectionId === b.psaConnectionId && a.companyId === b.companyId;
}

/** In the order of the tenants. */
export function toGridRows({ tenants, suggestions, decisions }: BulkFacts): GridRow[] {
  return tenants.map((tenant) => toGridRow(tenant, suggestions.get(tenant.tenantId), decisions.get(tenant.tenantId)));
}

function toGridRow(tenant: TenantRow, suggestion: Suggestion | undefined, decision: Decision | undefined): GridRow {
  const links = tenant.units.flatMap(({ psaConnectionId, links }) => links.map((link) => ({ psaConnectionId, ...link })));
  const isAdded = links.length > 0;
  const candidates = suggestion?.candidates ?? [];
  const proposed = !isAdded && suggestion?.kind === 'matched' ? candidates[0]?.company : undefined;
  const company = decision?.company ?? proposed;
  return {
    tenant,
    state: isAdded ? 'added' : decision?.company ? 'chosen' : (suggestion?.kind ?? 'not-tried'),
    company,
    origin: decision?.company ? 'manual' : 'auto',
    isIncluded: company !== undefined && (decision?.isIncluded ?? true),
    candidate: company && candidates.find((candidate) => isSameCompany(candidate.company, company)),
    candidates,
    doubts: suggestion?.doubts ?? [],
    links,
  };
}
