import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { AppError } from '../../runtime/errors.js';
import type { Db } from './inTransaction.js';
import { upgradeSchema } from './schema.js';

const scratch = `
CREATE TEMP TABLE incoming (position INTEGER PRIMARY KEY, tenant_id TEXT NOT NULL, psa_connection_id TEXT NOT NULL, base_version INTEGER NOT NULL, links TEXT NOT NULL);
`;

/** Opens or makes `folder`/tenant-mapper.db for this process alone. AppError `storage-in-use` when another has it, `configuration` when it is newer. */
export function openDatabase(folder: string): Db {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'tenant-mapper.db');
  const db = new Database(file);
  try {
    // The folder may have been there before, open to others; the WAL file takes its rights from this one.
    chmodSync(file, 0o600);
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('temp_store = MEMORY');
    upgradeSchema(db, folder);
    db.exec(scratch);
    return db;
  } catch (error) {
    db.close();
    if (sqliteCode(error).startsWith('SQLITE_BUSY')) {
      throw new AppError('storage-in-use', `the database in ${folder} is locked`, { cause: error, sentence: `Another process has the data in ${folder} open. Stop it first, or use another folder.` });
    }
    throw error;
  }
}

export function sqliteCode(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}
