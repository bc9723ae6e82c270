import type { Db } from './inTransaction.js';
import type { Calls } from './protocol.js';

/** The SQL of conversations, inside the thread that owns the connection. */
export function conversationTables(db: Db) {
  const rows = db.prepare('SELECT row FROM conversations WHERE org_id = :org AND (:id IS NULL OR conversation_id = :id)').raw();
  const insert = db.prepare('INSERT INTO conversations VALUES (:org, :id, 1, :row) ON CONFLICT DO NOTHING');
  const update = db.prepare('UPDATE conversations SET version = :version, row = :row WHERE org_id = :org AND conversation_id = :id AND version = :version - 1');
  const adopt = db.prepare('INSERT OR REPLACE INTO conversations VALUES (:org, :id, :version, :row)');
  const remove = db.prepare('DELETE FROM conversations WHERE org_id = :org AND conversation_id = :id');

  return {
    listConversations: ({ orgId: org, conversationId: id }: Calls['listConversations']['args']) => ({ value: null, rows: (rows.all({ org, id }) as [string][]).map(([row]) => row) }),
    replaceConversation: ({ orgId: org, conversationId: id, version, row }: Calls['replaceConversation']['args']) => ({
      rows: [],
      value: (version === 1 ? insert.run({ org, id, row }) : update.run({ org, id, version, row })).changes > 0,
    }),
    adoptConversation({ orgId: org, conversationId: id, version, row }: Calls['adoptConversation']['args']) {
      adopt.run({ org, id, version, row });
      return { value: null, rows: [] };
    },
    removeConversation({ orgId: org, conversationId: id }: Calls['removeConversation']['args']) {
      remove.run({ org, id });
      return { value: null, rows: [] };
    },
  };
}
