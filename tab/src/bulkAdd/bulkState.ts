import type { Suggestion } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import type { DraftRow } from '../../../contracts/draft.js';
import type { Session } from '../../../contracts/session.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { draftReducer, emptyDraftState, rowOf, withWishAdded, type DraftAction } from '../draft/draftState.js';
import { savesSeenOf, type Wish } from '../draft/wish.js';
import { noFilter, type GridFilter } from './gridModel.js';
import { toGridRow, type BulkFacts } from './gridRow.js';
import { mergeSuggestions } from './mergeSuggestions.js';

/** What the bulk page keeps while people walk between pages. */
export type BulkState = BulkFacts & {
  readonly hasTenants: boolean;
  readonly filter: GridFilter;
  /** Tenants decided since the filter was set. */
  readonly held: ReadonlySet<string>;
  /** Choices that the latest save took, to give them back when it is undone. */
  readonly savedChoices: ReadonlyMap<string, NonNullable<DraftRow['choice']>>;
};

/** `me`: who decides here. */
export function emptyBulkState(me: Session['person']): BulkState {
  return { me, tenants: [], hasTenants: false, suggestions: new Map(), draft: emptyDraftState, filter: noFilter, held: new Set(), savedChoices: new Map() };
}

export type BulkAction =
  | { readonly kind: 'tenants-read'; readonly tenants: readonly TenantRow[] }
  | { readonly kind: 'suggestions-came'; readonly suggestions: readonly Suggestion[]; /** Set when only this PSA's companies were looked at. */ readonly onlyPsa?: string }
  | { readonly kind: 'company-chosen'; readonly tenantId: string; readonly company: CompanyView }
  | { readonly kind: 'choice-cleared'; readonly tenantId: string }
  | { readonly kind: 'rows-included'; readonly tenantIds: readonly string[]; readonly isIncluded: boolean }
  | { readonly kind: 'decided'; readonly tenantId: string; readonly wish: Extract<Wish, { kind: 'ignore' | 'stop-ignoring' | 'reject' | 'allow' }> }
  | { readonly kind: 'filter-set'; readonly filter: Partial<GridFilter> }
  | { readonly kind: 'rows-saved'; readonly tenantIds: readonly string[] }
  | { readonly kind: 'save-undone' }
  | DraftAction;

/** The only way that the state changes. Decisions leave it by a save or by a person alone. */
export function bulkReducer(state: BulkState, action: BulkAction): BulkState {
  switch (action.kind) {
    case 'tenants-read':
      return { ...state, tenants: action.tenants, hasTenants: true };
    case 'suggestions-came':
      return { ...state, suggestions: mergeSuggestions(state.suggestions, action.suggestions, action.onlyPsa) };
    case 'company-chosen':
      return decide(state, [action.tenantId], (tenant) => ({ kind: 'choose', company: action.company, isIncluded: true, savesSeen: savesSeenOf(tenant) }));
    case 'choice-cleared':
      return decide(state, [action.tenantId], () => ({ kind: 'withdraw' }));
    case 'decided':
      return decide(state, [action.tenantId], () => action.wish);
    case 'rows-included':
      return decide(state, action.tenantIds, (tenant) => {
        const { company, origin } = toGridRow(tenant, state.suggestions.get(tenant.tenantId), rowOf(state.draft, tenant, state.me), state.me);
        return company && { kind: origin === 'manual' ? 'choose' : 'accept', company, isIncluded: action.isIncluded, savesSeen: savesSeenOf(tenant) };
      });
    case 'filter-set':
      return { ...state, filter: { ...state.filter, ...action.filter }, held: new Set() };
    case 'rows-saved':
      return saved(state, new Set(action.tenantIds));
    case 'save-undone': {
      const { savedChoices } = state;
      const given = decide(state, [...savedChoices.keys()], (tenant) => {
        const choice = savedChoices.get(tenant.tenantId);
        return choice && { kind: choice.kind, company: choice.company, isIncluded: choice.isIncluded, savesSeen: savesSeenOf(tenant) };
      });
      return { ...given, savedChoices: new Map() };
    }
    default:
      return { ...state, draft: draftReducer(state.draft, action) };
  }
}

function decide(state: BulkState, tenantIds: readonly string[], wishFor: (tenant: TenantRow) => Wish | undefined): BulkState {
  const wanted = new Set(tenantIds);
  const wishes = new Map(state.draft.wishes);
  for (const tenant of state.tenants) {
    const wish = wanted.has(tenant.tenantId) ? wishFor(tenant) : undefined;
    if (wish) wishes.set(tenant.tenantId, withWishAdded(wishes.get(tenant.tenantId), wish));
  }
  return { ...state, draft: { ...state.draft, wishes }, held: new Set([...state.held, ...tenantIds]) };
}

/** The server clears these choices too; here they go at once. */
function saved(state: BulkState, tenantIds: ReadonlySet<string>): BulkState {
  const rows = new Map(state.draft.rows);
  const wishes = new Map(state.draft.wishes);
  const savedChoices = new Map<string, NonNullable<DraftRow['choice']>>();
  for (const tenant of state.tenants.filter(({ tenantId }) => tenantIds.has(tenantId))) {
    const choice = rowOf(state.draft, tenant, state.me)?.choice;
    const row = rows.get(tenant.tenantId);
    if (choice) savedChoices.set(tenant.tenantId, choice);
    if (row) rows.set(tenant.tenantId, { ...row, choice: null });
    wishes.delete(tenant.tenantId);
  }
  return { ...state, draft: { ...state.draft, rows, wishes }, savedChoices, held: new Set() };
}
