import { z } from 'zod';
import type { TenantRank, TenantRow } from '../../../services/index.js';
import type { ChatTools, Turn } from '../chatTools.js';

/**
 * Where a tenant stands in the review. The next one is the first that waits behind it, so it does not matter what others decided meanwhile,
 * nor that a restart or another process works the order out anew.
 */
export const reviewPlace = z.object({ kind: z.enum(['matched', 'needs-review', 'unmatched']), score: z.number(), name: z.string(), tenantId: z.string() });
export type ReviewPlace = z.infer<typeof reviewPlace>;
export type Waiting = { readonly row: TenantRow; readonly place: ReviewPlace };

const kinds: readonly TenantRank['kind'][] = ['matched', 'needs-review', 'unmatched'];

/** The next of those that wait, the surest first, from the start again at the end; it may be the very one. Without `after`: a new round. */
export async function findNext({ services }: ChatTools, { caller }: Turn, waiting: readonly TenantRow[], after: ReviewPlace | undefined): Promise<Waiting | undefined> {
  const ranks = await services.rankTenants(caller, { tenantIds: waiting.map(({ tenantId }) => tenantId), isNewRound: after === undefined });
  let [first, next]: (Waiting | undefined)[] = [];
  for (const row of waiting) {
    const { tenantId, name } = row;
    const { kind, score } = ranks.get(tenantId) ?? { kind: 'unmatched', score: 0 };
    const place: ReviewPlace = { kind, score, name, tenantId };
    if (!first || comparePlaces(place, first.place) < 0) first = { row, place };
    if (after && comparePlaces(place, after) > 0 && (!next || comparePlaces(place, next.place) < 0)) next = { row, place };
  }
  return next ?? first;
}

/** What auto-map matched, then what needs review, then the rest; each the surest first, so that what resembles nothing is last. */
export function comparePlaces(a: ReviewPlace, b: ReviewPlace): number {
  return kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.score - a.score || a.name.localeCompare(b.name) || a.tenantId.localeCompare(b.tenantId);
}
