import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { AppError } from '../../runtime/errors.js';
import type { Company } from '../../domain/company.js';
import type { OrgId } from '../../domain/ids.js';
import { sourceRefText, type HeldBack, type SourceRef, type SyncRun } from '../../domain/sync.js';
import type { AccountTenant } from '../../domain/tenant.js';
import { fencedOff, requireComplete, requireOrgId, requireRowsOf } from '../argumentChecks.js';
import type { Fence, SourceStore } from '../ports.js';
import { maxTimeMS } from './connectMongo.js';
import type { Models, SourceDoc } from './models.js';
import { newestToken } from './mongoLeases.js';
import type { MongoContext } from './mongoContext.js';
import { readSlices, removeSlices, writeSlices } from './rows.js';
import { isDuplicateKey } from './storageError.js';

const rowsPerChunk = 500;
const tries = 10;
/** So many recorded runs of a source are remembered. */
const keptRuns = 20;

type ListName = Pick<SourceDoc, 'listId' | 'chunkCount'>;
const noList: ListName = { listId: '', chunkCount: 0 };

/** Each recorded run is a document that names its list; a list is written before it is named and never changed. */
export function mongoSources({ models, turns }: MongoContext): SourceStore {
  async function record<Row>(orgId: OrgId, run: SyncRun, rows: readonly Row[], idOf: (row: Row) => string, fence: Fence | undefined, gone: readonly string[] | null = null, heldBack: readonly HeldBack[] = []): Promise<void> {
    requireOrgId(orgId);
    await turns.use(`source\n${orgId}\n${sourceRefText(run.source)}`, undefined, async () => {
      for (let attempt = 1; attempt <= tries; attempt += 1) if (await recordOnce(models, orgId, run, rows, idOf, { fence, gone, heldBack })) return;
      throw new AppError('storage-unavailable', 'the source was recorded by others again and again', { isRetryable: true });
    });
  }
  async function list<Row>(orgId: OrgId, kind: SourceRef['kind'], listOf: (doc: SourceDoc) => ListName = (doc) => doc): Promise<Row[]> {
    requireOrgId(orgId);
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      const newest = newestOfEach(await readSources(models, orgId)).filter(({ run }) => run.source.kind === kind);
      const slices = await readSlices<Row[]>(models.sourceChunks, newest.flatMap((doc) => chunkIds(listOf(doc))));
      if (slices) return slices.flat();
    }
    throw new AppError('storage-unavailable', 'the list was replaced again and again while it was read', { isRetryable: true });
  }

  return {
    async recordTenants(orgId, run, tenants, fence) {
      requireRowsOf(run, tenants, ({ partnerAccountId }) => ({ kind: 'partner-account', partnerAccountId }), 'partner-account');
      await record(orgId, run, tenants, ({ tenantId }) => tenantId, fence);
    },
    async recordCompanies(orgId, run, companies, fence, heldBack = []) {
      requireRowsOf(run, companies, ({ psaConnectionId }) => ({ kind: 'psa-connection', psaConnectionId }), 'psa-connection');
      requireRowsOf(run, heldBack, ({ psaConnectionId }) => ({ kind: 'psa-connection', psaConnectionId }), 'psa-connection');
      await record(orgId, run, companies, ({ companyId }) => companyId, fence, null, heldBack);
    },
    async applyCompanyChanges(orgId, run, { changed, gone }, fence) {
      requireComplete(run);
      requireRowsOf(run, changed, ({ psaConnectionId }) => ({ kind: 'psa-connection', psaConnectionId }), 'psa-connection');
      await record(orgId, run, changed, ({ companyId }) => companyId, fence, gone);
    },
    listTenants: (orgId) => list<AccountTenant>(orgId, 'partner-account'),
    listCompanies: (orgId) => list<Company>(orgId, 'psa-connection'),
    listHeldBack: (orgId) => list<HeldBack>(orgId, 'psa-connection', ({ heldBack }) => heldBack ?? noList),
    async listRuns(orgId) {
      requireOrgId(orgId);
      return newestOfEach(await readSources(models, orgId)).flatMap(({ run, latestComplete }) => (run.outcome === 'complete' || latestComplete === null ? [run] : [run, latestComplete]));
    },
  };
}

type RecordOptions = { readonly fence: Fence | undefined; readonly gone: readonly string[] | null; readonly heldBack: readonly HeldBack[] };

