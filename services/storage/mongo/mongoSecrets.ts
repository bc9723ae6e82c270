import mongoose from 'mongoose';
import { requireOrgId, requireSecret } from '../argumentChecks.js';
import type { SealedSecret, SecretStore } from '../ports.js';
import { maxTimeMS } from './connectMongo.js';
import type { Models, SecretDoc } from './models.js';
import { isDuplicateKey } from './storageError.js';

const toSecret = ({ secretId, version, sealed }: SecretDoc): SealedSecret => ({ secretId, version, sealed });

/** Each version is inserted as a document of its own, which only one process can do; the ones before are then removed. */
export function mongoSecrets({ secrets }: Models): SecretStore {
  const newestOf = async (orgId: string, secretId: string) => (await secrets.findOne({ orgId, secretId }).sort({ version: -1 }).maxTimeMS(maxTimeMS).lean<SecretDoc>()) ?? undefined;

  async function insert(doc: SecretDoc): Promise<boolean> {
    try {
      await secrets.insertMany([doc], { lean: true });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // Ours, when only the reply to it was lost: nothing is ever sealed twice to the same text.
      return (await secrets.findById(doc._id).maxTimeMS(maxTimeMS).lean<SecretDoc>())?.sealed === doc.sealed;
    }
  }

  return {
    async list(orgId) {
      requireOrgId(orgId);
      const newest = new Map<string, SealedSecret>();
      for (const doc of await secrets.find({ orgId }).maxTimeMS(maxTimeMS).lean<SecretDoc[]>()) {
        if ((newest.get(doc.secretId)?.version ?? 0) < doc.version) newest.set(doc.secretId, toSecret(doc));
      }
      return [...newest.values()];
    },
    async read(orgId, secretId) {
      requireOrgId(orgId);
      const found = await newestOf(orgId, secretId);
      return found && toSecret(found);
    },
    async replace(orgId, next) {
      requireOrgId(orgId);
      requireSecret(next);
      const { secretId, version } = next;
      const _id = `${orgId}\n${secretId}\n${version}`;
      const before = (await newestOf(orgId, secretId))?.version ?? 0;
      if (before !== version - 1 && before !== version) return false;
      if (!(await insert({ _id, orgId, ...next }))) return false;
      // A writer that slept between the look and the insert may find that others went on: theirs counts.
      const newest = (await newestOf(orgId, secretId))?.version ?? 0;
      if (newest !== version) await secrets.deleteOne({ _id });
      else if (version > 1) await secrets.deleteMany({ orgId, secretId, version: mongoose.trusted({ $lt: version }) });
      return newest === version;
    },
    async adopt(orgId, secret) {
      requireOrgId(orgId);
      requireSecret(secret);
      await secrets.deleteMany({ orgId, secretId: secret.secretId });
      await insert({ _id: `${orgId}\n${secret.secretId}\n${secret.version}`, orgId, ...secret });
    },
    async remove(orgId, secretIds) {
      requireOrgId(orgId);
      for (const secretId of secretIds) await secrets.deleteMany({ orgId, secretId });
    },
  };
}
