import type { Logger } from '../../runtime/logger.js';
import type { Store } from '../ports.js';
import { sqliteMappings } from './sqliteMappings.js';
import { sqliteSources } from './sqliteSources.js';
import { startWorkerClient, type WorkerClient } from './workerClient.js';

/**
 * The embedded store: one SQLite file in `folder` (made when absent), owned by one thread of one process.
 * AppError `storage-in-use` when another process has it, `storage-unavailable` when the folder can't be used, `configuration` when its data are newer.
 */
export async function openSqliteStore({ folder, logger }: { readonly folder: string; readonly logger: Logger }): Promise<Store> {
  return toStore(await startWorkerClient(folder, logger));
}

/** The ports over a running thread. */
export function toStore(client: WorkerClient): Store {
  return {
    mappings: sqliteMappings(client),
    sources: sqliteSources(client),
    async ping() {
      await client.call('ping', null);
    },
    close: () => client.close(),
  };
}
