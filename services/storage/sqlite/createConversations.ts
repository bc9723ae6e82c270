import type { Db } from './inTransaction.js';

/** Schema version 9: the newest version of each conversation that asked to be told. */
export function createConversations(db: Db): void {
  db.exec('CREATE TABLE conversations (org_id TEXT NOT NULL, conversation_id TEXT NOT NULL, version INTEGER NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, conversation_id)) WITHOUT ROWID');
}
