import { inTransaction, type Db } from './inTransaction.js';
import { rowsPerSlice, type DraftRow } from './protocol.js';

type Answer = { readonly value: number; readonly rows: readonly DraftRow[] };
type Org = { readonly orgId: string };

/** The SQL of drafts, inside the thread that owns the connection. Rows are never removed, so the highest version is the draft's. */
export function draftTables(db: Db) {
  const newest = db.prepare('SELECT coalesce(max(version), 0) FROM drafts WHERE org_id = :org').raw();
  const changed = db.prepare('SELECT tenant_id, version, row FROM drafts WHERE org_id = :org AND version > :since').raw();
  const present = db.prepare('SELECT tenant_id, version, row FROM drafts WHERE org_id = :org AND tenant_id IN (SELECT value FROM json_each(:ids))').raw();
  const put = db.prepare(`
    INSERT INTO drafts SELECT :org, value ->> 0, :version, value ->> 2 FROM json_each(:rows) WHERE true
    ON CONFLICT DO UPDATE SET version = excluded.version, row = excluded.row`);
  const versionOf = (org: string): number => (newest.get({ org }) as [number])[0];

  function writeDraft({ orgId: org }: Org, rows: readonly DraftRow[]): Answer {
    return inTransaction(db, (): Answer => {
      const now = new Map((present.all({ org, ids: JSON.stringify(rows.map(([id]) => id)) }) as DraftRow[]).map((row) => [row[0], row]));
      const isFresh = ([id, baseVersion]: DraftRow) => (now.get(id)?.[1] ?? 0) === baseVersion;
      const fresh = rows.filter(isFresh);
      const version = versionOf(org) + (fresh.length > 0 ? 1 : 0);
      for (let start = 0; start < fresh.length; start += rowsPerSlice) put.run({ org, version, rows: JSON.stringify(fresh.slice(start, start + rowsPerSlice)) });
      return { value: version, rows: rows.filter((row) => !isFresh(row)).map(([id]): DraftRow => now.get(id) ?? [id, 0, '']) };
    });
  }

  return {
    readDraft: ({ orgId: org, since }: Org & { readonly since: number }): Answer => ({ value: versionOf(org), rows: changed.all({ org, since }) as DraftRow[] }),
    writeDraft,
  };
}
