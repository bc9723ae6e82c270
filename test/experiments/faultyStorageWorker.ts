import { workerData } from 'node:worker_threads';
import Database from 'libsql';
import { endAt, sqlitePoints } from './failPoints.js';

// The storage thread with a fail-point put between it and libsql.
const reached = endAt((workerData as { point: string }).point, sqlitePoints);
const around = <Value>(sql: string, run: () => Value): Value => {
  const isKind = (what: string) => sql.trimStart().startsWith(what);
  reached('before', isKind);
  const value = run();
  reached('after', isKind);
  return value;
};

type Statement = { run: (...parameters: unknown[]) => unknown };
const prototype = Database.prototype as { exec: (this: unknown, sql: string) => unknown; prepare: (this: unknown, sql: string) => Statement };
const { exec, prepare } = prototype;
prototype.exec = function intercepted(sql) {
  return around(sql, () => exec.call(this, sql));
};
prototype.prepare = function intercepted(sql) {
  const statement = prepare.call(this, sql);
  const run = statement.run.bind(statement);
  statement.run = (...parameters) => around(sql, () => run(...parameters));
  return statement;
};

await import('../../services/storage/sqlite/storageWorker.js');
