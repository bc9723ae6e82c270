import type { ChangeSetId, CompanyId, PsaConnectionId, TenantId } from './ids.js';
import type { Evidence } from './match.js';
import type { Person } from './organization.js';

export type MappingOrigin = 'auto' | 'manual' | 'chat' | 'import';

/** One company that a tenant is linked to, with what was known when it was decided. */
export type CompanyLink = {
  readonly companyId: CompanyId;
  readonly origin: MappingOrigin;
  /** 0-1; null when the matcher had no opinion of the pair. */
  readonly score: number | null;
  readonly evidence: readonly Evidence[];
  readonly tenantNameThen: string;
  readonly companyNameThen: string;
  readonly decidedBy: Person;
  /** ISO 8601, UTC. */
  readonly decidedAt: string;
};

/** The unit of version and conflict: the set of companies that a tenant has in one PSA connection. */
export type UnitKey = { readonly tenantId: TenantId; readonly psaConnectionId: PsaConnectionId };

/** `version` counts the saves that touched the unit; a unit never touched has version 0 and no links. */
export type MappingUnit = UnitKey & { readonly version: number; readonly links: readonly CompanyLink[] };

/** One tenant <-> company link as saved. */
export type Mapping = UnitKey & CompanyLink & { readonly version: number };

/** The whole set of links that a unit shall have, and the version that the decision was based on. */
export type UnitChange = UnitKey & { readonly baseVersion: number; readonly links: readonly CompanyLink[] };

/** What every ChangeSet tells of itself. */
export type ChangeSetHead = {
  /** Chosen by whoever saves; the same key again has no second effect. */
  readonly idempotencyKey: string;
  /** SHA-256 (hex) of what was asked for, to tell a repetition from another request under the same key. */
  readonly requestHash: string;
  readonly actor: Person;
  readonly via: 'tab' | 'chat' | 'import' | 'api';
  readonly requestId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly undoes: ChangeSetId | null;
  /** Why, in the words of the one who saves; '' when none were given. */
  readonly reason: string;
  /** Rows that were asked for but already were as wished. */
  readonly skipped: readonly UnitKey[];
};

/** One atomic save, not yet committed. */
export type ChangeSetRequest = ChangeSetHead & { readonly changes: readonly UnitChange[] };

/** The audit entry of one changed unit. */
export type AuditEntry = UnitKey & {
  readonly before: { readonly version: number; readonly links: readonly CompanyLink[] };
  readonly after: { readonly version: number; readonly links: readonly CompanyLink[] };
};

/** One atomic save, committed. `orgVersion` numbers an organization's ChangeSets 1, 2, 3 ... without gaps; `chainHash` seals it and all before it. */
export type ChangeSet = ChangeSetHead & { readonly changeSetId: ChangeSetId; readonly orgVersion: number; readonly chainHash: string; readonly entries: readonly AuditEntry[] };

/** What one ChangeSet did to one unit. */
export type UnitHistoryEntry = Pick<ChangeSet, 'changeSetId' | 'orgVersion' | 'at' | 'actor' | 'via' | 'undoes' | 'reason'> & Pick<AuditEntry, 'before' | 'after'>;

/** `broken` names the first ChangeSet that does not fit; `why` is a sentence. */
export type HistoryVerdict =
  | { readonly kind: 'intact'; readonly changeSetCount: number; /** Seals the whole history; '' when there is none. */ readonly headHash: string }
  | { readonly kind: 'broken'; readonly orgVersion: number; readonly why: string };

/** A unit that changed since it was seen: what the request was based on and what is there now. */
export type UnitConflict = UnitKey & { readonly baseVersion: number; readonly current: MappingUnit };

export type CommitOutcome =
  | { readonly kind: 'saved'; readonly changeSet: ChangeSet; /** true: this key had been saved before. */ readonly isRepeat: boolean }
  /** Nothing was saved. */
  | { readonly kind: 'conflict'; readonly conflicts: readonly UnitConflict[] }
  /** Nothing was saved: the key belongs to another request. */
  | { readonly kind: 'key-reused'; readonly changeSet: ChangeSet };

/** Key for maps; the parts hold no line breaks. */
export function unitKeyText({ tenantId, psaConnectionId }: UnitKey): string {
  return `${tenantId}\n${psaConnectionId}`;
}

/** The links of units, one row each. */
export function toMappings(units: readonly MappingUnit[]): Mapping[] {
  return units.flatMap(({ tenantId, psaConnectionId, version, links }) => links.map((link) => ({ tenantId, psaConnectionId, version, ...link })));
}
