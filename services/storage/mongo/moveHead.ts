import { setTimeout } from 'node:timers/promises';
import { headIdOf } from './attempt.js';
import { maxTimeMS } from './connectMongo.js';
import type { ChangeSetDoc } from './models.js';
import type { MongoContext } from './mongoContext.js';
import { isDuplicateKey, isUnavailable } from './storageError.js';

const pausesMs = [50, 200, 800];

/**
 * The compare-and-set that commits: version n+1 of an organization can be inserted once. An insert, because it is atomic on every
 * server that speaks MongoDB's protocol. False: another ChangeSet is there, or the key was used. Rejects when it can't be known.
 */
export async function moveHead({ models: { changeSets } }: MongoContext, changeSet: ChangeSetDoc): Promise<boolean> {
  for (let attempt = 0; ; attempt += 1) {
    let failure: unknown;
    try {
      await changeSets.insertMany([changeSet], { lean: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error) && !isUnavailable(error)) throw error;
      failure = error;
    }
    // The reply may have been lost after the insert was done: what is there decides, never the failure.
    try {
      const there = await changeSets.findById(headIdOf(changeSet.orgId, changeSet.orgVersion)).select({ changeSetId: 1 }).maxTimeMS(maxTimeMS).lean();
      if (there) return there.changeSetId === changeSet.changeSetId;
      if (isDuplicateKey(failure)) return false;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      failure = error;
    }
    const pauseMs = pausesMs[attempt];
    if (pauseMs === undefined) throw failure;
    await setTimeout(pauseMs);
  }
}
