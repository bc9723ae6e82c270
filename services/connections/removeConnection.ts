import type { ChangeSetId, OrgId } from '../domain/ids.js';
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
import { countLinks, unitsOf, unlinkSource } from './unlinkSource.js';

/** What a removal would do: `rowCount` tenants or companies leave the lists, `linkCount` saved links lose their other side. */
export type RemovalPreview = { version: number; name: string; rows: 'tenants' | 'companies'; rowCount: number; linkCount: number };
/** `unlink`: its links are removed as well, so many as the person saw; null: they stay. */
export type RemoveRequest = { readonly source: SourceRef; readonly seenVersion: number; readonly unlink: number | null };
/** `changeSetId`: the save that removed the links, which can be undone; null: there was none. */
export type RemoveResult = { changeSetId: ChangeSetId | null };

/** Says beforehand what a removal takes away. */
export function previewRemoval(ports: ConnectionPorts) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, source: SourceRef): Promise<RemovalPreview> => {
    const { version, name } = await findStored(ports, orgId, source);
    const [lists, units] = await Promise.all([ports.sourceLists.read(orgId), ports.store.mappings.listUnits(orgId)]);
    const linkCount = countLinks(unitsOf(source, lists, units));
    if (source.kind === 'psa-connection') return { version, name, rows: 'companies', rowCount: lists.companies.filter(({ psaConnectionId }) => psaConnectionId === source.psaConnectionId).length, linkCount };
    // A tenant that another account lists as well stays.
    const leaving = lists.tenants.filter(({ sources }) => sources.every(({ partnerAccountId }) => partnerAccountId === source.partnerAccountId));
    return { version, name, rows: 'tenants', rowCount: leaving.length, linkCount };
  };
}

/** Its rows, its secrets and its file go; the history and the log stay, and so do saved links unless they shall go first, in a save of their own. */
export function removeConnection(ports: ConnectionPorts) {
  return async (caller: Caller, { source, seenVersion, unlink }: RemoveRequest): Promise<RemoveResult> => {
    const { orgId } = caller;
    const existing = await findStored(ports, orgId, source);
    requireSeen(existing, seenVersion);
    const { store, clock, logger, syncMonitor, vault } = ports;
    await syncMonitor.cancel(orgId, source, new AppError('cancelled', 'the connection is being removed', { sentence: `${caller.person.name} removed this connection.`, facts: [{ code: 'removed-by', person: caller.person.name }] }));
    // Under the lease of its pulls, so that none of another process puts the rows back. A crash in between leaves an empty list, which the next pull fills.
    const changeSetId = await withLease({ leases: store.leases, clock, logger }, { orgId, lease: leaseOf(source), signal: AbortSignal.timeout(patienceMs) }, async ({ fence }) => {
      // First, while the lists still tell whose tenants they are; on its own it does no harm.
      const unlinked = unlink === null ? null : await unlinkSource(ports, caller, { source, name: existing.name, version: existing.version, seenLinks: unlink });
      await forgetRows(ports, orgId, source, fence);
      await appendVersion(ports, caller, { ...existing, version: existing.version + 1, secrets: {}, file: undefined, isRemoved: true, change: changeBy(ports, caller, { kind: 'removed', ...(unlinked !== null && { details: `With its ${unlink === 1 ? 'link' : `${unlink} links`}` }) }) });
      return unlinked;
    });
    await vault.remove(orgId, Object.values(existing.secrets).map(({ secretId }) => secretId));
    await discardFile(ports, orgId, existing);
    return { changeSetId };
  };
}

const patienceMs = 45_000;

async function forgetRows({ store, clock }: ConnectionPorts, orgId: OrgId, source: SourceRef, fence: Fence): Promise<void> {
  const at = clock.now().toISOString();
  const run: SyncRun = { source, startedAt: at, endedAt: at, outcome: 'complete', received: 0, expected: 0, why: '' };
  if (source.kind === 'partner-account') await store.sources.recordTenants(orgId, run, [], fence);
  else await store.sources.recordCompanies(orgId, run, [], fence);
}
