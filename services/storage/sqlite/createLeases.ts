import type { Db } from './inTransaction.js';

/** Schema version 3. `until` in milliseconds. */
export function createLeases(db: Db): void {
  db.exec('CREATE TABLE leases (org_id TEXT NOT NULL, lease TEXT NOT NULL, token INTEGER NOT NULL, until INTEGER NOT NULL, PRIMARY KEY (org_id, lease)) WITHOUT ROWID');
}
