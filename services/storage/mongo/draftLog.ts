import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import mongoose from 'mongoose';
import type { TenantDraft } from '../../domain/draft.js';
import { AppError } from '../../runtime/errors.js';
import { maxTimeMS } from './connectMongo.js';
import type { DraftDoc, Models } from './models.js';
import { readSlices, removeSlices, writeSlices } from './rows.js';
import { isDuplicateKey, isUnavailable } from './storageError.js';

/** A draft as its log stood at `version`; `wholeVersion` is where the log begins. */
export type DraftState = { readonly version: number; readonly wholeVersion: number; readonly rows: ReadonlyMap<string, TenantDraft> };

const nothing: DraftState = { version: 0, wholeVersion: 0, rows: new Map() };
const tries = 10;
const rowsPerSlice = 500;
const pausesMs = [50, 200, 800];

/** `known` and what was written since; from the start of the log where that does not fit together any more. */
export async function followLog(models: Models, orgId: string, known: DraftState = nothing): Promise<DraftState> {
  let from = known;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const docs = await models.drafts
      .find({ orgId, version: mongoose.trusted({ $gt: from.version }) })
      .sort({ version: 1 })
      .maxTimeMS(maxTimeMS)
      .lean<DraftDoc[]>();
    const { version } = from;
    // A version that is missing was tidied away: the whole draft was written after it.
    if (docs.every((doc, index) => doc.version === version + index + 1)) return withDocs(from, docs);
    from = (await readWhole(models, orgId)) ?? from;
  }
  throw new AppError('storage-unavailable', 'the draft was tidied again and again while it was read', { isRetryable: true });
}

/** False: another process wrote this version. Rejects when it can't be known. */
export async function appendToLog({ drafts }: Models, orgId: string, version: number, content: Pick<DraftDoc, 'json' | 'sliceCount'>, writerId: string = randomUUID()): Promise<boolean> {
  const doc: DraftDoc = { _id: draftId(orgId, version), orgId, version, writerId, ...content };
  for (let attempt = 0; ; attempt += 1) {
    try {
      await drafts.insertMany([doc], { lean: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error) && !isUnavailable(error)) throw error;
      // The reply may have been lost after the insert was done: what is there decides.
      const there = await drafts.findById(doc._id).select({ writerId: 1 }).maxTimeMS(maxTimeMS).lean();
      if (there) return there.writerId === writerId;
      if (isDuplicateKey(error)) return false;
      const pauseMs = pausesMs[attempt];
      if (pauseMs === undefined) throw error;
      await setTimeout(pauseMs);
    }
  }
}

/** Writes the whole draft as the next version, so that the log before it can go. Does nothing when somebody else writes meanwhile. */
export async function tidyLog(models: Models, orgId: string, { version, rows }: DraftState): Promise<void> {
  const slices = [...rows.values()];
  const sliceCount = Math.max(1, Math.ceil(slices.length / rowsPerSlice));
  const writerId = randomUUID();
  await writeSlices(models.draftSlices, orgId, sliceIds({ writerId, sliceCount }).map((_id, index) => ({ _id, rows: slices.slice(index * rowsPerSlice, (index + 1) * rowsPerSlice) })));
  if (!(await appendToLog(models, orgId, version + 1, { json: '[]', sliceCount }, writerId))) return removeSlices(models.draftSlices, sliceIds({ writerId, sliceCount }));
  const older = { orgId, version: mongoose.trusted({ $lt: version + 1 }) };
  const wholes = await models.drafts.find({ ...older, sliceCount: mongoose.trusted({ $gt: 0 }) }).maxTimeMS(maxTimeMS).lean<DraftDoc[]>();
  await removeSlices(models.draftSlices, wholes.flatMap(sliceIds));
  await models.drafts.deleteMany(older);
}

/** Undefined: it was replaced while it was read, or there is none. */
async function readWhole({ drafts, draftSlices }: Models, orgId: string): Promise<DraftState | undefined> {
  const whole = await drafts
    .findOne({ orgId, sliceCount: mongoose.trusted({ $gt: 0 }) })
    .sort({ version: -1 })
    .maxTimeMS(maxTimeMS)
    .lean<DraftDoc>();
  if (!whole) return undefined;
  const slices = await readSlices<TenantDraft[]>(draftSlices, sliceIds(whole));
  return slices && { version: whole.version, wholeVersion: whole.version, rows: new Map(slices.flat().map((row) => [row.tenantId, row])) };
}

function withDocs(state: DraftState, docs: readonly DraftDoc[]): DraftState {
  const last = docs.at(-1);
  if (!last) return state;
  const rows = new Map(state.rows);
  for (const { json } of docs) for (const row of JSON.parse(json) as TenantDraft[]) rows.set(row.tenantId, row);
  return { version: last.version, wholeVersion: docs.findLast(({ sliceCount }) => sliceCount > 0)?.version ?? state.wholeVersion, rows };
}

function draftId(orgId: string, version: number): string {
  return `${orgId}\n${version}`;
}

function sliceIds({ writerId, sliceCount }: Pick<DraftDoc, 'writerId' | 'sliceCount'>): string[] {
  return Array.from({ length: sliceCount }, (_, index) => `${writerId}\n${index}`);
}
