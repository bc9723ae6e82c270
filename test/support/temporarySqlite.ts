import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Store } from '../../services/storage/ports.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';

/** Gives `work` a new store in a folder of its own, which is removed afterwards. */
export async function withTemporarySqlite<Value>(work: (store: Store, folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'temporary-store-'));
  const store = await openSqliteStore({ folder, logger: pino({ level: 'silent' }) });
  try {
    return await work(store, folder);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
