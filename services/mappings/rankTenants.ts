import type { OrgId, TenantId } from '../domain/ids.js';
import type { Caller } from '../domain/organization.js';
import type { SourceLists } from '../sync/sourceLists.js';
import type { MappingPorts } from './mappingPorts.js';
import { suggestMappings, type Suggestion } from './suggestMappings.js';

/** How sure auto-map was of one tenant. `score`: of its best candidate, 0-1; 0 for none. */
export type TenantRank = { readonly kind: 'matched' | 'needs-review' | 'unmatched'; readonly score: number };

export type RankRequest = {
  readonly tenantIds: readonly TenantId[];
  /** Those that somebody decided something of since are looked at again; else every rank stays what it was. */
  readonly isNewRound: boolean;
};

type Ranking = { readonly lists: SourceLists; readonly ranks: Map<TenantId, TenantRank & { readonly draftVersion: number }>; lastWork: Promise<void> };

/**
 * How sure auto-map is of each of these tenants, for putting the surest first. What it said is remembered until a list changes: the first
 * call costs one run over all of them, every later one only what is new. So an order does not move under people who decide.
 */
export function rankTenants(ports: MappingPorts) {
  const suggest = suggestMappings(ports);
  const rankings = new Map<OrgId, Ranking>();

  async function addMissing({ ranks }: Ranking, caller: Pick<Caller, 'orgId'>, { tenantIds, isNewRound }: RankRequest): Promise<void> {
    const { rows } = await ports.drafts.read(caller.orgId);
    const draftVersionOf = (tenantId: TenantId) => rows.get(tenantId)?.version ?? 0;
    const missing = tenantIds.filter((tenantId) => {
      const known = ranks.get(tenantId);
      return !known || (isNewRound && known.draftVersion !== draftVersionOf(tenantId));
    });
    if (missing.length === 0) return;
    await suggest(caller, { tenantIds: missing }, { onSuggestions: (batch) => batch.forEach((suggestion) => ranks.set(suggestion.tenantId, { ...rankOf(suggestion), draftVersion: draftVersionOf(suggestion.tenantId) })) });
  }

  return async (caller: Pick<Caller, 'orgId'>, request: RankRequest): Promise<ReadonlyMap<TenantId, TenantRank>> => {
    const { orgId } = caller;
    const lists = await ports.sourceLists.read(orgId);
    const known = rankings.get(orgId);
    const ranking: Ranking = known?.lists === lists ? known : { lists, ranks: new Map(), lastWork: Promise.resolve() };
    rankings.set(orgId, ranking);
    // One after the other: of two people who start at once, the second finds the work done.
    const work = ranking.lastWork.then(() => addMissing(ranking, caller, request));
    ranking.lastWork = work.catch(() => undefined);
    await work;
    return ranking.ranks;
  };
}

function rankOf({ kind, candidates: [best] }: Suggestion): TenantRank {
  return kind === 'ignored' || !best ? { kind: 'unmatched', score: 0 } : { kind, score: best.confidence.score };
}
