import { createHash } from 'node:crypto';
import type { LinkDriftKind } from '../domain/drift.js';
import type { TenantId } from '../domain/ids.js';
import type { NoticeTopic } from '../domain/notice.js';

/**
 * Something that is true now and that people may want to know. As long as it stays the same its `key` does; a conversation is told of
 * each key once, and again when it went away and came back.
 */
export type Fact = { readonly key: string; readonly topic: NoticeTopic } & (
  | { readonly kind: 'new-tenant'; readonly tenantId: TenantId; readonly name: string; readonly domain: string }
  /** `now`: as in `LinkDrift`. */
  | { readonly kind: 'drift'; readonly drift: LinkDriftKind; readonly tenantName: string; readonly companyName: string; readonly psaName: string; readonly nameThen: string; readonly now: string }
  /** `why` is a sentence; `completeAt`: end of the latest whole reading (ISO 8601, UTC), null when there was none. */
  | { readonly kind: 'sync-problem'; readonly sourceName: string; readonly state: 'failed' | 'partial'; readonly why: string; readonly completeAt: string | null }
  | { readonly kind: 'long-sync'; readonly sourceName: string; readonly minutes: number; readonly received: number }
  | { readonly kind: 'big-save'; readonly personName: string; readonly added: number; readonly changed: number; readonly removed: number }
);

/** Short, since a conversation remembers one for each fact: 72 bits of SHA-256. */
export function factHash({ key }: Pick<Fact, 'key'>): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}
