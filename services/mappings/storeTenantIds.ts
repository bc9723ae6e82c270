import type { ConnectedPsa } from '../connections/connectionDirectory.js';
import { groupBy } from '../domain/groupBy.js';
import type { ChangeSetId, CompanyId, PsaConnectionId, TenantId } from '../domain/ids.js';
import { unitKeyText, type ChangeSet, type MappingUnit } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import type { Remark } from '../domain/remark.js';
import type { RunOptions } from '../domain/progress.js';
import type { TenantIdWriter } from '../psa/psaAdapter.js';
import { AppError, toAppError } from '../runtime/errors.js';
import type { Logger } from '../runtime/logger.js';
import { withLease } from '../sync/withLease.js';
import { changeSetHead, hashRequest } from './changeSetHead.js';
import { findChangeSet } from './history/getChangeSet.js';
import type { MappingPorts } from './mappingPorts.js';

/** What became of one link. `sentence`: why it was refused; '' otherwise. */
export type StoredTenantId = Remark & { tenantId: TenantId; psaConnectionId: PsaConnectionId; psaName: string; companyId: CompanyId; tenantName: string; companyName: string; outcome: 'stored' | 'already-there' | 'refused' };
export type StoreCounts = { stored: number; alreadyThere: number; refused: number };
type Options = RunOptions & { readonly onRow?: ((row: StoredTenantId) => void) | undefined };

/**
 * Writes the tenant ids of the links that a save made into the PSAs' companies, where a connection names a field for them. One run of an
 * organization at a time; what is there already stays, so it may be repeated. Rejects when cancelled: what was written until then stays.
 */
export function storeTenantIds(ports: MappingPorts) {
  const { clock, connections, logger, store } = ports;
  return async (caller: Caller, { changeSetId }: { readonly changeSetId: ChangeSetId }, { signal, onProgress, onRow }: Options = {}): Promise<StoreCounts> => {
    const { orgId } = caller;
    const [changeSet, sources, units] = await Promise.all([findChangeSet(store, orgId, changeSetId), connections.connectionsOf(orgId), store.mappings.listUnits(orgId)]);
    const links = newLinks(changeSet, units);
    const works = sources.psaConnections.flatMap((psa) => workOf(psa, links));
    if (works.length === 0) throw new AppError('bad-request', 'no PSA of the save takes tenant ids', { sentence: 'No PSA of this save has a field for tenant ids. Name one in the settings of the connection.', facts: [{ code: 'no-tenant-id-field' }] });
    const total = works.reduce((sum, work) => sum + work.links.length, 0);
    const counts: StoreCounts = { stored: 0, alreadyThere: 0, refused: 0 };
    const written = new Map<string, number>();
    const tell = (row: StoredTenantId) => {
      counts[row.outcome === 'already-there' ? 'alreadyThere' : row.outcome] += 1;
      if (row.outcome === 'stored') written.set(row.psaName, (written.get(row.psaName) ?? 0) + 1);
      onRow?.(row);
      onProgress?.(counts.stored + counts.alreadyThere + counts.refused, total);
    };
    onProgress?.(0, total);
    try {
      await withLease({ leases: store.leases, clock, logger }, { orgId, lease: 'store tenant ids', signal }, async (turn) => {
        await Promise.all(works.map((work) => storeOf(work, { signal: turn.signal, logger }, tell)));
      });
    } finally {
      if (counts.stored > 0) await note(ports, caller, changeSet, written);
      logger.info({ orgId, userId: caller.person.userId, changeSetId, ...counts }, 'tenant ids stored');
    }
    return counts;
  };
}

type Outcome = Pick<StoredTenantId, 'outcome' | 'sentence' | 'facts'>;
type NewLink = Omit<StoredTenantId, 'psaName' | keyof Outcome>;
type Work = { readonly psaName: string; readonly writer: TenantIdWriter; readonly links: readonly NewLink[] };

/** Those that are still there. */
function newLinks({ entries }: ChangeSet, units: readonly MappingUnit[]): NewLink[] {
  const now = new Map(units.map((unit) => [unitKeyText(unit), unit.links]));
  return entries.flatMap(({ tenantId, psaConnectionId, before, after }) => {
    const isNow = (companyId: CompanyId) => now.get(unitKeyText({ tenantId, psaConnectionId }))?.some((link) => link.companyId === companyId) ?? false;
    const isNew = (companyId: CompanyId) => !before.links.some((link) => link.companyId === companyId);
    return after.links.flatMap(({ companyId, tenantNameThen: tenantName, companyNameThen: companyName }) => (isNew(companyId) && isNow(companyId) ? [{ tenantId, psaConnectionId, companyId, tenantName, companyName }] : []));
  });
}

function workOf({ psaConnectionId, name: psaName, isPaused, adapter: { tenantIdWriter: writer } }: ConnectedPsa, links: readonly NewLink[]): Work[] {
  const own = links.filter((link) => link.psaConnectionId === psaConnectionId);
  return writer && !isPaused && own.length > 0 ? [{ psaName, writer, links: own }] : [];
}

const companiesAtOnce = 2;

/** The links of one company one after another, since each adds to the same field. Once the PSA as a whole refuses, the rest is not tried. */
async function storeOf({ psaName, writer, links }: Work, { signal, logger }: { readonly signal: AbortSignal; readonly logger: Logger }, tell: (row: StoredTenantId) => void): Promise<void> {
  const companies = [...groupBy(links, ({ companyId }) => companyId).values()];
  let refusal: AppError | undefined;

  async function storeOne({ companyId, tenantId }: NewLink): Promise<Outcome> {
    signal.throwIfAborted();
    if (refusal) return { outcome: 'refused', sentence: refusal.sentence, facts: refusal.facts };
    try {
      return { outcome: await writer.storeTenantId(companyId, tenantId, { signal }), sentence: '' };
    } catch (thrown) {
      signal.throwIfAborted();
      const error = toAppError(thrown);
      if (error.code === 'internal') logger.error({ err: error }, 'a tenant id could not be stored');
      if (isOfWholePsa(error)) refusal = error;
      return { outcome: 'refused', sentence: error.sentence, facts: error.facts };
    }
  }
  async function work(): Promise<void> {
    for (let own = companies.shift(); own; own = companies.shift()) for (const link of own) tell({ ...link, psaName, ...(await storeOne(link)) });
  }
  await Promise.all(Array.from({ length: companiesAtOnce }, work));
}

/** `bad-request`, `not-found` and `source-odd-answer` are about one company. */
function isOfWholePsa({ code }: AppError): boolean {
  return code !== 'bad-request' && code !== 'not-found' && code !== 'source-odd-answer';
}

/** Who wrote to the PSAs stands in the history, as a save that changes no link. */
async function note({ clock, store }: MappingPorts, caller: Caller, { changeSetId, orgVersion }: ChangeSet, written: ReadonlyMap<string, number>): Promise<void> {
  const reason = `Stored ${[...written].map(([psaName, count]) => `${count} tenant ${count === 1 ? 'id' : 'ids'} in ${psaName}`).join(', ')}, for save ${orgVersion}`;
  const key = `tenant-ids:${changeSetId}:${caller.requestId}`;
  await store.mappings.commit(caller.orgId, { ...changeSetHead(caller, { idempotencyKey: key, requestHash: hashRequest(reason), at: clock.now().toISOString(), reason }), changes: [] });
}
