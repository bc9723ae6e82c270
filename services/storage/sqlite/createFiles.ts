import type { Db } from './inTransaction.js';

/** Schema version 7. `text` is JSON, which keeps every character. */
export function createFiles(db: Db): void {
  db.exec('CREATE TABLE files (org_id TEXT NOT NULL, file_id TEXT NOT NULL, head TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (org_id, file_id))');
}
