import { fencedOff } from '../argumentChecks.js';
import type { Fence } from '../ports.js';
import { inTransaction, type Db } from './inTransaction.js';
import { rowsPerSlice, type RecordArgs, type SourceRow, type SourceTable } from './protocol.js';

/** The SQL of the sources' lists, inside the thread that owns the connection. */
export function sourceTables(db: Db, isNewest: (orgId: string, fence: Fence) => boolean) {
  const tables = { tenants: listTable(db, 'tenants'), companies: listTable(db, 'companies'), held_back: listTable(db, 'held_back') } satisfies Record<SourceTable, unknown>;
  const writeRun = db.prepare(`
    INSERT INTO sync_runs VALUES (:org, :source, :run, iif(:isComplete, :run, NULL))
    ON CONFLICT DO UPDATE SET latest = excluded.latest, latest_complete = coalesce(excluded.latest_complete, latest_complete)`);
  const runsOf = db.prepare('SELECT latest, latest_complete FROM sync_runs WHERE org_id = :org ORDER BY source').raw();

  return {
    recordRows({ orgId: org, table, source, sourceId, outcome, gone, heldBack, run, fence }: RecordArgs, rows: readonly SourceRow[]): void {
      inTransaction(db, () => {
        if (fence && !isNewest(org, fence)) throw fencedOff(fence);
        if (gone) tables[table].apply(org, sourceId, rows, gone);
        else if (outcome !== 'failed') {
          tables[table].record(org, sourceId, rows, outcome === 'complete');
          if (table === 'companies') tables.held_back.record(org, sourceId, heldBack, outcome === 'complete');
        }
        writeRun.run({ org, source, run, isComplete: outcome === 'complete' ? 1 : 0 });
      });
    },
    listRows: (org: string, table: SourceTable): string[] => tables[table].list(org),
    listRuns: (org: string): string[] =>
      (runsOf.all({ org }) as [string, string | null][]).flatMap(([latest, complete]) => (complete === null || complete === latest ? [latest] : [latest, complete])),
  };
}

function listTable(db: Db, table: SourceTable) {
  const rowsOfSource = db.prepare(`SELECT id, row FROM ${table} WHERE org_id = :org AND source_id = :source`).raw();
  const rowsOfOrg = db.prepare(`SELECT row FROM ${table} WHERE org_id = :org ORDER BY source_id, id`).raw();
  const write = db.prepare(`INSERT INTO ${table} SELECT :org, :source, value ->> 0, value ->> 1 FROM json_each(:rows) WHERE true ON CONFLICT DO UPDATE SET row = excluded.row`);
  const remove = db.prepare(`DELETE FROM ${table} WHERE org_id = :org AND source_id = :source AND id IN (SELECT value FROM json_each(:ids))`);

  function writeRows(org: string, source: string, rows: readonly SourceRow[]): void {
    for (let start = 0; start < rows.length; start += rowsPerSlice) write.run({ org, source, rows: JSON.stringify(rows.slice(start, start + rowsPerSlice)) });
  }
  function removeRows(org: string, source: string, ids: readonly string[]): void {
    if (ids.length > 0) remove.run({ org, source, ids: JSON.stringify(ids) });
  }

  return {
    /** Writes the differences only: a nightly pull of an unchanged list costs a read. */
    record(org: string, source: string, rows: readonly SourceRow[], isComplete: boolean): void {
      const incoming = new Map(rows);
      const known = new Map(rowsOfSource.all({ org, source }) as [string, string][]);
      writeRows(org, source, [...incoming].filter(([id, row]) => known.get(id) !== row));
      if (isComplete) removeRows(org, source, [...known.keys()].filter((id) => !incoming.has(id)));
    },
    apply(org: string, source: string, changed: readonly SourceRow[], gone: readonly string[]): void {
      writeRows(org, source, changed);
      removeRows(org, source, gone);
    },
    list: (org: string): string[] => (rowsOfOrg.all({ org }) as [string][]).map(([row]) => row),
  };
}
