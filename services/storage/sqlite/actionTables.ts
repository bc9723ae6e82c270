import type { Db } from './inTransaction.js';
import type { ActionRow, Calls } from './protocol.js';

/** The SQL of one-time actions, inside the thread that owns the connection. */
export function actionTables(db: Db) {
  const add = db.prepare('INSERT INTO actions VALUES (:org, :id, 1, :until, :state) ON CONFLICT DO NOTHING');
  const one = db.prepare('SELECT version, kept_until, state FROM actions WHERE org_id = :org AND action_id = :id').raw();
  const replace = db.prepare('UPDATE actions SET version = :version, kept_until = :until, state = :state WHERE org_id = :org AND action_id = :id AND version = :version - 1');
  const removeExpired = db.prepare('DELETE FROM actions WHERE org_id = :org AND kept_until < :before');

  return {
    addAction({ orgId: org, actionId: id, keptUntil: until, state }: Calls['addAction']['args']) {
      add.run({ org, id, until, state });
      return { value: null, rows: [] };
    },
    readAction: ({ orgId: org, actionId: id }: Calls['readAction']['args']) => ({ value: (one.get({ org, id }) as ActionRow | undefined) ?? null, rows: [] }),
    replaceAction: ({ orgId: org, actionId: id, version, keptUntil: until, state }: Calls['replaceAction']['args']) => ({ value: replace.run({ org, id, version, until, state }).changes > 0, rows: [] }),
    removeExpiredActions({ orgId: org, before }: Calls['removeExpiredActions']['args']) {
      removeExpired.run({ org, before });
      return { value: null, rows: [] };
    },
  };
}
