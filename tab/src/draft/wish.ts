import type { CompanyView } from '../../../contracts/companies.js';
import type { DraftDecision, DraftRow } from '../../../contracts/draft.js';
import type { Session } from '../../../contracts/session.js';
import type { TenantRow } from '../../../contracts/tenants.js';

type Person = Session['person'];
type Pair = Pick<CompanyView, 'psaConnectionId' | 'companyId'>;

/** A decision made here. The page shows it at once; the server takes it a moment later. */
export type Wish =
  | { readonly kind: 'accept' | 'choose'; readonly company: CompanyView; readonly isIncluded: boolean; readonly savesSeen: number }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'stop-ignoring' }
  | { readonly kind: 'note'; readonly text: string; readonly seenText: string }
  | { readonly kind: 'ignore'; readonly reason: string; readonly until: string | null }
  | { readonly kind: 'reject' | 'allow'; readonly company: Pair & { readonly name: string } };

/** What stays after a save. */
export type LastingWish = Extract<Wish, { kind: 'ignore' | 'stop-ignoring' | 'reject' | 'allow' | 'note' }>;

export function emptyRow(tenantId: TenantRow['tenantId']): DraftRow {
  return { tenantId, version: 0, choice: null, ignored: null, rejected: [], note: null };
}

/** The row as it will be once the server has taken the wish. */
export function withWish(row: DraftRow, wish: Wish, decidedBy: Person, decidedAt: string): DraftRow {
  const decided = { decidedBy, decidedAt };
  switch (wish.kind) {
    case 'accept':
    case 'choose':
      return { ...row, choice: { ...wish, ...decided }, ignored: null, rejected: without(row, wish.company) };
    case 'withdraw':
      return { ...row, choice: null };
    case 'ignore':
      return { ...row, choice: null, ignored: { reason: wish.reason, until: wish.until, ...decided } };
    case 'stop-ignoring':
      return { ...row, ignored: null };
    case 'note':
      return { ...row, note: wish.text === '' ? null : { text: wish.text, ...decided } };
    case 'reject': {
      const { psaConnectionId, companyId, name: companyName } = wish.company;
      const choice = row.choice && isPair(row.choice.company, wish.company) ? null : row.choice;
      return { ...row, choice, rejected: [...without(row, wish.company), { psaConnectionId, companyId, companyName, ...decided }] };
    }
    case 'allow':
      return { ...row, rejected: without(row, wish.company) };
  }
}

/** As the server takes it. */
export function toDecision(tenantId: string, baseVersion: number, wish: Wish): DraftDecision {
  const row = { tenantId, baseVersion };
  switch (wish.kind) {
    case 'accept':
    case 'choose': {
      const { kind, isIncluded, savesSeen } = wish;
      return { kind, ...row, ...pairOf(wish.company), isIncluded, savesSeen };
    }
    case 'withdraw':
    case 'stop-ignoring':
      return { kind: wish.kind, ...row };
    case 'ignore':
      return { kind: wish.kind, ...row, reason: wish.reason, until: wish.until };
    case 'note':
      return { kind: wish.kind, ...row, text: wish.text, seenText: wish.seenText };
    case 'reject':
    case 'allow':
      return { kind: wish.kind, ...row, ...pairOf(wish.company) };
  }
}

/** How many saves of the tenant are to be seen here. */
export function savesSeenOf(tenant: TenantRow): number {
  return tenant.units.reduce((sum, unit) => sum + unit.version, 0);
}

/** A save has said what the choice was to say, or the tenant was linked after the person looked: the choice counts no more. */
export function isSettled({ company, savesSeen }: Pick<NonNullable<DraftRow['choice']>, 'company' | 'savesSeen'>, tenant: TenantRow): boolean {
  const links = tenant.units.flatMap((unit) => unit.links.map(({ companyId }) => ({ psaConnectionId: unit.psaConnectionId, companyId })));
  return links.some((link) => isPair(link, company)) || (links.length > 0 && savesSeenOf(tenant) !== savesSeen);
}

export function isPair(a: Pair, b: Pair): boolean {
  return a.psaConnectionId === b.psaConnectionId && a.companyId === b.companyId;
}

function pairOf({ psaConnectionId, companyId }: Pair): Pair {
  return { psaConnectionId, companyId };
}

function without({ rejected }: DraftRow, pair: Pair): DraftRow['rejected'] {
  return rejected.filter((each) => !isPair(each, pair));
}
