import type { OrgId } from '../domain/ids.js';
import type { Caller } from '../domain/organization.js';
import type { SourceRef, SyncRun } from '../domain/sync.js';
import { AppError } from '../runtime/errors.js';
import type { Fence } from '../storage/ports.js';
import { leaseOf } from '../sync/pullSource.js';
import { withLease } from '../sync/withLease.js';
import { discardFile } from './companyFile.js';
import type { ConnectionPorts } from './connectionPorts.js';
import { appendVersion, changeBy, requireSeen } from './nextVersion.js';
import { findStored } from './readDraft.js';

/** What a removal would do: `rowCount` tenants or companies leave the lists, `linkCount` saved links lose their other side but stay. */
export type RemovalPreview = { version: number; name: string; rows: 'tenants' | 'companies'; rowCount: number; linkCount: number };
export type RemoveRequest = { readonly source: SourceRef; readonly seenVersion: number };

/** Says beforehand what a removal takes away. */
export function previewRemoval(ports: ConnectionPorts) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, source: SourceRef): Promise<RemovalPreview> => {
    const { version, name } = await findStored(ports, orgId, source);
    const [lists, units] = await Promise.all([ports.sourceLists.read(orgId), ports.store.mappings.listUnits(orgId)]);
    const count = (linkedTenants: ReadonlySet<string> | undefined) =>
      units.reduce((sum, { tenantId, psaConnectionId, links }) => sum + ((linkedTenants ? linkedTenants.has(tenantId) : source.kind === 'psa-connection' && psaConnectionId === source.psaConnectionId) ? links.length : 0), 0);
    if (source.kind === 'psa-connection') return { version, name, rows: 'companies', rowCount: lists.companies.filter(({ psaConnectionId }) => psaConnectionId === source.psaConnectionId).length, linkCount: count(undefined) };
    // A tenant that another account lists as well stays.
    const leaving = lists.tenants.filter(({ sources }) => sources.every(({ partnerAccountId }) => partnerAccountId === source.partnerAccountId));
    return { version, name, rows: 'tenants', rowCount: leaving.length, linkCount: count(new Set(leaving.map(({ tenantId }) => tenantId))) };
  };
}

/** Its rows, its secrets and its file go; saved links and the history stay, and so does the log. */
export function removeConnection(ports: ConnectionPorts) {
  return async (caller: Caller, { source, seenVersion }: RemoveRequest): Promise<void> => {
    const { orgId } = caller;
    const existing = await findStored(ports, orgId, source);
    requireSeen(existing, seenVersion);
    const { store, clock, logger, syncMonitor, vault } = ports;
    await syncMonitor.cancel(orgId, source, new AppError('cancelled', 'the connection is being removed', { sentence: `${caller.person.name} removed this connection.` }));
    // Under the lease of its pulls, so that none of another process puts the rows back. A crash in between leaves an empty list, which the next pull fills.
    await withLease({ leases: store.leases, clock, logger }, { orgId, lease: leaseOf(source), signal: AbortSignal.timeout(patienceMs) }, async ({ fence }) => {
      await forgetRows(ports, orgId, source, fence);
      await appendVersion(ports, caller, { ...existing, version: existing.version + 1, secrets: {}, file: undefined, isRemoved: true, change: changeBy(ports, caller, { kind: 'removed' }) });
    });
    await vault.remove(orgId, Object.values(existing.secrets).map(({ secretId }) => secretId));
    await discardFile(ports, orgId, existing);
  };
}

const patienceMs = 45_000;

async function forgetRows({ store, clock }: ConnectionPorts, orgId: OrgId, source: SourceRef, fence: Fence): Promise<void> {
  const at = clock.now().toISOString();
  const run: SyncRun = { source, startedAt: at, endedAt: at, outcome: 'complete', received: 0, expected: 0, why: '' };
  if (source.kind === 'partner-account') await store.sources.recordTenants(orgId, run, [], fence);
  else await store.sources.recordCompanies(orgId, run, [], fence);
}
