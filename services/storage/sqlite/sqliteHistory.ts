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
          const rowsOf = groupBy(rows, ([orgVersion]) => orgVersion);
          return value.map((head) => toStored(head, rowsOf.get(head[0]) ?? []));
        },
        async readUnits() {
          const { value, rows } = await client.call('listUnits', { orgId });
          return { orgVersion: value, units: await mapRows(rows, ([tenantId, psaConnectionId, version, links]) => ({ key: toKey(tenantId, psaConnectionId), version, links })), flaw: null };
        },
      });
    },
  };
}

function toStored([orgVersion, changeSetId, head, chainHash, idempotencyKey, requestHash]: StoredHeadRow, rows: readonly EntryRow[]): StoredChangeSet {
  const entries = rows.map(
    ([, tenantId, psaConnectionId, versionBefore, linksBefore, versionAfter, linksAfter]): StoredEntry => ({
      key: toKey(tenantId, psaConnectionId),
      before: { version: versionBefore, links: linksBefore },
      after: { version: versionAfter, links: linksAfter },
    }),
  );
  return { orgVersion, changeSetId, chainHash, head, entries, flaw: flawOf(head, idempotencyKey, requestHash, entries) };
}

/** What the seal itself does not tell: columns that repeat the head, and texts that run over into their neighbours. */
function flawOf(head: string, idempotencyKey: string, requestHash: string, entries: readonly StoredEntry[]): string | null {
  const parsed = parse(head) as ChangeSetHead | undefined;
  if (!parsed || head !== rewritten(parsed)) return 'Its head is not as it was written.';
  if (parsed.idempotencyKey !== idempotencyKey || parsed.requestHash !== requestHash) return 'Its key is not the one it was saved under.';
  const areWhole = entries.every(({ before, after }) => [before, after].every(({ version, links }) => Number.isInteger(version) && Array.isArray(parse(links))));
  return areWhole ? null : 'One of its entries is damaged.';
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
