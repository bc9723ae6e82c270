import { resolve } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { OrgId } from '../../domain/ids.js';
import type { Logger } from '../../runtime/logger.js';
import { startWorker } from '../../runtime/startWorker.js';
import type { Store } from '../ports.js';
import { createStorageOperator } from '../storageOperator.js';
import { listenAsOwner } from './ownerSocket.js';
import { sqliteActions } from './sqliteActions.js';
import { sqliteConnections, sqliteSecrets } from './sqliteConnections.js';
import { sqliteConversations } from './sqliteConversations.js';
import { sqliteFiles } from './sqliteFiles.js';
import { sqliteLeases } from './sqliteLeases.js';
import { sqliteDrafts } from './sqliteDrafts.js';
import { sqliteMappings } from './sqliteMappings.js';
import { sqliteSources } from './sqliteSources.js';
import { connectWorker, type WorkerClient } from './workerClient.js';

/** `backUp` writes a copy of one moment to a new file while the store goes on, and gives its size in bytes. */
export type SqliteStore = Store & { readonly backUp: (file: string) => Promise<number> };

/**
 * The embedded store: one SQLite file in `folder` (made when absent), owned by one thread of one process.
 * AppError `storage-in-use` when another process has it, `storage-unavailable` when the folder can't be used, `configuration` when its data are newer.
 */
export async function openSqliteStore({ folder, logger }: { readonly folder: string; readonly logger: Logger }): Promise<SqliteStore> {
  const store = toStore(await connectWorker(startStorageWorker(folder), logger));
  const owner = await listenAsOwner(folder, createStorageOperator(store, store.backUp), logger);
  return {
    ...store,
    async close() {
      const closed = store.close();
      await owner?.close();
      await closed;
    },
  };
}

export function startStorageWorker(folder: string): Worker {
  return startWorker(import.meta.url, 'storageWorker', { workerData: { folder }, name: 'storage' });
}

/** The ports over a running thread. */
export function toStore(client: WorkerClient): SqliteStore {
  return {
    mappings: sqliteMappings(client),
    sources: sqliteSources(client),
    leases: sqliteLeases(client),
    listOrganizations: async () => (await client.call('listOrganizations', null)).value.map((orgId) => orgId as OrgId),
    drafts: sqliteDrafts(client),
    connections: sqliteConnections(client),
    secrets: sqliteSecrets(client),
    files: sqliteFiles(client),
    actions: sqliteActions(client),
    conversations: sqliteConversations(client),
    async ping() {
      await client.call('ping', null);
    },
    backUp: async (file) => (await client.call('backUp', { file: resolve(file) })).value,
    close: () => client.close(),
  };
}
