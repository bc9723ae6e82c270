import type { StoredConnection } from '../../domain/connection.js';
import type { OrgId } from '../../domain/ids.js';
import { sourceRefText } from '../../domain/sync.js';
import { requireOrgId } from '../argumentChecks.js';
import { newestChangeFirst, newestOfEach, versionsLeftOut } from '../connectionOrder.js';
import type { ConnectionStore } from '../ports.js';
import { maxTimeMS } from './connectMongo.js';
import type { ConnectionDoc, Models } from './models.js';
import { isDuplicateKey } from './storageError.js';

/** Each change is a document of its own: an insert can be won by one process only, on every server. There are few of them. */
export function mongoConnections({ connections }: Models): ConnectionStore {
  async function readAll(orgId: OrgId): Promise<StoredConnection[]> {
    requireOrgId(orgId);
    const docs = await connections.find({ orgId }).maxTimeMS(maxTimeMS).lean<ConnectionDoc[]>();
    // Written by `append` below.
    return docs.map(({ json }) => JSON.parse(json) as StoredConnection);
  }

  return {
    list: async (orgId) => newestOfEach(await readAll(orgId)),
    async append(orgId, next) {
      requireOrgId(orgId);
      const [source, json] = [sourceRefText(next.source), JSON.stringify(next)];
      const newest = await connections.findOne({ orgId, source }).sort({ version: -1 }).maxTimeMS(maxTimeMS).lean<ConnectionDoc>();
      if (next.version > (newest?.version ?? 0) + 1) throw versionsLeftOut(next);
      const _id = `${orgId}\n${source}\n${next.version}`;
      try {
        await connections.insertMany([{ _id, orgId, source, version: next.version, json }], { lean: true });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // Ours, when only the reply to it was lost.
        return (await connections.findById(_id).maxTimeMS(maxTimeMS).lean<ConnectionDoc>())?.json === json;
      }
    },
    listChanges: async (orgId) => (await readAll(orgId)).sort(newestChangeFirst),
  };
}
