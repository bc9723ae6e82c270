import { sourceRefText, type SourceRef } from '../domain/sync.js';
import type { ChangeSetId } from '../domain/ids.js';
import type { MappingUnit } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import { changeSetHead, hashRequest } from '../mappings/changeSetHead.js';
import { AppError } from '../runtime/errors.js';
import type { SourceLists } from '../sync/sourceLists.js';
import type { ConnectionPorts } from './connectionPorts.js';

/** The units whose links lose their other side with the source. A tenant that another account lists as well stays. */
export function unitsOf(source: SourceRef, lists: SourceLists, units: readonly MappingUnit[]): MappingUnit[] {
  const linked = units.filter(({ links }) => links.length > 0);
  if (source.kind === 'psa-connection') return linked.filter(({ psaConnectionId }) => psaConnectionId === source.psaConnectionId);
  return linked.filter(({ tenantId }) => lists.findTenant(tenantId)?.sources.every(({ partnerAccountId }) => partnerAccountId === source.partnerAccountId) ?? false);
}

export function countLinks(units: readonly MappingUnit[]): number {
  return units.reduce((sum, { links }) => sum + links.length, 0);
}

type Wish = { readonly source: SourceRef; readonly name: string; readonly version: number; readonly seenLinks: number };

/** Takes all links of a source away in one save, which the history can undo. Null: there are none. AppError `connection-changed` when there are not as many as the person saw. */
export async function unlinkSource({ store, sourceLists, clock, logger }: ConnectionPorts, caller: Caller, { source, name, version, seenLinks }: Wish): Promise<ChangeSetId | null> {
  const { orgId } = caller;
  const [lists, all] = await Promise.all([sourceLists.read(orgId), store.mappings.listUnits(orgId)]);
  const units = unitsOf(source, lists, all);
  if (countLinks(units) !== seenLinks) throw linksChanged(source);
  if (units.length === 0) return null;
  const changes = units.map(({ tenantId, psaConnectionId, version: baseVersion }) => ({ tenantId, psaConnectionId, baseVersion, links: [] }));
  const requestHash = hashRequest(JSON.stringify([sourceRefText(source), version, changes]));
  // Undone and removed again, the units have other versions, and so it has another key.
  const head = changeSetHead(caller, { idempotencyKey: `unlink ${requestHash}`, requestHash, at: clock.now().toISOString(), reason: `"${name}" was removed from the connections.` });
  const outcome = await store.mappings.commit(orgId, { ...head, changes });
  if (outcome.kind !== 'saved') throw linksChanged(source);
  logger.info({ source, changeSetId: outcome.changeSet.changeSetId, units: units.length }, 'the links of a connection were removed');
  return outcome.changeSet.changeSetId;
}

function linksChanged(source: SourceRef): AppError {
  return new AppError('connection-changed', `the links of ${sourceRefText(source)} changed meanwhile`, { sentence: 'Somebody changed links of this connection meanwhile. Nothing was removed: please look again.', facts: [{ code: 'links-changed' }] });
}
