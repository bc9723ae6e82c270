import type { Suggestion } from '../../../contracts/autoMap.js';
import type { CompanyView } from '../../../contracts/companies.js';
import type { DraftRow } from '../../../contracts/draft.js';
import type { Session } from '../../../contracts/session.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { draftReducer, emptyDraftState, rowOf, withWishAdded, type DraftAction } from '../draft/draftState.js';
import { emptyRow, savesSeenOf, type LastingWish, type Wish } from '../draft/wish.js';
import { isSameDecision, noSteps, wishesBetween, withStep, type Step, type StepKind, type Steps } from './decisionSteps.js';
import { noFilter, type GridFilter } from './gridModel.js';
import { gridRowOf, isSameCompany, type BulkFacts } from './gridRow.js';
import { mergeSuggestions } from './mergeSuggestions.js';

/** By tenant id. */
type Choices = ReadonlyMap<string, NonNullable<DraftRow['choice']>>;

/** What the bulk page keeps while people walk between pages. */
export type BulkState = BulkFacts & {
  readonly hasTenants: boolean;
  readonly filter: GridFilter;
  /** Tenants decided since the filter was set. */
  readonly held: ReadonlySet<string>;
  /** Choices that the latest save took, to give them back when it is undone. */
  readonly savedChoices: Choices;
  /** Picked by hand since the tab was opened, whatever became of it: newest first, each once. */
  readonly picked: readonly CompanyView[];
  readonly steps: Steps;
  /** The latest step back or forward; `kept`: rows that somebody else decided since, left as they are. */
  readonly turned: { readonly kind: 'undo' | 'redo'; readonly step: Step; readonly kept: number } | undefined;
};

/** `me`: who decides here. */
export function emptyBulkState(me: Session['person']): BulkState {
  return { me, tenants: [], hasTenants: false, suggestions: new Map(), draft: emptyDraftState, failures: new Map(), filter: noFilter, held: new Set(), savedChoices: new Map(), picked: [], steps: noSteps, turned: undefined };
}

export type BulkAction =
  | { readonly kind: 'tenants-read'; readonly tenants: readonly TenantRow[] }
  | { readonly kind: 'suggestions-came'; readonly suggestions: readonly Suggestion[]; /** Set when only this PSA's companies were looked at. */ readonly onlyPsa?: string }
  | { readonly kind: 'company-chosen'; readonly tenantId: string; readonly company: CompanyView }
  | { readonly kind: 'choice-cleared'; readonly tenantId: string }
  /** Takes what each row proposes; rows that propose nothing stay. */
  | { readonly kind: 'rows-accepted'; readonly tenantIds: readonly string[] }
  | { readonly kind: 'undo' | 'redo' }
  | { readonly kind: 'rows-included'; readonly tenantIds: readonly string[]; readonly isIncluded: boolean }
  | { readonly kind: 'decided'; readonly tenantId: string; readonly wish: LastingWish }
  | { readonly kind: 'filter-set'; readonly filter: Partial<GridFilter> }
  /** `choices`: as they were when the save began, for the server may have told since that it cleared them. */
  | { readonly kind: 'rows-saved'; readonly tenantIds: readonly string[]; readonly choices: Choices }
  /** Nothing was saved, because of these rows. */
  | { readonly kind: 'save-refused'; readonly rows: readonly { readonly tenantId: string; readonly sentence: string }[] }
  | { readonly kind: 'save-undone' }
  | DraftAction;

/** The only way that the state changes. Decisions leave it by a save or by a person alone. */
export function bulkReducer(state: BulkState, action: BulkAction): BulkState {
  switch (action.kind) {
    case 'tenants-read':
      return { ...state, tenants: action.tenants, hasTenants: true };
    case 'suggestions-came':
      return { ...state, suggestions: mergeSuggestions(state.suggestions, action.suggestions, action.onlyPsa) };
    case 'company-chosen': {
      const { company } = action;
      const picked = [company, ...state.picked.filter((each) => !isSameCompany(each, company))];
      return { ...decide(state, 'choose', [action.tenantId], (tenant) => ({ kind: 'choose', company, isIncluded: true, savesSeen: savesSeenOf(tenant) })), picked };
    }
    case 'choice-cleared':
      return decide(state, 'clear', [action.tenantId], () => ({ kind: 'withdraw' }));
    case 'decided':
      return decide(state, action.wish.kind, [action.tenantId], () => action.wish);
    case 'rows-accepted':
      return decide(state, 'accept', action.tenantIds, (tenant) => {
        const { best, origin } = gridRowOf(state, tenant);
        return best && { kind: origin === 'manual' ? 'choose' : 'accept', company: best, isIncluded: true, savesSeen: savesSeenOf(tenant) };
      });
    case 'rows-included':
      return decide(state, action.isIncluded ? 'include' : 'leave-out', action.tenantIds, (tenant) => {
        const { company, origin } = gridRowOf(state, tenant);
        return company && { kind: origin === 'manual' ? 'choose' : 'accept', company, isIncluded: action.isIncluded, savesSeen: savesSeenOf(tenant) };
      });
    case 'undo':
    case 'redo':
      return turn(state, action.kind);
    case 'filter-set':
      return { ...state, filter: { ...state.filter, ...action.filter }, held: new Set() };
    case 'rows-saved':
      return saved(state, new Set(action.tenantIds), action.choices);
    case 'save-refused':
      return { ...state, failures: new Map(action.rows.map(({ tenantId, sentence }) => [tenantId, sentence])) };
    case 'save-undone': {
      const { savedChoices } = state;
      const given = decide(state, undefined, [...savedChoices.keys()], (tenant) => {
        const choice = savedChoices.get(tenant.tenantId);
        return choice && { kind: choice.kind, company: choice.company, isIncluded: choice.isIncluded, savesSeen: savesSeenOf(tenant) };
      });
      return { ...given, savedChoices: new Map() };
    }
    default:
      return { ...state, draft: draftReducer(state.draft, action) };
  }
}

