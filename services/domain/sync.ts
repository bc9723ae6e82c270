import type { CompanyId, PartnerAccountId, PsaConnectionId } from './ids.js';
import type { Remark } from './remark.js';
import type { RemarkFacts } from './remarkFacts.js';

/** One connected list: the tenants of a partner account or the companies of a PSA connection. */
export type SourceRef =
  | { readonly kind: 'partner-account'; readonly partnerAccountId: PartnerAccountId }
  | { readonly kind: 'psa-connection'; readonly psaConnectionId: PsaConnectionId };

/** Key for maps and logs. */
export function sourceRefText(source: SourceRef): string {
  return source.kind === 'partner-account' ? `partner-account:${source.partnerAccountId}` : `psa-connection:${source.psaConnectionId}`;
}

/** A company that the source has but that takes no part: `why` is a sentence, and `facts` tell the same. */
export type HeldBack = { readonly psaConnectionId: PsaConnectionId; readonly companyId: CompanyId; readonly name: string; readonly why: string; readonly facts?: readonly RemarkFacts[] | undefined };

/**
 * A list as a source gave it. `partial`: some rows are missing, so nothing may be concluded from an absence; `facts` tell what `why` tells.
 * `expected` is the source's own count, null when it tells none. `heldBack`: what was read and left out, where the source tells.
 */
export type SourceList<Item> = { readonly items: readonly Item[]; readonly heldBack?: readonly HeldBack[] } & ({ readonly kind: 'complete' } | { readonly kind: 'partial'; readonly expected: number | null; readonly why: string; readonly facts?: readonly RemarkFacts[] | undefined });

/** What a source's credentials may read. `count`: rows that take part, null when the source gives no count. `limits`: what can't be read. */
export type SourceAccess = { readonly count: number | null; readonly limits: readonly Remark[] };

/** What is different from an earlier list. `gone`: no longer listed. Rows that are in neither are as they were. */
export type SourceChanges<Item> = { readonly changed: readonly Item[]; readonly gone: readonly CompanyId[] };

/** One pull of a source. Times are ISO 8601, UTC. */
export type SyncRun = {
  readonly source: SourceRef;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: 'complete' | 'partial' | 'failed';
  readonly received: number;
  readonly expected: number | null;
  /** Sentences for people; '' when complete. */
  readonly why: string;
  /** Tell what `why` tells. Absent: nothing but these words does. */
  readonly facts?: readonly RemarkFacts[] | undefined;
  /** Of a run that asked for changes only: when the last full one ended. `received` then counts changes. */
  readonly fullAt?: string;
  /** The list came whole, but lacked so many known rows that they were kept until it is confirmed. `since`: the first of such runs in a row. */
  readonly shrink?: { readonly missing: number; readonly since: string };
};

/** When a source's list was last read in full; null: never. `complete`: its latest complete run. */
export function fullAtOf(complete: SyncRun | undefined): string | null {
  return complete ? (complete.fullAt ?? complete.endedAt) : null;
}
