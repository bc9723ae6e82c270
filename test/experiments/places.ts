import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Store } from '../../services/storage/ports.js';
import { openMongoStore } from '../../services/storage/mongo/openMongoStore.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';
import { newMongoDatabase } from '../support/mongoDatabase.js';

/** An empty database of its own; `address` is a folder or begins with mongodb. */
export type Place = { readonly address: string; readonly open: () => Promise<Store>; readonly remove: () => Promise<void> };
/** A kind of database, and a way to new ones of it. `server` where there is one. */
export type Adapter = { readonly name: 'sqlite' | 'mongo'; readonly server: string | undefined; newPlace(): Promise<Place> };

const logger = pino({ level: 'silent' });

export const sqliteAdapter: Adapter = {
  name: 'sqlite',
  server: undefined,
  newPlace() {
    const folder = mkdtempSync(join(tmpdir(), 'experiment-'));
    const remove = () => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
    return Promise.resolve({ address: folder, open: () => openSqliteStore({ folder, logger }), remove });
  },
};

/** Over a server that speaks MongoDB's protocol. */
export function mongoAdapter(server: string): Adapter {
  return {
    name: 'mongo',
    server,
    async newPlace() {
      const database = await newMongoDatabase(server);
      return { address: database.uri, open: () => openMongoStore({ uri: database.uri, logger }), remove: () => database.drop() };
    },
  };
}
