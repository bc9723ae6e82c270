import type { Db } from './inTransaction.js';

/** Schema version 4. `version` is the draft's, in which the row changed last. */
export function createDrafts(db: Db): void {
  db.exec(`
CREATE TABLE drafts (org_id TEXT NOT NULL, tenant_id TEXT NOT NULL, version INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, tenant_id)) WITHOUT ROWID;
CREATE INDEX drafts_by_version ON drafts (org_id, version);
`);
}
