import { emptyDraft, type TenantDraft } from '../../domain/draft.js';
import type { TenantId } from '../../domain/ids.js';
import { requireDistinctTenants, requireOrgId } from '../argumentChecks.js';
import type { DraftStore, DraftWrite } from '../ports.js';
import type { DraftRow } from './protocol.js';
import { mapRows } from './sliceRows.js';
import type { WorkerClient } from './workerClient.js';

export function sqliteDrafts(client: WorkerClient): DraftStore {
  return {
    async read(orgId, since) {
      requireOrgId(orgId);
      const { value, rows } = await client.call('readDraft', { orgId, since });
      return { version: value, rows: await mapRows(rows, toDraft) };
    },
    async write(orgId, writes) {
      requireOrgId(orgId);
      requireDistinctTenants(writes);
      const { value, rows } = await client.call('writeDraft', { orgId }, { rows: draftRows(writes) });
      return { version: value, conflicts: await mapRows(rows, toDraft) };
    },
  };
}

function* draftRows(writes: readonly DraftWrite[]): Generator<DraftRow> {
  for (const { baseVersion, row } of writes) yield [row.tenantId, baseVersion, JSON.stringify(row)];
}

/** '' stands for a row that was never written. */
function toDraft([tenantId, version, row]: DraftRow): TenantDraft {
  if (row === '') return emptyDraft(tenantId as TenantId);
  // Written by `draftRows` above.
  return { ...(JSON.parse(row) as Omit<TenantDraft, 'version'>), version };
}
