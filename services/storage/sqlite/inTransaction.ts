import type Database from 'libsql';

export type Db = InstanceType<typeof Database>;

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
