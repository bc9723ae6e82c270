import type { CandidateView, Suggestion } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import type { DoubtView } from '../../../contracts/evidence.js';
import type { DraftRow } from '../../../contracts/draft.js';
import type { Session } from '../../../contracts/session.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { rowOf, type DraftState } from '../draft/draftState.js';
import { isSettled } from '../draft/wish.js';

/**
 * `not-tried`: auto-map has not looked at it. `chosen`: a person picked the company. `added`: saved links exist. `ignored`: it needs none.
 * A row that needs review or is unmatched stays so until a person chooses.
 */
export type RowState = 'not-tried' | 'matched' | 'needs-review' | 'unmatched' | 'chosen' | 'added' | 'ignored';

/** Everything that the bulk page knows; maps are keyed by tenant id. */
export type BulkFacts = {
  readonly me: Session['person'];
  readonly tenants: readonly TenantRow[];
  readonly suggestions: ReadonlyMap<string, Suggestion>;
  readonly draft: DraftState;
  readonly failures: ReadonlyMap<string, string>;
};

/** One row of the grid, ready to draw. */
export type GridRow = {
  readonly tenant: TenantRow;
  readonly state: RowState;
  /** What would be saved; undefined: nothing chosen. */
  readonly company: CompanyView | undefined;
  readonly origin: 'auto' | 'manual';
  readonly isIncluded: boolean;
  /** A person settled the company, here or elsewhere. */
  readonly isDecided: boolean;
  /** What accepting the row would take: the company, or what auto-map finds best and leaves to people. */
  readonly best: CompanyView | undefined;
  /** The matcher's view of `company`, or undefined when it has none. */
  readonly candidate: CandidateView | undefined;
  readonly candidates: readonly CandidateView[];
  readonly doubts: readonly DoubtView[];
  /** Where the tenant is linked already. */
  readonly links: readonly { readonly psaConnectionId: string; readonly companyId: string; readonly companyName: string }[];
  /** Who decided the row, when that was somebody else. */
  readonly decidedBy: string | undefined;
  readonly ignored: DraftRow['ignored'];
  readonly rejected: DraftRow['rejected'];
  readonly note: DraftRow['note'];
  /** Why the latest save did not take it; undefined: it was not refused. */
  readonly failure: string | undefined;
};

type CompanyKey = { readonly psaConnectionId: string; readonly companyId: string };

export function companyKey({ psaConnectionId, companyId }: CompanyKey): string {
  return `${psaConnectionId}\n${companyId}`;
}

export function isSameCompany(a: CompanyKey, b: CompanyKey): boolean {
  return a.psaConnectionId === b.psaConnectionId && a.companyId === b.companyId;
}

/** In the order of the tenants. */
export function toGridRows(facts: BulkFacts): GridRow[] {
  return facts.tenants.map((tenant) => gridRowOf(facts, tenant));
}

export function gridRowOf({ suggestions, draft, failures, me }: BulkFacts, tenant: TenantRow): GridRow {
  return toGridRow(tenant, suggestions.get(tenant.tenantId), rowOf(draft, tenant, me), failures.get(tenant.tenantId), me);
}

/** As `toGridRows`, and gives the very same row again where nothing of it changed: with thousands of rows only those that changed are made and drawn anew. */
export function createGridRows(): (facts: BulkFacts) => GridRow[] {
  const made = new WeakMap<TenantRow, { readonly of: readonly unknown[]; readonly row: GridRow }>();
  return (facts) =>
    facts.tenants.map((tenant) => {
      const { tenantId } = tenant;
      const of = [facts.suggestions.get(tenantId), facts.draft.rows.get(tenantId), facts.draft.wishes.get(tenantId), facts.failures.get(tenantId), facts.me];
      const known = made.get(tenant);
      if (known?.of.every((part, index) => part === of[index])) return known.row;
      const row = gridRowOf(facts, tenant);
      made.set(tenant, { of, row });
      return row;
    });
}

/** One empty list for all rows: thousands of them would take memory for nothing. */
const none: never[] = [];

function toGridRow(tenant: TenantRow, suggestion: Suggestion | undefined, decided: DraftRow | undefined, failure: string | undefined, me: Session['person']): GridRow {
  const isAdded = tenant.units.some((unit) => unit.links.length > 0);
  const links = isAdded ? tenant.units.flatMap(({ psaConnectionId, links }) => links.map((link) => ({ psaConnectionId, ...link }))) : none;
  const { ignored = null, rejected = none, note = null } = decided ?? {};
  const choice = decided?.choice && !isSettled(decided.choice, tenant) ? decided.choice : undefined;
  const candidates: readonly CandidateView[] = rejected.length === 0 ? (suggestion?.candidates ?? none) : (suggestion?.candidates ?? none).filter(({ company }) => !rejected.some((pair) => isSameCompany(pair, company)));
  const isBestRejected = candidates[0] !== suggestion?.candidates[0];
  const proposed = !isAdded && !ignored && !isBestRejected && suggestion?.kind === 'matched' ? candidates[0]?.company : undefined;
  const company = choice?.company ?? proposed;
  const state = isAdded ? 'added' : ignored ? 'ignored' : choice ? (choice.kind === 'accept' ? 'matched' : 'chosen') : proposedState(suggestion, isBestRejected, candidates.length);
  const decidedBy = (isAdded ? choice : (ignored ?? choice))?.decidedBy;
  return {
    tenant,
    state,
    company,
    origin: choice?.kind === 'choose' ? 'manual' : 'auto',
    isIncluded: company !== undefined && (choice?.isIncluded ?? true),
    isDecided: choice !== undefined,
    best: company ?? (state === 'needs-review' ? candidates[0]?.company : undefined),
    candidate: company && candidates.find((candidate) => isSameCompany(candidate.company, company)),
    candidates,
    doubts: isBestRejected ? none : (suggestion?.doubts ?? none),
    links,
    decidedBy: decidedBy && decidedBy.userId !== me.userId ? decidedBy.name : undefined,
    ignored,
    rejected,
    note,
    failure,
  };
}

/** Auto-map's word, as long as what it found best was not rejected since. */
function proposedState(suggestion: Suggestion | undefined, isBestRejected: boolean, candidateCount: number): RowState {
  // Ignored when auto-map ran, and not any more.
  if (!suggestion || suggestion.kind === 'ignored') return 'not-tried';
  if (!isBestRejected) return suggestion.kind;
  return candidateCount > 0 ? 'needs-review' : 'unmatched';
}
