import { once } from 'node:events';
import { join } from 'node:path';
import type { RawHistory, RawText } from '../../services/storage/chainContractSuite.js';
import { startWorker } from '../../services/runtime/startWorker.js';
import type { RawSql } from './rawSqlWorker.js';

type Row = Record<string, string | number>;
export type Statement = readonly [sql: string, ...parameters: readonly unknown[]];

const tables = {
  change_sets: { key: ['org_version'], columns: ['change_set_id', 'idempotency_key', 'request_hash', 'head', 'chain_hash'] },
  audit_entries: { key: ['org_version', 'position'], columns: ['tenant_id', 'psa_connection_id', 'links_before', 'links_after'] },
  units: { key: ['tenant_id', 'psa_connection_id'], columns: ['links'] },
} as const;
const inHistory = ['change_sets', 'audit_entries'];

/** The rows of each statement, run on the file of a closed store. */
export async function runRawSql(folder: string, statements: readonly Statement[]): Promise<Row[][]> {
  const data: RawSql = { file: join(folder, 'tenant-mapper.db'), statements: statements.map(([sql, ...parameters]) => ({ sql, parameters })) };
  const worker = startWorker(import.meta.url, 'rawSqlWorker', { workerData: data });
  const exited = once(worker, 'exit');
  const [rows] = (await once(worker, 'message')) as [Row[][]];
  await exited;
  return rows;
}

/** A way around a closed store. */
export function rawSqliteHistory(folder: string): RawHistory {
  return {
    async texts(orgIds) {
      const kinds = Object.entries(tables);
      const rows = await runRawSql(folder, orgIds.flatMap((orgId) => kinds.map(([table, { key }]): Statement => [`SELECT * FROM ${table} WHERE org_id = ? ORDER BY ${key.join()}`, orgId])));
      return orgIds.map((orgId, n) =>
        kinds.flatMap(([table, { key, columns }], kind) =>
          (rows[n * kinds.length + kind] ?? []).flatMap((row) =>
            columns.map((column): RawText => {
              const orgVersion = typeof row['org_version'] === 'number' ? row['org_version'] : null;
              return { orgId, name: `${table}.${column}`, orgVersion, text: String(row[column]), place: { table, column, key: key.map((name) => [name, row[name]]) } };
            }),
          ),
        ),
      );
    },
    async write(edits) {
      const updates = edits.map(({ orgId, place, text }): Statement => {
        const { table, column, key } = place as { table: string; column: string; key: readonly [string, unknown][] };
        return [`UPDATE ${table} SET ${column} = ? WHERE org_id = ? AND ${key.map(([name]) => `${name} = ?`).join(' AND ')}`, text, orgId, ...key.map(([, value]) => value)];
      });
      await runRawSql(folder, updates);
    },
    async remove(orgId, orgVersion) {
      await runRawSql(folder, inHistory.map((table): Statement => [`DELETE FROM ${table} WHERE org_id = ? AND org_version = ?`, orgId, orgVersion]));
    },
    async swap(orgId, one, other) {
      const renumber = [[one, -1], [other, one], [-1, other]];
      await runRawSql(folder, inHistory.flatMap((table) => renumber.map(([from, to]): Statement => [`UPDATE ${table} SET org_version = ? WHERE org_id = ? AND org_version = ?`, to, orgId, from])));
    },
  };
}
