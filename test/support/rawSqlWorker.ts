import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';

/** Runs statements on a database file and answers with their rows. A thread, since libsql frees a file for good only when its thread ends. */
export type RawSql = { readonly file: string; readonly statements: readonly { readonly sql: string; readonly parameters: readonly unknown[] }[] };

const { file, statements } = workerData as RawSql;
const db = new Database(file);
parentPort?.postMessage(
  statements.map(({ sql, parameters }) => {
    const statement = db.prepare(sql);
    if (statement.reader) return statement.all([...parameters]);
    statement.run([...parameters]);
    return [];
  }),
);
db.close();
