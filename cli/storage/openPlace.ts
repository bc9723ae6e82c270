import type { Logger } from '../../services/runtime/logger.js';
import { openMongoStore } from '../../services/storage/mongo/openMongoStore.js';
import type { Store } from '../../services/storage/ports.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';
import { askOwner } from '../../services/storage/sqlite/ownerSocket.js';
import { createStorageOperator, type StorageOperator } from '../../services/storage/storageOperator.js';
import type { Place } from './readArguments.js';

export function openPlace(place: Place, logger: Logger): Promise<Store> {
  return place.kind === 'mongo' ? openMongoStore({ uri: place.uri, logger }) : openSqliteStore({ folder: place.folder, logger });
}

/** Through the running app where it owns the database, else by opening it for as long as `work` takes. */
export async function withOperator<Value>(place: Place, logger: Logger, work: (operator: StorageOperator) => Promise<Value>): Promise<Value> {
  const owner = place.kind === 'sqlite' ? await askOwner(place.folder) : undefined;
  if (owner) return work(owner);
  if (place.kind === 'sqlite') {
    const store = await openSqliteStore({ folder: place.folder, logger });
    return work(createStorageOperator(store, store.backUp)).finally(() => store.close());
  }
  const store = await openMongoStore({ uri: place.uri, logger });
  return work(createStorageOperator(store, () => Promise.reject(new Error('a server is backed up by its own means')))).finally(() => store.close());
}
