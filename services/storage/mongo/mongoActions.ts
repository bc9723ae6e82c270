import mongoose from 'mongoose';
import { requireAction, requireOrgId } from '../argumentChecks.js';
import type { ActionStore, StoredAction } from '../ports.js';
import { maxTimeMS } from './connectMongo.js';
import { insertOnce } from './insertOnce.js';
import type { ActionDoc, Models } from './models.js';
import { isDuplicateKey } from './storageError.js';

const toDoc = (orgId: string, { actionId, version, keptUntil, state }: StoredAction): ActionDoc => ({ _id: `${orgId}\n${actionId}\n${version}`, orgId, actionId, version, keptUntil, json: state });

/** Each state is a document of its own, for not every server lets only one of two updates through, but an insert can be won once only. They go all together. */
export function mongoActions({ actions }: Models): ActionStore {
  const newestOf = async (orgId: string, actionId: string) => (await actions.findOne({ orgId, actionId }).sort({ version: -1 }).maxTimeMS(maxTimeMS).lean<ActionDoc>()) ?? undefined;
  return {
    async add(orgId, action) {
      requireOrgId(orgId);
      requireAction(action);
      await insertOnce(actions, [toDoc(orgId, { ...action, version: 1 })]);
    },
    async read(orgId, actionId) {
      requireOrgId(orgId);
      const doc = await newestOf(orgId, actionId);
      return doc && { actionId, version: doc.version, keptUntil: doc.keptUntil, state: doc.json };
    },
    async replace(orgId, next) {
      requireOrgId(orgId);
      requireAction(next);
      const doc = toDoc(orgId, next);
      const newest = await newestOf(orgId, next.actionId);
      if (newest?.version !== next.version - 1) return newest?._id === doc._id && newest.json === doc.json;
      try {
        await actions.insertMany([doc], { lean: true });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // Ours, when only the reply to it was lost: no two writers write the same state.
        return (await actions.findById(doc._id).maxTimeMS(maxTimeMS).lean<ActionDoc>())?.json === doc.json;
      }
    },
    async removeExpired(orgId, before) {
      requireOrgId(orgId);
      await actions.deleteMany({ orgId, keptUntil: mongoose.trusted({ $lt: before.toISOString() }) });
    },
  };
}
