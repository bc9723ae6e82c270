import { groupBy } from '../../domain/groupBy.js';
import type { ChangeSetHead } from '../../domain/mapping.js';
import { requireOrgId, requireOrgVersion, requirePageLimit, requireUnitKey } from '../argumentChecks.js';
import { headText } from '../chainHash.js';
import type { MappingStore } from '../ports.js';
import { verifyHistory, type StoredChangeSet, type StoredEntry } from '../verifyHistory.js';
import type { EntryRow, StoredHeadRow } from './protocol.js';
import { toKey, toUnit, toUnitHistoryEntry } from './rowsToDomain.js';
import { mapRows } from './sliceRows.js';
import type { WorkerClient } from './workerClient.js';

const enoughEntries = 5_000;

/** The part of MappingStore that looks back. */
export function sqliteHistory(client: WorkerClient): Pick<MappingStore, 'listUnitHistory' | 'unitsAt' | 'verifyHistory'> {
  return {
    async listUnitHistory(orgId, unitKey, { limit, beforeVersion }) {
      requireOrgId(orgId);
      requireUnitKey(unitKey);
      requirePageLimit(limit);
      const { tenantId, psaConnectionId } = unitKey;
      return mapRows((await client.call('listUnitHistory', { orgId, tenantId, psaConnectionId, limit, beforeVersion: beforeVersion ?? null })).rows, toUnitHistoryEntry);
    },
    async unitsAt(orgId, orgVersion) {
      requireOrgId(orgId);
      const { value, rows } = await client.call('unitsAt', { orgId, orgVersion });
      requireOrgVersion(orgVersion, value);
      return mapRows(rows, toUnit);
    },
    async verifyHistory(orgId) {
      requireOrgId(orgId);
      return verifyHistory(orgId, {
        async readAfter(afterVersion) {
          const { value, rows } = await client.call('readStored', { orgId, afterVersion, enoughEntries });
          const entriesOf = groupBy(await mapRows(rows, toStoredEntry), ({ orgVersion }) => orgVersion);
          return value.map((head) => toStored(head, entriesOf.get(head[0]) ?? []));
        },
        async readUnits() {
          const { value, rows } = await client.call('listUnits', { orgId });
          return { orgVersion: value, units: await mapRows(rows, ([tenantId, psaConnectionId, version, links]) => ({ key: toKey(tenantId, psaConnectionId), version, links })), flaw: null };
        },
      });
    },
  };
}

type ReadEntry = StoredEntry & { readonly orgVersion: number; readonly isWhole: boolean };

function toStoredEntry([orgVersion, tenantId, psaConnectionId, versionBefore, linksBefore, versionAfter, linksAfter]: EntryRow): ReadEntry {
  const [before, after] = [{ version: versionBefore, links: linksBefore }, { version: versionAfter, links: linksAfter }];
  // The seal alone does not tell when a text runs over into its neighbour.
  const isWhole = [before, after].every(({ version, links }) => Number.isInteger(version) && Array.isArray(parse(links)));
  return { orgVersion, isWhole, key: toKey(tenantId, psaConnectionId), before, after };
}

function toStored([orgVersion, changeSetId, head, chainHash, idempotencyKey, requestHash]: StoredHeadRow, entries: readonly ReadEntry[]): StoredChangeSet {
  return { orgVersion, changeSetId, chainHash, head, entries, flaw: entries.every(({ isWhole }) => isWhole) ? headFlaw(head, idempotencyKey, requestHash) : 'One of its entries is damaged.' };
}

/** Columns repeat parts of the head. */
function headFlaw(head: string, idempotencyKey: string, requestHash: string): string | null {
  const parsed = parse(head) as ChangeSetHead | undefined;
  if (!parsed || head !== rewritten(parsed)) return 'Its head is not as it was written.';
  return parsed.idempotencyKey === idempotencyKey && parsed.requestHash === requestHash ? null : 'Its key is not the one it was saved under.';
}

function rewritten(head: ChangeSetHead): string | undefined {
  try {
    return headText(head);
  } catch {
    // A part that the head must have is missing.
    return undefined;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
