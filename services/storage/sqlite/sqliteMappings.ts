import { randomUUID } from 'node:crypto';
import type { OrgId } from '../../domain/ids.js';
import type { AuditEntry, ChangeSet, ChangeSetRequest, CommitOutcome, UnitChange } from '../../domain/mapping.js';
import type { OnProgress } from '../../domain/progress.js';
import { otherHistory, requestOf, requireSame } from '../adoption.js';
import { distinctChanges, requireOrgId, requirePageLimit, requireUnitKey } from '../argumentChecks.js';
import { headText, linksText } from '../chainHash.js';
import type { MappingStore } from '../ports.js';
import type { ChangeRow, ConflictRow, EntryRow, FindArgs, KeyRow } from './protocol.js';
import { toChangeSet, toConflict, toEntry, toUnit } from './rowsToDomain.js';
import { mapRows } from './sliceRows.js';
import { sqliteHistory } from './sqliteHistory.js';
import type { WorkerClient } from './workerClient.js';

export function sqliteMappings(client: WorkerClient): MappingStore {
  async function find(args: FindArgs): Promise<ChangeSet[]> {
    requireOrgId(args.orgId);
    const { value, rows } = await client.call('findChangeSets', args);
    const entries = new Map<number, AuditEntry[]>(value.map(([version]) => [version, []]));
    await mapRows(rows, (row) => entries.get(row[0])?.push(toEntry(row)));
    return value.map((head) => toChangeSet(head, entries.get(head[0]) ?? []));
  }

  return {
    async newestVersion(orgId) {
      requireOrgId(orgId);
      return (await client.call('newestVersion', { orgId })).value;
    },
    async listUnits(orgId) {
      requireOrgId(orgId);
      return mapRows((await client.call('listUnits', { orgId })).rows, toUnit);
    },
    async readUnits(orgId, keys) {
      requireOrgId(orgId);
      keys.forEach(requireUnitKey);
      return mapRows((await client.call('readUnits', { orgId }, { rows: keys.map(({ tenantId, psaConnectionId }): KeyRow => [tenantId, psaConnectionId]) })).rows, toUnit);
    },
    commit: (orgId, request, onProgress) => commit(client, orgId, request, { onProgress }),
    async adopt(orgId, changeSet) {
      const outcome = await commit(client, orgId, requestOf(changeSet), { adopted: changeSet });
      if (outcome.kind === 'conflict') throw otherHistory(changeSet.orgVersion);
      requireSame(changeSet, outcome.changeSet);
    },
    findChangeSet: async (orgId, changeSetId) => (await find({ orgId, by: 'id', text: changeSetId }))[0],
    findChangeSetByKey: async (orgId, idempotencyKey) => (await find({ orgId, by: 'key', text: idempotencyKey }))[0],
    async listChangeSets(orgId, { limit, beforeVersion }) {
      requirePageLimit(limit);
      return find({ orgId, by: 'page', limit, beforeVersion: beforeVersion ?? null });
    },
    ...sqliteHistory(client),
  };
}

async function commit(client: WorkerClient, orgId: OrgId, request: ChangeSetRequest, { onProgress, adopted }: { readonly onProgress?: OnProgress | undefined; readonly adopted?: ChangeSet }): Promise<CommitOutcome> {
  requireOrgId(orgId);
  const { idempotencyKey, requestHash } = request;
  const expected = adopted ? { orgVersion: adopted.orgVersion, changeSetId: adopted.changeSetId, chainHash: adopted.chainHash } : null;
  const args = { orgId, changeSetId: adopted?.changeSetId ?? randomUUID(), idempotencyKey, requestHash, head: headText(request), adopted: expected };
  const { value, rows } = await client.call('commit', args, { rows: changeRows(distinctChanges(request)), onProgress });
  if (value.head === null) return { kind: 'conflict', conflicts: await mapRows(rows as readonly ConflictRow[], toConflict) };
  const changeSet = toChangeSet(value.head, await mapRows(rows as readonly EntryRow[], toEntry));
  if (value.kind !== 'saved') return { kind: 'key-reused', changeSet };
  return { kind: 'saved', changeSet, isRepeat: value.isRepeat };
}

function* changeRows(changes: Iterable<UnitChange>): Generator<ChangeRow> {
  for (const { tenantId, psaConnectionId, baseVersion, links } of changes) yield [tenantId, psaConnectionId, baseVersion, linksText(links)];
}
