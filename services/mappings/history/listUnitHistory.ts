import type { UnitKey } from '../../domain/mapping.js';
import type { Caller } from '../../domain/organization.js';
import type { MappingPorts } from '../mappingPorts.js';
import type { HistoryEntry } from './historyEntry.js';
import type { HistoryQuery } from './listHistory.js';
import { changePresenter, type ChangedRow } from './presentRows.js';

/** What one save did to one tenant in one PSA. */
export type TimelineEntry = Pick<HistoryEntry, 'changeSetId' | 'orgVersion' | 'at' | 'actor' | 'via' | 'reason' | 'undoes'> & Pick<ChangedRow, 'before' | 'after'>;
export type Timeline = { entries: TimelineEntry[]; hasMore: boolean };

/** Everything that ever happened to a tenant's links in one PSA, newest first. */
export function listUnitHistory({ connections, sourceLists, store }: MappingPorts) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, key: UnitKey, { limit, beforeVersion }: HistoryQuery): Promise<Timeline> => {
    const found = await store.mappings.listUnitHistory(orgId, key, { limit: limit + 1, beforeVersion });
    const [sources, lists] = await Promise.all([connections.connectionsOf(orgId), sourceLists.read(orgId)]);
    const present = changePresenter({ sources, lists });
    const entries = found.slice(0, limit).map(({ changeSetId, orgVersion, at, actor, via, reason, undoes, before, after }): TimelineEntry => {
      const row = present({ ...key, before: before.links, after: after.links });
      return { changeSetId, orgVersion, at, actor, via, reason, undoes, before: row.before, after: row.after };
    });
    return { entries, hasMore: found.length > limit };
  };
}
