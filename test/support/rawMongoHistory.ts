import type { Connection } from 'mongoose';
import type { OrgId } from '../../services/domain/ids.js';
import type { RawHistory, RawText } from '../../services/storage/chainContractSuite.js';

type Doc = Record<string, unknown> & { readonly _id: string; readonly orgVersion?: number };
const columns = ['changeSetId', 'idempotencyKey', 'requestHash', 'actor.userId', 'actor.name', 'via', 'requestId', 'at', 'reason', 'chainHash'] as const;

/** Lets `work` at the collections behind the store's back. */
export function rawMongoHistory(connection: Connection): RawHistory {
  const collection = (name: string) => connection.collection<Doc>(name);
  const textsOf = async (orgId: OrgId): Promise<RawText[]> => {
    const heads = await collection('change_sets').find({ orgId }).sort({ orgVersion: 1 }).toArray();
    const chunks = await collection('change_set_chunks').find({ orgId }).sort({ _id: 1 }).toArray();
    const pages = await collection('unit_pages').find({ orgId }).sort({ _id: 1 }).toArray();
    const directories = await collection('directories').find({ orgId }).sort({ orgVersion: -1 }).toArray();
    const live = new Set(directories[0]?.['pageIds'] as string[] | undefined);
    const raw = (name: string, from: string, doc: Doc, path: string, orgVersion: number | null): RawText => ({
      orgId,
      name: `${name}.${path}`,
      orgVersion,
      text: path.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown>)[part], doc) as string,
      place: { collection: from, _id: doc._id, path },
    });
    return [
      ...heads.flatMap((doc) => columns.map((path) => raw('change_sets', 'change_sets', doc, path, doc.orgVersion ?? 0))).filter(({ text }) => text !== ''),
      ...chunks.map((doc) => raw('chunks', 'change_set_chunks', doc, 'json', heads.find(({ changeSetId }) => doc._id.startsWith(String(changeSetId)))?.orgVersion ?? null)),
      ...pages.filter(({ _id }) => live.has(_id)).map((doc) => raw('pages', 'unit_pages', doc, 'json', null)),
    ];
  };
  return {
    texts: (orgIds) => Promise.all(orgIds.map(textsOf)),
    async write(edits) {
      for (const { place, text } of edits) {
        const { collection: from, _id, path } = place as { collection: string; _id: string; path: string };
        await collection(from).updateOne({ _id }, { $set: { [path]: text } });
      }
    },
    async remove(orgId, orgVersion) {
      await collection('change_sets').deleteOne({ orgId, orgVersion });
    },
    async swap(orgId, one, other) {
      const docs = await collection('change_sets').find({ orgId, orgVersion: { $in: [one, other] } }).toArray();
      await collection('change_sets').deleteMany({ orgId, orgVersion: { $in: [one, other] } });
      for (const doc of docs) {
        const orgVersion = doc.orgVersion === one ? other : one;
        await collection('change_sets').insertOne({ ...doc, _id: `${orgId}\n${orgVersion}`, orgVersion });
      }
    },
  };
}
