import mongoose from 'mongoose';
import { AppError } from '../../runtime/errors.js';
import type { ChangeSetId } from '../../domain/ids.js';
import type { ChangeSet } from '../../domain/mapping.js';
import { chunkIdOf } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import { mapAtOnce } from './mapAtOnce.js';
import type { ChangeSetDoc, ChunkDoc, Models } from './models.js';

export async function findById(models: Models, orgId: string, changeSetId: string): Promise<ChangeSet | undefined> {
  const found = await models.changeSets.findOne({ orgId, changeSetId }).maxTimeMS(maxTimeMS).lean();
  return found ? withRows(models, found) : undefined;
}

export async function findByKey(models: Models, orgId: string, idempotencyKey: string): Promise<ChangeSet | undefined> {
  const found = await models.changeSets.findOne({ orgId, idempotencyKey }).maxTimeMS(maxTimeMS).lean();
  return found ? withRows(models, found) : undefined;
}

/** Newest first. */
export async function listPage(models: Models, orgId: string, limit: number, beforeVersion: number): Promise<ChangeSet[]> {
  const found = await models.changeSets
    .find({ orgId, orgVersion: mongoose.trusted({ $lt: beforeVersion }) })
    .sort({ orgVersion: -1 })
    .limit(limit)
    .maxTimeMS(maxTimeMS)
    .lean();
  return mapAtOnce(found, (changeSet) => withRows(models, changeSet));
}

async function withRows(models: Models, { _id, orgId: _orgId, chunkCount, changeSetId, ...head }: ChangeSetDoc): Promise<ChangeSet> {
  const chunks = await mapAtOnce([...Array(chunkCount).keys()], (index) => readChunk(models, chunkIdOf(changeSetId, index)));
  return { ...head, changeSetId: changeSetId as ChangeSetId, skipped: chunks.flatMap(({ skipped }) => skipped), entries: chunks.flatMap(({ entries }) => entries) };
}

async function readChunk({ chunks }: Models, chunkId: string): Promise<ChunkDoc> {
  const chunk = await chunks.findById(chunkId).maxTimeMS(maxTimeMS).lean();
  if (!chunk) throw new AppError('internal', `the rows ${JSON.stringify(chunkId)} of a ChangeSet are missing`);
  return chunk as ChunkDoc;
}