/** False: another process recorded a run of this source meanwhile. */
async function recordOnce<Row>(models: Models, orgId: string, run: SyncRun, rows: readonly Row[], idOf: (row: Row) => string, { fence, gone, heldBack }: RecordOptions): Promise<boolean> {
  const source = sourceRefText(run.source);
  const [previous, beforeThat] = (await readSources(models, orgId, source)).toSorted((a, b) => b.sequence - a.sequence);
  const sequence = (previous?.sequence ?? 0) + 1;
  const kept = { listId: previous?.listId ?? '', chunkCount: previous?.chunkCount ?? 0 };
  const isKept = run.outcome === 'failed' || (gone !== null && gone.length + rows.length === 0);
  const known = !isKept && (run.outcome === 'partial' || gone) ? await readSlices<Row[]>(models.sourceChunks, chunkIds(kept)) : [];
  if (!known) return false;
  const removed = new Set(gone);
  const merged = new Map([...known.flat(), ...rows].map((row) => [idOf(row), row]));
  const list = isKept ? kept : await writeRows(models, orgId, [...merged].filter(([id]) => !removed.has(id)).map(([, row]) => row));
  const keptBack = previous?.heldBack ?? noList;
  const isBackKept = run.outcome === 'failed' || gone !== null;
  const knownBack = run.outcome === 'partial' ? await readSlices<HeldBack[]>(models.sourceChunks, chunkIds(keptBack)) : [];
  if (!knownBack) return false;
  const backRows = [...new Map([...knownBack.flat(), ...heldBack].map((row) => [row.companyId, row])).values()];
  const back = isBackKept ? keptBack : backRows.length === 0 ? noList : await writeRows(models, orgId, backRows);
  const latestComplete = run.outcome === 'complete' ? run : (previous?.latestComplete ?? null);
  const doc: SourceDoc = { _id: `${orgId}\n${source}\n${sequence}`, orgId, source, sequence, run, latestComplete, ...list, heldBack: back };
  // Whoever gets a newer token after this look reads what is written here: the insert still comes before all of its own.
  if (fence && (await newestToken(models, orgId, fence.lease)) !== fence.token) throw fencedOff(fence);
  try {
    await models.sources.insertMany([doc], { lean: true });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // A duplicate with our own list is our own insert, repeated by the driver after a lost reply.
    const there = await models.sources.findById(doc._id).lean();
    if (there?.listId !== list.listId || isKept) return false;
  }
  // The list before the last is kept for those who are reading it.
  if (beforeThat && beforeThat.listId !== previous?.listId) await removeSlices(models.sourceChunks, chunkIds(beforeThat));
  if (beforeThat?.heldBack && beforeThat.heldBack.listId !== previous?.heldBack?.listId) await removeSlices(models.sourceChunks, chunkIds(beforeThat.heldBack));
  await models.sources.deleteOne({ _id: `${orgId}\n${source}\n${sequence - keptRuns}` });
  return true;
}

async function writeRows(models: Models, orgId: string, rows: readonly unknown[]): Promise<Pick<SourceDoc, 'listId' | 'chunkCount'>> {
  const list = { listId: randomUUID(), chunkCount: Math.ceil(rows.length / rowsPerChunk) };
  const slices = chunkIds(list).map((_id, index) => ({ _id, rows: rows.slice(index * rowsPerChunk, (index + 1) * rowsPerChunk) }));
  await writeSlices(models.sourceChunks, orgId, slices);
  return list;
}

function chunkIds({ listId, chunkCount }: Pick<SourceDoc, 'listId' | 'chunkCount'>): string[] {
  return Array.from({ length: chunkCount }, (_, index) => `${listId}\n${index}`);
}

async function readSources({ sources }: Models, orgId: string, source?: string): Promise<SourceDoc[]> {
  const filter = source === undefined ? { orgId } : { orgId, source, sequence: mongoose.trusted({ $gt: 0 }) };
  return sources.find(filter).maxTimeMS(maxTimeMS).lean<SourceDoc[]>();
}

function newestOfEach(all: readonly SourceDoc[]): SourceDoc[] {
  const newest = new Map<string, SourceDoc>();
  for (const doc of all) if ((newest.get(doc.source)?.sequence ?? 0) < doc.sequence) newest.set(doc.source, doc);
  return [...newest.values()].toSorted((a, b) => (a.source < b.source ? -1 : 1));
}
