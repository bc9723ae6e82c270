import type { FileHead } from '../../domain/connection.js';
import { requireFile, requireOrgId } from '../argumentChecks.js';
import type { FileStore } from '../ports.js';
import type { WorkerClient } from './workerClient.js';

/** Heads and texts travel and rest as JSON, written by `add` below. */
export function sqliteFiles(client: WorkerClient): FileStore {
  return {
    async list(orgId) {
      requireOrgId(orgId);
      return (await client.call('listFiles', { orgId })).rows.map((head) => JSON.parse(head) as FileHead);
    },
    async read(orgId, fileId) {
      requireOrgId(orgId);
      const { value } = await client.call('readFile', { orgId, fileId });
      return value ? { ...(JSON.parse(value.head) as FileHead), text: JSON.parse(value.text) as string } : undefined;
    },
    async add(orgId, { text, ...file }) {
      requireOrgId(orgId);
      requireFile(file);
      const { fileId, name, uploadedAt } = file;
      await client.call('addFile', { orgId, fileId, head: JSON.stringify({ fileId, name, uploadedAt }), text: JSON.stringify(text) });
    },
    async remove(orgId, fileIds) {
      requireOrgId(orgId);
      await client.call('removeFiles', { orgId, fileIds });
    },
  };
}
