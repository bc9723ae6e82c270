import type { Company } from '../../domain/company.js';
import type { OrgId } from '../../domain/ids.js';
import { sourceRefText, type HeldBack, type SyncRun } from '../../domain/sync.js';
import type { AccountTenant } from '../../domain/tenant.js';
import { requireComplete, requireOrgId, requireRowsOf } from '../argumentChecks.js';
import type { Fence, SourceStore } from '../ports.js';
import type { SourceRow, SourceTable } from './protocol.js';
import { mapRows } from './sliceRows.js';
import type { WorkerClient } from './workerClient.js';

export function sqliteSources(client: WorkerClient): SourceStore {
  async function record<Row>(orgId: OrgId, table: SourceTable, run: SyncRun, rows: readonly Row[], idOf: (row: Row) => string, fence: Fence | undefined, gone: readonly string[] | null = null, heldBack: readonly HeldBack[] = []): Promise<void> {
    requireOrgId(orgId);
    const { source, outcome } = run;
    const sourceId = source.kind === 'partner-account' ? source.partnerAccountId : source.psaConnectionId;
    await client.call('recordRows', { orgId, table, source: sourceRefText(source), sourceId, outcome, gone, heldBack: heldBack.map((row) => [row.companyId, JSON.stringify(row)]), run: JSON.stringify(run), fence: fence ?? null }, { rows: sourceRows(rows, idOf) });
  }
  async function list<Row>(orgId: OrgId, table: SourceTable): Promise<Row[]> {
    requireOrgId(orgId);
    const { rows } = await client.call('listRows', { orgId, table });
    return mapRows(rows, (row) => JSON.parse(row) as Row);
  }

  return {
    async recordTenants(orgId, run, tenants, fence) {
      requireRowsOf(run, tenants, ({ partnerAccountId }) => ({ kind: 'partner-account', partnerAccountId }), 'partner-account');
      await record(orgId, 'tenants', run, tenants, ({ tenantId }) => tenantId, fence);
    },
    async recordCompanies(orgId, run, companies, fence, heldBack = []) {
      requireRowsOf(run, companies, ({ psaConnectionId }) => ({ kind: 'psa-connection', psaConnectionId }), 'psa-connection');
      requireRowsOf(run, heldBack, ({ psaConnectionId }) => ({ kind: 'psa-connection', psaConnectionId }), 'psa-connection');
      await record(orgId, 'companies', run, companies, ({ companyId }) => companyId, fence, null, heldBack);
    },
    async applyCompanyChanges(orgId, run, { changed, gone }, fence) {
      requireComplete(run);
      requireRowsOf(run, changed, ({ psaConnectionId }) => ({ kind: 'psa-connection', psaConnectionId }), 'psa-connection');
      await record(orgId, 'companies', run, changed, ({ companyId }) => companyId, fence, gone);
    },
    listTenants: (orgId) => list<AccountTenant>(orgId, 'tenants'),
    listCompanies: (orgId) => list<Company>(orgId, 'companies'),
    listHeldBack: (orgId) => list<HeldBack>(orgId, 'held_back'),
    async listRuns(orgId) {
      requireOrgId(orgId);
      return (await client.call('listRuns', { orgId })).value.map((run) => JSON.parse(run) as SyncRun);
    },
  };
}

function* sourceRows<Row>(rows: readonly Row[], idOf: (row: Row) => string): Generator<SourceRow> {
  for (const row of rows) yield [idOf(row), JSON.stringify(row)];
}
