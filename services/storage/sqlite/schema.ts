import { AppError } from '../../runtime/errors.js';
import { createActions } from './createActions.js';
import { createConnections } from './createConnections.js';
import { createConversations } from './createConversations.js';
import { createDrafts } from './createDrafts.js';
import { createFiles } from './createFiles.js';
import { createHeldBack } from './createHeldBack.js';
import { createLeases } from './createLeases.js';
import { createTables } from './createTables.js';
import { inTransaction, type Db } from './inTransaction.js';
import { sealHistory } from './sealHistory.js';

/** Step n makes schema version n out of n-1, in one transaction: after a crash it has happened or it has not. Never changed once released. */
const steps: readonly ((db: Db) => void)[] = [createTables, sealHistory, createLeases, createDrafts, createHeldBack, createConnections, createFiles, createActions, createConversations];

/** Brings new and older data to the schema of this code. AppError `configuration` when the data are newer. */
export function upgradeSchema(db: Db, folder: string): void {
  const found = readVersion(db);
  if (found > steps.length) {
    throw new AppError('configuration', `schema version ${found} in ${folder}, this is ${steps.length}`, {
      sentence: `The data in ${folder} have schema version ${found}, but this version of Tenant Mapper reads no newer than version ${steps.length}. Use the version that wrote them, or a newer one.`,
    });
  }
  for (const [index, step] of steps.entries()) {
    if (index < found) continue;
    inTransaction(db, () => {
      step(db);
      db.prepare("INSERT INTO meta VALUES ('schema_version', ?) ON CONFLICT DO UPDATE SET value = excluded.value").run(String(index + 1));
    });
  }
}

function readVersion(db: Db): number {
  if (db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() === undefined) return 0;
  const row = db.prepare("SELECT value FROM meta WHERE name = 'schema_version'").get() as { value: string } | undefined;
  const version = Number(row?.value);
  if (!Number.isInteger(version) || version < 1) throw new AppError('configuration', 'the database tells no schema version', { sentence: 'The database file was not written by Tenant Mapper, or it is damaged: it tells no schema version.' });
  return version;
}
