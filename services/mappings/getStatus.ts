import type { Caller } from '../domain/organization.js';
import type { SourceLists } from '../sync/sourceLists.js';
import type { MappingPorts } from './mappingPorts.js';
import { suggestMappings, type SuggestionCounts } from './suggestMappings.js';

/** How far the mapping is. `waiting` are tenants without a company, by what auto-map would say of them. */
export type MappingStatus = {
  tenants: number;
  linked: number;
  waiting: SuggestionCounts;
  /** End of the latest complete pull of any source; null when there was none. */
  lastSyncAt: string | null;
};

/** Counts for people who ask in chat. Remembers what it counted until a list or a mapping changes. */
export function getStatus(ports: MappingPorts) {
  const { clock, drafts, sourceLists, store } = ports;
  const suggest = suggestMappings(ports);
  let counted: { readonly lists: SourceLists; readonly linked: string; readonly waiting: Promise<SuggestionCounts> } | undefined;
  return async (caller: Pick<Caller, 'orgId'>): Promise<MappingStatus> => {
    const [lists, units, draft] = await Promise.all([sourceLists.read(caller.orgId), store.mappings.listUnits(caller.orgId), drafts.read(caller.orgId)]);
    const linkedIds = new Set(units.filter((unit) => unit.links.length > 0).map((unit) => unit.tenantId));
    const linked = lists.tenants.filter((tenant) => linkedIds.has(tenant.tenantId));
    // An ignoring may run out with the day.
    const linkedText = [clock.now().toISOString().slice(0, 10), draft.version, ...linked.map((tenant) => tenant.tenantId)].join();
    if (counted?.lists !== lists || counted.linked !== linkedText) {
      const entry = { lists, linked: linkedText, waiting: suggest(caller, {}, { onSuggestions: () => undefined }) };
      counted = entry;
      // A failed count must not be remembered; its caller is told below.
      entry.waiting.catch(() => counted === entry && (counted = undefined));
    }
    const completed = lists.runs.filter((run) => run.outcome === 'complete').map((run) => run.endedAt);
    return { tenants: lists.tenants.length, linked: linked.length, waiting: await counted.waiting, lastSyncAt: completed.sort().at(-1) ?? null };
  };
}
