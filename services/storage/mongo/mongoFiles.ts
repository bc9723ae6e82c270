import { requireFile, requireOrgId } from '../argumentChecks.js';
import type { FileStore } from '../ports.js';
import { maxTimeMS } from './connectMongo.js';
import { insertOnce } from './insertOnce.js';
import type { FileDoc, Models } from './models.js';
import { readSlices, removeSlices, writeSlices } from './rows.js';

/** A document may have 16 MB, and a character takes up to six bytes as JSON. */
const charactersPerSlice = 250_000;

const headId = (orgId: string, fileId: string) => `${orgId}\n${fileId}`;

/** The head is written first and removed last, so that no slice is ever without one: what a crash cut off can be found and removed. */
export function mongoFiles({ files, fileSlices }: Models): FileStore {
  const headOf = (orgId: string, fileId: string) => files.findById(headId(orgId, fileId)).maxTimeMS(maxTimeMS).lean<FileDoc>();
  return {
    async list(orgId) {
      requireOrgId(orgId);
      const docs = await files.find({ orgId }).maxTimeMS(maxTimeMS).lean<FileDoc[]>();
      return docs.map(({ fileId, name, uploadedAt }) => ({ fileId, name, uploadedAt }));
    },
    async read(orgId, fileId) {
      requireOrgId(orgId);
      const head = await headOf(orgId, fileId);
      const slices = head && (await readSlices<string>(fileSlices, sliceIds(head)));
      return head && slices ? { fileId, name: head.name, uploadedAt: head.uploadedAt, text: slices.join('') } : undefined;
    },
    async add(orgId, { text, ...file }) {
      requireOrgId(orgId);
      requireFile(file);
      const { fileId, name, uploadedAt } = file;
      const head: FileDoc = { _id: headId(orgId, fileId), orgId, fileId, name, uploadedAt, sliceCount: Math.ceil(text.length / charactersPerSlice) };
      await insertOnce(files, [head]);
      await writeSlices(fileSlices, orgId, sliceIds(head).map((_id, index) => ({ _id, rows: text.slice(index * charactersPerSlice, (index + 1) * charactersPerSlice) })));
    },
    async remove(orgId, fileIds) {
      requireOrgId(orgId);
      for (const fileId of fileIds) {
        const head = await headOf(orgId, fileId);
        if (!head) continue;
        await removeSlices(fileSlices, sliceIds(head));
        await files.deleteOne({ _id: head._id });
      }
    },
  };
}

function sliceIds({ _id, sliceCount }: FileDoc): string[] {
  return Array.from({ length: sliceCount }, (_, index) => `${_id}\n${index}`);
}
