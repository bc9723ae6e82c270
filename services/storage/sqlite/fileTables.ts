import type { Db } from './inTransaction.js';
import type { Calls } from './protocol.js';

/** The SQL of uploaded files, inside the thread that owns the connection. */
export function fileTables(db: Db) {
  const heads = db.prepare('SELECT head FROM files WHERE org_id = :org').raw();
  const one = db.prepare('SELECT head, text FROM files WHERE org_id = :org AND file_id = :id').raw();
  const add = db.prepare('INSERT INTO files VALUES (:org, :id, :head, :text) ON CONFLICT DO NOTHING');
  const remove = db.prepare('DELETE FROM files WHERE org_id = :org AND file_id IN (SELECT value FROM json_each(:ids))');

  return {
    listFiles: ({ orgId: org }: Calls['listFiles']['args']) => ({ value: null, rows: (heads.all({ org }) as [string][]).map(([head]) => head) }),
    readFile({ orgId: org, fileId: id }: Calls['readFile']['args']) {
      const found = one.get({ org, id }) as [string, string] | undefined;
      return { value: found ? { head: found[0], text: found[1] } : null, rows: [] };
    },
    addFile({ orgId: org, fileId: id, head, text }: Calls['addFile']['args']) {
      add.run({ org, id, head, text });
      return { value: null, rows: [] };
    },
    removeFiles({ orgId: org, fileIds }: Calls['removeFiles']['args']) {
      remove.run({ org, ids: JSON.stringify(fileIds) });
      return { value: null, rows: [] };
    },
  };
}
