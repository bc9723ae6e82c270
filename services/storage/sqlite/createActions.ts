import type { Db } from './inTransaction.js';

/** Schema version 8. `kept_until` is ISO 8601, UTC; `state` is JSON. */
export function createActions(db: Db): void {
  db.exec(`
CREATE TABLE actions (org_id TEXT NOT NULL, action_id TEXT NOT NULL, version INTEGER NOT NULL, kept_until TEXT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (org_id, action_id)) WITHOUT ROWID;
CREATE INDEX actions_by_end ON actions (org_id, kept_until);
`);
}
