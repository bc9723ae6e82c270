import { inTransaction, type Db } from './inTransaction.js';
import type { Calls, SecretRow } from './protocol.js';

/** The SQL of connections and their secrets, inside the thread that owns the connection. */
export function connectionTables(db: Db) {
  // What is replaced or removed must not stay readable in the file's free pages.
  db.exec('PRAGMA secure_delete = ON');
  const newest = db.prepare('SELECT row FROM connections c WHERE org_id = :org AND version = (SELECT max(version) FROM connections WHERE org_id = c.org_id AND source = c.source)').raw();
  const all = db.prepare('SELECT row FROM connections WHERE org_id = :org').raw();
  const append = db.prepare('INSERT INTO connections VALUES (:org, :source, :version, :row) ON CONFLICT DO NOTHING');
  const newestVersion = db.prepare('SELECT coalesce(max(version), 0) FROM connections WHERE org_id = :org AND source = :source').raw();

  const secrets = db.prepare('SELECT secret_id, version, sealed FROM secrets WHERE org_id = :org AND (:id IS NULL OR secret_id = :id)').raw();
  const insert = db.prepare('INSERT INTO secrets VALUES (:org, :id, 1, :sealed) ON CONFLICT DO NOTHING');
  const update = db.prepare('UPDATE secrets SET version = :version, sealed = :sealed WHERE org_id = :org AND secret_id = :id AND version = :version - 1');
  const adopt = db.prepare('INSERT OR REPLACE INTO secrets VALUES (:org, :id, :version, :sealed)');
  const remove = db.prepare('DELETE FROM secrets WHERE org_id = :org AND secret_id IN (SELECT value FROM json_each(:ids))');
  const textsOf = (rows: unknown): string[] => (rows as [string][]).map(([row]) => row);

  return {
    listConnections: ({ orgId: org, isWhole }: Calls['listConnections']['args']) => ({ value: null, rows: textsOf((isWhole ? all : newest).all({ org })) }),
    /** Null: versions were left out. */
    appendConnection: ({ orgId: org, source, version, row }: Calls['appendConnection']['args']) => ({
      rows: [],
      value: inTransaction(db, () => {
        if (version > (newestVersion.get({ org, source }) as [number])[0] + 1) return null;
        return append.run({ org, source, version, row }).changes > 0;
      }),
    }),
    listSecrets: ({ orgId: org, secretId: id }: Calls['listSecrets']['args']) => ({ value: null, rows: secrets.all({ org, id }) as SecretRow[] }),
    replaceSecret: ({ orgId: org, secretId: id, version, sealed }: Calls['replaceSecret']['args']) => ({
      rows: [],
      value: (version === 1 ? insert.run({ org, id, sealed }) : update.run({ org, id, version, sealed })).changes > 0,
    }),
    adoptSecret({ orgId: org, secretId: id, version, sealed }: Calls['adoptSecret']['args']) {
      adopt.run({ org, id, version, sealed });
      return { value: null, rows: [] };
    },
    removeSecrets({ orgId: org, secretIds }: Calls['removeSecrets']['args']) {
      remove.run({ org, ids: JSON.stringify(secretIds) });
      return { value: null, rows: [] };
    },
  };
}
