import mongoose from 'mongoose';
import { AppError } from '../../runtime/errors.js';
import type { ChangeSetId } from '../../domain/ids.js';
import type { ChangeSet, ChangeSetHead, UnitKey } from '../../domain/mapping.js';
import { plainHead } from '../chainHash.js';
import { chunkIdOf, headIdOf, type ChunkRows } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import type { ChangeSetDoc, Models } from './models.js';
import { idsPerQuery, readSlices } from './rows.js';

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

/** Of these versions, in any order. */
export async function readHeads({ changeSets }: Models, orgId: string, orgVersions: readonly number[]): Promise<ChangeSetDoc[]> {
  const ids = orgVersions.map((orgVersion) => headIdOf(orgId, orgVersion));
  const found: ChangeSetDoc[] = [];
  for (let start = 0; start < ids.length; start += idsPerQuery) {
    found.push(...(await changeSets.find({ _id: mongoose.trusted({ $in: ids.slice(start, start + idsPerQuery) }) }).maxTimeMS(maxTimeMS).lean<ChangeSetDoc[]>()));
  }
  return found;
}

async function withRows({ chunks }: Models, changeSets: readonly ChangeSetDoc[]): Promise<ChangeSet[]> {
  const ids = changeSets.flatMap(chunkIdsOf);
  const found = await readSlices<ChunkRows>(chunks, ids);
  if (!found) throw missingRows();
  const rowsOf = new Map(ids.map((id, index) => [id, found[index]]));
  return changeSets.map((changeSet) => {
    const rows = chunkIdsOf(changeSet).map((id) => rowsOf.get(id));
    const [skipped, entries] = [rows.flatMap((slice) => slice?.skipped ?? []), rows.flatMap((slice) => slice?.entries ?? [])];
    const { changeSetId, orgVersion, chainHash } = changeSet;
    return { ...toHead(changeSet, skipped), changeSetId: changeSetId as ChangeSetId, orgVersion, chainHash, entries };
  });
}

/** What was saved beside the rows. */
export function toHead(doc: Omit<ChangeSetHead, 'skipped'>, skipped: readonly UnitKey[]): ChangeSetHead {
  return plainHead({ ...doc, skipped });
}

export function chunkIdsOf({ changeSetId, chunkCount }: Pick<ChangeSetDoc, 'changeSetId' | 'chunkCount'>): string[] {
  return Array.from({ length: chunkCount }, (_, index) => chunkIdOf(changeSetId, index));
}

export function missingRows(): AppError {
  return new AppError('internal', 'rows of a ChangeSet are missing');
}
