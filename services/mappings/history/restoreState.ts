import { unitKeyText, type CompanyLink, type MappingUnit, type UnitChange } from '../../domain/mapping.js';
import type { OrgId } from '../../domain/ids.js';
import type { Caller } from '../../domain/organization.js';
import { AppError } from '../../runtime/errors.js';
import type { Store } from '../../storage/ports.js';
import { changeSetHead, hashRequest } from '../changeSetHead.js';
import { settleDraft } from '../draft/settleDraft.js';
import type { MappingPorts } from '../mappingPorts.js';
import { summarizeChangeSet, summarizeEntries, type ChangeCounts, type SaveSummary } from '../saveSummary.js';
import { changePresenter, type ChangedRow } from './presentRows.js';

/** What a restore would do. `seenVersion` goes back with the restore, so that it does what was shown and nothing else. */
export type RestorePreview = { orgVersion: number; seenVersion: number; counts: ChangeCounts; rows: ChangedRow[]; total: number };
export type RestoreRequest = { readonly orgVersion: number; readonly seenVersion: number; readonly idempotencyKey: string; readonly reason: string };
export type RestoreResult = { kind: 'restored'; summary: SaveSummary; isRepeat: boolean } | { kind: 'unchanged' } | { kind: 'outdated'; sentence: string };

type Page = { readonly offset: number; readonly limit: number };
const tries = 10;
const outdated: RestoreResult = { kind: 'outdated', sentence: 'Somebody saved since you looked at the preview, so nothing was restored. Please look at it again.' };

/** What would change if the links became again what they were after save number `orgVersion` (0: before the first). AppError `not-found`. */
export function previewRestore({ connections, sourceLists, store }: MappingPorts) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, orgVersion: number, { offset, limit }: Page): Promise<RestorePreview> => {
    const { seenVersion, changes } = await findDifferences(store, orgId, orgVersion);
    const [sources, lists] = await Promise.all([connections.connectionsOf(orgId), sourceLists.read(orgId)]);
    const rows = changes.map(changePresenter({ sources, lists })).sort((a, b) => a.tenantName.localeCompare(b.tenantName) || a.tenantId.localeCompare(b.tenantId));
    const counts = summarizeEntries(changes.map(({ before, after }) => ({ before: { links: before }, after: { links: after } })));
    return { orgVersion, seenVersion, counts, rows: rows.slice(offset, offset + limit), total: rows.length };
  };
}

/** Brings a past moment's links back, exactly, as a save of its own. Saves nothing when somebody saved since the preview. */
export function restoreState(ports: MappingPorts) {
  const { clock, store } = ports;
  const settle = settleDraft(ports);
  return async (caller: Caller, { orgVersion, seenVersion, idempotencyKey, reason }: RestoreRequest): Promise<RestoreResult> => {
    const { orgId } = caller;
    const requestHash = hashRequest(`restore ${orgVersion} ${seenVersion}`);
    const earlier = await store.mappings.findChangeSetByKey(orgId, idempotencyKey);
    if (earlier && earlier.requestHash !== requestHash) throw new AppError('key-reused', 'the idempotency key belongs to another request');
    if (earlier) return { kind: 'restored', summary: summarizeChangeSet(earlier), isRepeat: true };
    const differences = await findDifferences(store, orgId, orgVersion);
    if (differences.seenVersion !== seenVersion) return outdated;
    if (differences.changes.length === 0) return { kind: 'unchanged' };
    const changes = differences.changes.map(({ tenantId, psaConnectionId, version, after }): UnitChange => ({ tenantId, psaConnectionId, baseVersion: version, links: after }));
    const outcome = await store.mappings.commit(orgId, { ...changeSetHead(caller, { idempotencyKey, requestHash, at: clock.now().toISOString(), reason }), changes });
    switch (outcome.kind) {
      case 'saved':
        await settle(orgId, changes.map(({ tenantId }) => tenantId));
        return { kind: 'restored', summary: summarizeChangeSet(outcome.changeSet), isRepeat: outcome.isRepeat };
      case 'conflict':
        return outdated;
      case 'key-reused':
        throw new AppError('key-reused', 'the idempotency key belongs to another request');
    }
  };
}

type Difference = Pick<MappingUnit, 'tenantId' | 'psaConnectionId' | 'version'> & { readonly before: readonly CompanyLink[]; readonly after: readonly CompanyLink[] };

/** Now against then. The number of the newest save is read on both sides of the units, so that both are of one moment. */
async function findDifferences({ mappings }: Store, orgId: OrgId, orgVersion: number): Promise<{ seenVersion: number; changes: Difference[] }> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const seenVersion = await mappings.newestVersion(orgId);
    if (orgVersion > seenVersion) throw new AppError('not-found', `no save number ${orgVersion}`, { sentence: `There is no save number ${orgVersion} in the history.`, facts: [{ code: 'save-unknown', orgVersion }] });
    const [then, now] = await Promise.all([mappings.unitsAt(orgId, orgVersion), mappings.listUnits(orgId)]);
    if ((await mappings.newestVersion(orgId)) !== seenVersion) continue;
    const linksThen = new Map(then.map((unit) => [unitKeyText(unit), unit.links]));
    const changes = now.flatMap(({ tenantId, psaConnectionId, version, links }): Difference[] => {
      const after = linksThen.get(unitKeyText({ tenantId, psaConnectionId })) ?? [];
      return JSON.stringify(after) === JSON.stringify(links) ? [] : [{ tenantId, psaConnectionId, version, before: links, after }];
    });
    return { seenVersion, changes };
  }
  throw new AppError('storage-unavailable', 'others saved again and again meanwhile', { isRetryable: true });
}
