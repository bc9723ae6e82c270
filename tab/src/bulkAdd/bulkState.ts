import type { Suggestion } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { noFilter, type GridFilter } from './gridModel.js';
import type { BulkFacts, Decision } from './gridRow.js';
import { mergeSuggestions } from './mergeSuggestions.js';

/** What the bulk page keeps while people walk between pages. */
export type BulkState = BulkFacts & {
  readonly hasTenants: boolean;
  readonly filter: GridFilter;
  /** Tenants decided since the filter was set. */
  readonly held: ReadonlySet<string>;
  /** Decisions that the latest save took, to give them back when it is undone. */
  readonly savedDecisions: ReadonlyMap<string, Decision>;
};

export const emptyBulkState: BulkState = {
  tenants: [],
  hasTenants: false,
  suggestions: new Map(),
  decisions: new Map(),
  filter: noFilter,
  held: new Set(),
  savedDecisions: new Map(),
};

export type BulkAction =
  | { readonly kind: 'tenants-read'; readonly tenants: readonly TenantRow[] }
  | { readonly kind: 'suggestions-came'; readonly suggestions: readonly Suggestion[]; /** Set when only this PSA's companies were looked at. */ readonly onlyPsa?: string }
  | { readonly kind: 'company-chosen'; readonly tenantId: string; readonly company: CompanyView }
  | { readonly kind: 'choice-cleared'; readonly tenantId: string }
  | { readonly kind: 'rows-included'; readonly tenantIds: readonly string[]; readonly isIncluded: boolean }
  | { readonly kind: 'filter-set'; readonly filter: Partial<GridFilter> }
  | { readonly kind: 'rows-saved'; readonly tenantIds: readonly string[] }
  | { readonly kind: 'save-undone' };

/** The only way that the state changes. Decisions leave it by a save or by the person alone. */
export function bulkReducer(state: BulkState, action: BulkAction): BulkState {
  switch (action.kind) {
    case 'tenants-read':
      return { ...state, tenants: action.tenants, hasTenants: true, decisions: withoutTaken(state, action.tenants) };
    case 'suggestions-came':
      return { ...state, suggestions: mergeSuggestions(state.suggestions, action.suggestions, action.onlyPsa) };
    case 'company-chosen':
      return decide(state, [action.tenantId], () => ({ company: action.company, isIncluded: true }));
    case 'choice-cleared': {
      const decisions = new Map(state.decisions);
      decisions.delete(action.tenantId);
      return { ...state, decisions, held: new Set([...state.held, action.tenantId]) };
    }
    case 'rows-included':
      return decide(state, action.tenantIds, (before) => ({ company: before?.company ?? null, isIncluded: action.isIncluded }));
    case 'filter-set':
      return { ...state, filter: { ...state.filter, ...action.filter }, held: new Set() };
    case 'rows-saved': {
      const saved = new Set(action.tenantIds);
      const entries = [...state.decisions];
      return {
        ...state,
        decisions: new Map(entries.filter(([id]) => !saved.has(id))),
        savedDecisions: new Map(entries.filter(([id]) => saved.has(id))),
        held: new Set(),
      };
    }
    case 'save-undone':
      return { ...state, decisions: new Map([...state.savedDecisions, ...state.decisions]), savedDecisions: new Map() };
  }
}

function decide(state: BulkState, tenantIds: readonly string[], next: (before: Decision | undefined) => Decision): BulkState {
  const decisions = new Map(state.decisions);
  for (const id of tenantIds) decisions.set(id, next(state.decisions.get(id)));
  return { ...state, decisions, held: new Set([...state.held, ...tenantIds]) };
}

/** A colleague linked the tenant meanwhile: the row now says so, and the older choice must not be saved on top unseen. */
function withoutTaken(state: BulkState, tenants: readonly TenantRow[]): ReadonlyMap<string, Decision> {
  const linksBefore = new Map(state.tenants.map((tenant) => [tenant.tenantId as string, linkText(tenant)]));
  const taken = tenants.filter((tenant) => linkText(tenant) !== '' && linkText(tenant) !== (linksBefore.get(tenant.tenantId) ?? ''));
  if (taken.every(({ tenantId }) => !state.decisions.has(tenantId))) return state.decisions;
  const decisions = new Map(state.decisions);
  for (const { tenantId } of taken) decisions.delete(tenantId);
  return decisions;
}

function linkText(tenant: TenantRow): string {
  return tenant.units.flatMap((unit) => unit.links.map((link) => `${unit.psaConnectionId}/${link.companyId}`)).join();
}
