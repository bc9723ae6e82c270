import mongoose from 'mongoose';
import { chunkIdOf, headIdOf } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import type { ChangeSetDoc, DirectoryDoc, Models } from './models.js';
import { removeSlices } from './rows.js';
import { isDuplicateKey } from './storageError.js';

/** So many ChangeSets back the pages are kept for those who are reading them. */
const keptBack = 4;
const abandonedAfterMs = 10 * 60_000;

/** Removes what an attempt wrote that can't commit any more. */
export async function discardAttempt(models: Models, { _id, chunkCount, newPageIds }: DirectoryDoc): Promise<void> {
  const chunkIds = Array.from({ length: chunkCount }, (_, index) => chunkIdOf(_id, index));
  await removeSlices(models.pages, newPageIds);
  await removeSlices(models.chunks, chunkIds);
  await models.directories.deleteOne({ _id });
}

/** Removes the pages that nobody needs now that `orgVersion` is there. */
export async function removeReplaced(models: Models, orgId: string, orgVersion: number): Promise<void> {
  const old = await models.directories.find({ orgId, orgVersion: mongoose.trusted({ $lte: orgVersion - keptBack }) }).maxTimeMS(maxTimeMS).lean();
  for (const directory of old) {
    if (!(await isCommitted(models, directory))) continue;
    await removeSlices(models.pages, directory.replacedPageIds);
    await models.directories.deleteOne({ _id: directory._id });
  }
}

/** Finds attempts that a crash left behind and removes them, after making sure that a paused writer can't commit them later. */
export async function discardAbandoned(models: Models, now: Date): Promise<number> {
  const old = await models.directories.find({ startedAt: mongoose.trusted({ $lt: new Date(now.getTime() - abandonedAfterMs) }) }).maxTimeMS(maxTimeMS).lean();
  let discarded = 0;
  for (const directory of old) {
    if ((await isCommitted(models, directory)) || !(await forbid(models, directory._id))) continue;
    await discardAttempt(models, directory);
    discarded += 1;
  }
  return discarded;
}

async function isCommitted({ changeSets }: Models, { _id, orgId, orgVersion }: DirectoryDoc): Promise<boolean> {
  return (await changeSets.findById(headIdOf(orgId, orgVersion)).select({ changeSetId: 1 }).maxTimeMS(maxTimeMS).lean())?.changeSetId === _id;
}

/** Takes the ChangeSet's place in the unique index, in no organization. False: it committed in the meantime. */
async function forbid({ changeSets }: Models, changeSetId: string): Promise<boolean> {
  const nowhere = markerIdOf(changeSetId);
  const marker: ChangeSetDoc = {
    ...{ _id: nowhere, orgId: nowhere, orgVersion: 0, changeSetId, idempotencyKey: nowhere, requestHash: '', requestId: '', at: '', undoes: null, reason: '', chunkCount: 0, chainHash: '' },
    ...{ actor: { userId: '' as ChangeSetDoc['actor']['userId'], name: '' }, via: 'api' },
  };
  try {
    await changeSets.insertMany([marker], { lean: true });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // Either it committed, or an earlier clean-up was cut off after its marker.
    return (await changeSets.findById(nowhere).lean()) !== null;
  }
}

/** Takes back what `forbid` did, for an id that is given from outside and may have been cut off before. */
export async function permit({ changeSets }: Models, changeSetId: string): Promise<void> {
  await changeSets.deleteOne({ _id: markerIdOf(changeSetId) });
}

const markerIdOf = (changeSetId: string) => `discarded\n${changeSetId}`;
