import type { DecideResult, DraftConflict, DraftDecision, DraftNews, DraftRow } from '../../../contracts/draft.js';
import type { Session } from '../../../contracts/session.js';
import type { TenantRow } from '../../../contracts/tenants.js';
import { emptyRow, toDecision, withWish, type Wish } from './wish.js';

type Person = Session['person'];
/** A decision that somebody else's kept out, with what was wished here. */
export type LostWish = DraftConflict & { readonly wishes: readonly Wish[] };

/** What the page knows of the shared draft. Maps are keyed by tenant id. */
export type DraftState = {
  readonly isLoaded: boolean;
  /** Of the server's draft, as far as it was seen. */
  readonly version: number;
  readonly rows: ReadonlyMap<string, DraftRow>;
  /** Decisions made here that the server has not taken yet, oldest first. */
  readonly wishes: ReadonlyMap<string, readonly Wish[]>;
  readonly lost: readonly LostWish[];
  readonly refused: DecideResult['refused'];
  /** Who else is on the page. */
  readonly people: readonly Person[];
  /** How many saves there were when the page last looked: when it grows, links changed. */
  readonly savedVersion: number;
  /** Choices that waited for a save when the draft was first read, and whose they are. */
  readonly resumed: { readonly count: number; readonly people: readonly Person[] };
};

export const emptyDraftState: DraftState = { isLoaded: false, version: 0, rows: new Map(), wishes: new Map(), lost: [], refused: [], people: [], savedVersion: 0, resumed: { count: 0, people: [] } };

export type DraftAction =
  | { readonly kind: 'draft-news'; readonly news: DraftNews }
  | { readonly kind: 'draft-answered'; readonly sent: ReadonlyMap<string, readonly Wish[]>; readonly result: DecideResult }
  | { readonly kind: 'lost-kept' | 'lost-given-up' }
  | { readonly kind: 'refused-seen' };

export function draftReducer(state: DraftState, action: DraftAction): DraftState {
  switch (action.kind) {
    case 'draft-news':
      return withNews(state, action.news);
    case 'draft-answered': {
      const { sent, result } = action;
      const wishes = new Map(state.wishes);
      for (const [tenantId, taken] of sent) {
        const left = (wishes.get(tenantId) ?? []).filter((wish) => !taken.includes(wish));
        if (left.length > 0) wishes.set(tenantId, left);
        else wishes.delete(tenantId);
      }
      const lost = [...state.lost, ...result.conflicts.map((conflict) => ({ ...conflict, wishes: sent.get(conflict.tenantId) ?? [] }))];
      return withNews({ ...state, wishes, lost, refused: [...state.refused, ...result.refused] }, result);
    }
    case 'lost-kept':
      // They go again, now on the version that was seen beside them; what was decided since then comes after.
      return { ...state, wishes: new Map([...state.wishes, ...state.lost.map(({ tenantId, wishes }) => [tenantId, [...wishes, ...(state.wishes.get(tenantId) ?? [])]] as const)]), lost: [] };
    case 'lost-given-up':
      return { ...state, lost: [] };
    case 'refused-seen':
      return { ...state, refused: [] };
  }
}

/** Of choices one after another only the last is of interest; among other wishes each stays, since a choice also ends ignoring and rejecting. */
export function withWishAdded(before: readonly Wish[] = [], wish: Wish): readonly Wish[] {
  return isChoice(wish) && before.every(isChoice) ? [wish] : [...before, wish];
}

/** The tenant's row with the wishes that are on their way. */
export function rowOf({ rows, wishes }: Pick<DraftState, 'rows' | 'wishes'>, { tenantId }: Pick<TenantRow, 'tenantId'>, me: Person): DraftRow | undefined {
  const own = wishes.get(tenantId);
  const row = rows.get(tenantId);
  return own ? own.reduce((before, wish) => withWish(before, wish, me, ''), row ?? emptyRow(tenantId)) : row;
}

/** The next wishes to send, oldest tenants first, and the same as the server takes them. */
export function nextBatch({ rows, wishes }: Pick<DraftState, 'rows' | 'wishes'>, max: number): { readonly sent: Map<string, readonly Wish[]>; readonly decisions: DraftDecision[] } {
  const sent = new Map<string, readonly Wish[]>();
  const decisions: DraftDecision[] = [];
  for (const [tenantId, own] of wishes) {
    if (decisions.length + own.length > max) break;
    sent.set(tenantId, own);
    const baseVersion = rows.get(tenantId)?.version ?? 0;
    decisions.push(...own.map((wish) => toDecision(tenantId, baseVersion, wish)));
  }
  return { sent, decisions };
}

function withNews(state: DraftState, { version, savedVersion, rows: came, people }: DraftNews): DraftState {
  if (came.length === 0 && version === state.version && savedVersion === state.savedVersion && state.isLoaded) return samePeople(state.people, people) ? state : { ...state, people };
  // A version behind ours is of other data (a restored backup): then everything came.
  const rows = version < state.version ? new Map<string, DraftRow>() : new Map(state.rows);
  for (const row of came) if (row.version >= (rows.get(row.tenantId)?.version ?? 0)) rows.set(row.tenantId, row);
  return { ...state, isLoaded: true, version, rows, people, savedVersion, resumed: state.isLoaded ? state.resumed : resumedOf(came) };
}

function resumedOf(rows: readonly DraftRow[]): DraftState['resumed'] {
  const owners = rows.flatMap(({ choice }) => (choice ? [choice.decidedBy] : []));
  return { count: owners.length, people: [...new Map(owners.map((person) => [person.userId, person])).values()] };
}

function samePeople(a: readonly Person[], b: readonly Person[]): boolean {
  return a.map(({ userId }) => userId).join() === b.map(({ userId }) => userId).join();
}

function isChoice({ kind }: Wish): boolean {
  return kind === 'accept' || kind === 'choose' || kind === 'withdraw';
}
