import type { CompanyKey } from './company.js';
import type { LinkDrift } from './drift.js';
import type { CompanyId, PsaConnectionId, TenantId } from './ids.js';
import type { MappingUnit } from './mapping.js';
import type { Person } from './organization.js';

/** Who decided and when (ISO 8601, UTC). */
export type Decided = { readonly decidedBy: Person; readonly decidedAt: string };

/** The company that a person wants for a tenant, not saved yet. `accept`: as auto-map proposed. `choose`: picked by hand. */
export type DraftChoice = Decided & {
  readonly kind: 'accept' | 'choose';
  readonly psaConnectionId: PsaConnectionId;
  readonly companyId: CompanyId;
  readonly companyNameThen: string;
  /** false: left out of the next save. */
  readonly isIncluded: boolean;
  /** `countSaves` of the tenant's units as the person saw them. */
  readonly savesSeen: number;
};

/** `until`: the day (YYYY-MM-DD, UTC) on which the tenant comes back; null: never by itself. */
export type Ignored = Decided & { readonly reason: string; readonly until: string | null };

/** "Not this company": the pair is not offered again. */
export type RejectedPair = CompanyKey & Decided & { readonly companyNameThen: string };

/** A change at a source that a person called fine, as it was then; of the tenant's link to that company. */
export type DismissedDrift = CompanyKey & Decided & Pick<LinkDrift, 'kind' | 'now'>;

/** What people want to remember of a tenant, for all of them. */
export type DraftNote = Decided & { readonly text: string };

/**
 * What people decided of one tenant, on the bulk page and the Changes page. The choice goes with the save that settles it; what is ignored,
 * rejected, noted or dismissed stays until somebody takes it back. `version` is the draft's own: the one in which this row changed last; 0 when nobody ever decided.
 */
export type TenantDraft = {
  readonly tenantId: TenantId;
  readonly version: number;
  readonly choice: DraftChoice | null;
  readonly ignored: Ignored | null;
  readonly rejected: readonly RejectedPair[];
  /** Absent: none. */
  readonly note?: DraftNote;
  /** Absent: none. */
  readonly dismissed?: readonly DismissedDrift[];
};

/** An organization's draft, or what changed of it. `version` grows with each write. */
export type Draft = { readonly version: number; readonly rows: readonly TenantDraft[] };

/** One decision of a person. `baseVersion`: the row's version as the person saw it. */
export type DraftDecision = { readonly tenantId: TenantId; readonly baseVersion: number } & (
  | { readonly kind: 'accept' | 'choose'; readonly psaConnectionId: PsaConnectionId; readonly companyId: CompanyId; readonly isIncluded: boolean; readonly savesSeen: number }
  | { readonly kind: 'withdraw' }
  | { readonly kind: 'ignore'; readonly reason: string; readonly until: string | null }
  | { readonly kind: 'stop-ignoring' }
  /** Replaces the note; '' removes it. `seenText`: the note as the person saw it. */
  | { readonly kind: 'note'; readonly text: string; readonly seenText: string }
  | { readonly kind: 'reject' | 'allow'; readonly psaConnectionId: PsaConnectionId; readonly companyId: CompanyId }
);

export function emptyDraft(tenantId: TenantId): TenantDraft {
  return { tenantId, version: 0, choice: null, ignored: null, rejected: [] };
}

/** `now`: ISO 8601, UTC. */
export function isIgnored({ ignored }: TenantDraft, now: string): boolean {
  return ignored !== null && (ignored.until === null || now.slice(0, 10) < ignored.until);
}

/** How many saves touched these units; grows with each. */
export function countSaves(units: readonly { readonly version: number }[]): number {
  return units.reduce((sum, unit) => sum + unit.version, 0);
}

/**
 * Has a save said what the choice was to say? It has when the pair is linked, or when the tenant has links that were saved after the
 * person looked. Such a choice counts no more, whether or not it was cleared: so nothing is wrong when a crash parts the save from that.
 */
export function isSettled({ psaConnectionId, companyId, savesSeen }: DraftChoice, units: readonly MappingUnit[]): boolean {
  const isLinked = units.some((unit) => unit.psaConnectionId === psaConnectionId && unit.links.some((link) => link.companyId === companyId));
  return isLinked || (units.some((unit) => unit.links.length > 0) && countSaves(units) !== savesSeen);
}
