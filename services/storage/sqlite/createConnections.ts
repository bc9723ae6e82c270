import type { Db } from './inTransaction.js';

/** Schema version 6. A row of `connections` is one change of one connection, never changed; of `secrets` the newest version of each. */
export function createConnections(db: Db): void {
  db.exec(`
CREATE TABLE connections (org_id TEXT NOT NULL, source TEXT NOT NULL, version INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, source, version)) WITHOUT ROWID;
CREATE TABLE secrets (org_id TEXT NOT NULL, secret_id TEXT NOT NULL, version INTEGER NOT NULL, sealed TEXT NOT NULL, PRIMARY KEY (org_id, secret_id)) WITHOUT ROWID;
`);
}
