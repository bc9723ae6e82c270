import type { OrgId } from '../../domain/ids.js';
import type { Caller } from '../../domain/organization.js';
import type { MappingPorts } from '../mappingPorts.js';
import { toHistoryEntry, type HistoryEntry } from './historyEntry.js';

export type HistoryQuery = { readonly limit: number; /** An `orgVersion`; pages on. */ readonly beforeVersion?: number | undefined };
export type HistoryList = { entries: HistoryEntry[]; hasMore: boolean };

const maxRemembered = 5_000;

/** The organization's saves, newest first. A save may have thousands of rows, so each is read once and by itself; what was told of it never changes. */
export function listHistory({ store }: Pick<MappingPorts, 'store'>) {
  const remembered = new Map<string, HistoryEntry>();

  async function entryBefore(orgId: OrgId, beforeVersion: number | undefined): Promise<HistoryEntry | undefined> {
    const known = beforeVersion === undefined ? undefined : remembered.get(`${orgId}\n${beforeVersion - 1}`);
    if (known) return known;
    const [changeSet] = await store.mappings.listChangeSets(orgId, { limit: 1, beforeVersion });
    if (!changeSet) return undefined;
    const entry = toHistoryEntry(changeSet);
    remembered.set(`${orgId}\n${entry.orgVersion}`, entry);
    const [oldest] = remembered.keys();
    if (remembered.size > maxRemembered && oldest !== undefined) remembered.delete(oldest);
    return entry;
  }

  return async ({ orgId }: Pick<Caller, 'orgId'>, { limit, beforeVersion }: HistoryQuery): Promise<HistoryList> => {
    const entries: HistoryEntry[] = [];
    let next = beforeVersion;
    while (entries.length < limit && next !== 1) {
      const entry = await entryBefore(orgId, next);
      if (!entry) break;
      entries.push(entry);
      next = entry.orgVersion;
    }
    return { entries, hasMore: (entries.at(-1)?.orgVersion ?? 1) > 1 };
  };
}
