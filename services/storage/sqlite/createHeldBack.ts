import type { Db } from './inTransaction.js';

/** Companies of a PSA that take no part, in the shape of the other lists. */
export function createHeldBack(db: Db): void {
  db.exec('CREATE TABLE held_back (org_id TEXT NOT NULL, source_id TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, source_id, id)) WITHOUT ROWID');
}
