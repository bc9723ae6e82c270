import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { AppError } from '../../runtime/errors.js';

export type Db = InstanceType<typeof Database>;

/** What this code reads and writes. A later one migrates; an older one refuses. */
const schemaVersion = 1;

const schema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE units (
  org_id TEXT NOT NULL, tenant_id TEXT NOT NULL, psa_connection_id TEXT NOT NULL,
  version INTEGER NOT NULL, links TEXT NOT NULL,
  PRIMARY KEY (org_id, tenant_id, psa_connection_id)
) WITHOUT ROWID;
CREATE TABLE change_sets (
  org_id TEXT NOT NULL, org_version INTEGER NOT NULL, change_set_id TEXT NOT NULL,
  idempotency_key TEXT NOT NULL, request_hash TEXT NOT NULL, head TEXT NOT NULL,
  PRIMARY KEY (org_id, org_version), UNIQUE (org_id, idempotency_key), UNIQUE (org_id, change_set_id)
) WITHOUT ROWID;
CREATE TABLE audit_entries (
  org_id TEXT NOT NULL, org_version INTEGER NOT NULL, position INTEGER NOT NULL,
  tenant_id TEXT NOT NULL, psa_connection_id TEXT NOT NULL,
  version_before INTEGER NOT NULL, links_before TEXT NOT NULL, version_after INTEGER NOT NULL, links_after TEXT NOT NULL,
  PRIMARY KEY (org_id, org_version, position)
) WITHOUT ROWID;
CREATE TABLE tenants (org_id TEXT NOT NULL, source_id TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, source_id, id)) WITHOUT ROWID;
CREATE TABLE companies (org_id TEXT NOT NULL, source_id TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, source_id, id)) WITHOUT ROWID;
CREATE TABLE sync_runs (org_id TEXT NOT NULL, source TEXT NOT NULL, latest TEXT NOT NULL, latest_complete TEXT, PRIMARY KEY (org_id, source)) WITHOUT ROWID;
`;

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
    inTransaction(db, () => upgrade(db, folder));
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

/** All of `work` or nothing; durable when it returns. */
export function inTransaction<Value>(db: Db, work: () => Value): Value {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = work();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // Some failures (disk full) have rolled back already.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

export function sqliteCode(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : '';
}

function upgrade(db: Db, folder: string): void {
  const isNew = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() === undefined;
  if (isNew) {
    db.exec(schema);
    db.prepare("INSERT INTO meta VALUES ('schema_version', ?)").run(String(schemaVersion));
    return;
  }
  const found = (db.prepare("SELECT value FROM meta WHERE name = 'schema_version'").get() as { value: string } | undefined)?.value ?? 'none';
  if (found !== String(schemaVersion)) {
    throw new AppError('configuration', `schema version ${found} in ${folder}, this is ${schemaVersion}`, {
      sentence: `The data in ${folder} has schema version ${found}, but this version of Tenant Mapper reads version ${schemaVersion}. Use the version that wrote it, or a newer one.`,
    });
  }
}
