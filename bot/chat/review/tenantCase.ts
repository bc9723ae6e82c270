import { z } from 'zod';
import type { CompanyId, PsaConnectionId, TenantId } from '../../../services/domain/ids.js';
import type { Doubt } from '../../../services/domain/match.js';
import type { CandidateView, DraftRowView, TenantRow } from '../../../services/index.js';
import type { ChatTools, Turn } from '../chatTools.js';
import { reviewPlace } from './reviewOrder.js';

/** Everything that a person needs to decide one tenant. */
export type TenantCase = { readonly row: TenantRow; readonly kind: 'matched' | 'needs-review' | 'unmatched' | 'ignored'; readonly candidates: readonly CandidateView[]; readonly doubts: readonly Doubt[]; readonly draft: DraftRowView | undefined };
/** How far the review is. */
export type Progress = { readonly left: number; readonly decidedToday: number };
export type Queue = Progress & { readonly waiting: readonly TenantRow[] };

const id = <Id>() => z.string().min(1).max(200).transform((text) => text as Id);
export const tenantIdText = id<TenantId>();
export const companyKey = z.object({ psaConnectionId: id<PsaConnectionId>(), companyId: id<CompanyId>() });

/** What the buttons of a card are about, and the versions that the person sees: all of it stays on the server. */
export const caseTask = z.object({
  kind: z.literal('case'),
  /** `review`: the next card follows a decision. The others are asked for by name. */
  purpose: z.enum(['review', 'link', 'ignore']),
  tenantId: tenantIdText,
  draftVersion: z.number(),
  units: z.array(z.object({ psaConnectionId: id<PsaConnectionId>(), version: z.number() })),
  candidates: z.array(companyKey),
  /** Of `review`: where the tenant stood. Absent where it was asked for by name. */
  place: reviewPlace.optional(),
  /** The action of the Undo button, on the card that tells the decision. */
  undoId: z.string(),
});
export type CaseTask = z.infer<typeof caseTask>;

const shownCandidates = 5;

/** Undefined: no connected account lists the tenant any more. */
export async function readCase({ services }: ChatTools, { caller }: Turn, tenantId: TenantId): Promise<TenantCase | undefined> {
  const row = (await services.listTenants(caller)).find((each) => each.tenantId === tenantId);
  if (!row) return undefined;
  const draft = (await services.listDraft(caller, { since: 0 })).rows.find((each) => each.tenantId === tenantId);
  let found: Pick<TenantCase, 'kind' | 'candidates' | 'doubts'> = { kind: 'unmatched', candidates: [], doubts: [] };
  await services.suggestMappings(caller, { tenantIds: [tenantId] }, { onSuggestions: (batch) => (found = batch[0] ?? found) });
  return { row, draft, kind: found.kind, doubts: found.doubts, candidates: found.candidates.slice(0, shownCandidates) };
}

/** The tenants without a company that nobody ignored or decided on the bulk page, by name. */
export async function readQueue({ services }: ChatTools, { caller }: Turn): Promise<Queue> {
  const [all, { rows: drafts }, decidedToday] = await Promise.all([services.listTenants(caller), services.listDraft(caller, { since: 0 }), services.countDecisions(caller)]);
  const settled = new Set(drafts.filter(({ ignored, choice }) => ignored ?? choice).map(({ tenantId }) => tenantId));
  const waiting = all.filter(({ tenantId, units }) => units.every((unit) => unit.links.length === 0) && !settled.has(tenantId));
  return { waiting, left: waiting.length, decidedToday };
}
