import mongoose from 'mongoose';
import { AppError } from '../../runtime/errors.js';
import type { ChangeSetId } from '../../domain/ids.js';
import type { ChangeSet } from '../../domain/mapping.js';
import { chunkIdOf, type ChunkRows } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import type { ChangeSetDoc, Models } from './models.js';
import { readSlices } from './rows.js';

export async function findById(models: Models, orgId: string, changeSetId: string): Promise<ChangeSet | undefined> {
  const found = await models.changeSets.findOne({ orgId, changeSetId }).maxTimeMS(maxTimeMS).lean();
  return found ? (await withRows(models, [found]))[0] : undefined;
}

export async function findByKey(models: Models, orgId: string, idempotencyKey: string): Promise<ChangeSet | undefined> {
  const found = await models.changeSets.findOne({ orgId, idempotencyKey }).maxTimeMS(maxTimeMS).lean();
  return found ? (await withRows(models, [found]))[0] : undefined;
}

/** Newest first. */
export async function listPage(models: Models, orgId: string, limit: number, beforeVersion: number): Promise<ChangeSet[]> {
  const found = await models.changeSets
    .find({ orgId, orgVersion: mongoose.trusted({ $lt: beforeVersion }) })
    .sort({ orgVersion: -1 })
    .limit(limit)
    .maxTimeMS(maxTimeMS)
    .lean();
  return withRows(models, found);
}

async function withRows({ chunks }: Models, changeSets: readonly ChangeSetDoc[]): Promise<ChangeSet[]> {
  const ids = changeSets.flatMap(chunkIdsOf);
  const found = await readSlices<ChunkRows>(chunks, ids);
  if (!found) throw new AppError('internal', 'rows of a ChangeSet are missing');
  const rowsOf = new Map(ids.map((id, index) => [id, found[index]]));
  return changeSets.map((changeSet) => {
    const { changeSetId, orgVersion, idempotencyKey, requestHash, actor, via, requestId, at, undoes } = changeSet;
    const rows = chunkIdsOf(changeSet).map((id) => rowsOf.get(id));
    const [skipped, entries] = [rows.flatMap((slice) => slice?.skipped ?? []), rows.flatMap((slice) => slice?.entries ?? [])];
    return { idempotencyKey, requestHash, actor, via, requestId, at, undoes, skipped, changeSetId: changeSetId as ChangeSetId, orgVersion, entries };
  });
}

function chunkIdsOf({ changeSetId, chunkCount }: ChangeSetDoc): string[] {
  return Array.from({ length: chunkCount }, (_, index) => chunkIdOf(changeSetId, index));
}