/** `kind` undefined: no step that can be taken back. */
function decide(state: BulkState, kind: StepKind | undefined, tenantIds: readonly string[], wishFor: (tenant: TenantRow) => Wish | undefined): BulkState {
  const wanted = new Set(tenantIds);
  const wishes = new Map(state.draft.wishes);
  const rows: Step['rows'][number][] = [];
  for (const tenant of state.tenants) {
    const wish = wanted.has(tenant.tenantId) ? wishFor(tenant) : undefined;
    if (!wish) continue;
    wishes.set(tenant.tenantId, withWishAdded(wishes.get(tenant.tenantId), wish));
    const [before, after] = [state.draft, { rows: state.draft.rows, wishes }].map((draft) => rowOf(draft, tenant, state.me) ?? emptyRow(tenant.tenantId));
    if (before && after && !isSameDecision(before, after)) rows.push({ tenantId: tenant.tenantId, before, after });
  }
  const steps = kind && rows.length > 0 ? withStep(state.steps, { kind, rows }) : state.steps;
  return { ...state, draft: { ...state.draft, wishes }, held: new Set([...state.held, ...tenantIds]), steps, failures: withoutKeys(state.failures, wanted) };
}

/** One step back or forward. Rows that somebody else decided since stay theirs. */
function turn(state: BulkState, kind: 'undo' | 'redo'): BulkState {
  const { done, undone } = state.steps;
  const step = kind === 'undo' ? done.at(-1) : undone[0];
  if (!step) return state;
  const byId = new Map(state.tenants.map((tenant) => [tenant.tenantId as string, tenant]));
  const wishes = new Map(state.draft.wishes);
  const rows = step.rows.filter(({ tenantId, before, after }) => {
    const tenant = byId.get(tenantId);
    const [from, to] = kind === 'undo' ? [after, before] : [before, after];
    const now = tenant && (rowOf(state.draft, tenant, state.me) ?? emptyRow(tenant.tenantId));
    if (!now || !isSameDecision(now, from)) return false;
    for (const wish of wishesBetween(now, to, state.me)) wishes.set(tenantId, withWishAdded(wishes.get(tenantId), wish));
    return true;
  });
  const turned = { ...step, rows };
  // A step of which nothing could be turned is out of reach for good.
  const kept = rows.length === 0 ? [] : [turned];
  const steps = kind === 'undo' ? { done: done.slice(0, -1), undone: [...kept, ...undone] } : { done: [...done, ...kept], undone: undone.slice(1) };
  const held = new Set([...state.held, ...rows.map(({ tenantId }) => tenantId)]);
  return { ...state, draft: { ...state.draft, wishes }, held, steps, turned: { kind, step: turned, kept: step.rows.length - rows.length } };
}

/** What was chosen for these tenants. */
export function choicesOf({ draft, tenants, me }: Pick<BulkState, 'draft' | 'tenants' | 'me'>, tenantIds: readonly string[]): Choices {
  const wanted = new Set(tenantIds);
  return new Map(
    tenants.flatMap((tenant) => {
      const choice = wanted.has(tenant.tenantId) ? rowOf(draft, tenant, me)?.choice : undefined;
      return choice ? [[tenant.tenantId, choice] as const] : [];
    }),
  );
}

/** The server clears these choices too; here they go at once. */
function saved(state: BulkState, tenantIds: ReadonlySet<string>, savedChoices: Choices): BulkState {
  const rows = new Map(state.draft.rows);
  const wishes = new Map(state.draft.wishes);
  for (const tenantId of tenantIds) {
    const row = rows.get(tenantId);
    if (row) rows.set(tenantId, { ...row, choice: null });
    wishes.delete(tenantId);
  }
  return { ...state, draft: { ...state.draft, rows, wishes }, savedChoices, held: new Set(), steps: noSteps, failures: withoutKeys(state.failures, tenantIds) };
}

function withoutKeys<Value>(map: ReadonlyMap<string, Value>, keys: ReadonlySet<string>): ReadonlyMap<string, Value> {
  return map.size === 0 ? map : new Map([...map].filter(([key]) => !keys.has(key)));
}
