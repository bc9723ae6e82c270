import type { OnProgress } from '../../domain/progress.js';
import { requireSame } from '../adoption.js';
import { inTransaction, type Db } from './inTransaction.js';
import { rowsPerSlice, type Calls, type ChangeRow, type CommitReply, type ConflictRow, type EntryRow, type FindArgs, type HeadRow, type KeyRow, type UnitRow } from './protocol.js';
import { sealRows } from './sealRows.js';

type Answer<Value, Row> = { readonly value: Value; readonly rows: readonly Row[] };

const currentUnit = `LEFT JOIN units u ON u.org_id = :org AND u.tenant_id = i.tenant_id AND u.psa_connection_id = i.psa_connection_id`;

/** The SQL of mappings, inside the thread that owns the connection. */
export function mappingTables(db: Db) {
  const all = <Row>(sql: string) => {
    const statement = db.prepare(sql).raw();
    return (parameters: object) => statement.all(parameters) as Row[];
  };
  const unitsOfOrg = all<UnitRow>('SELECT tenant_id, psa_connection_id, version, links FROM units WHERE org_id = :org');
  const unitsOfKeys = all<UnitRow>(`
    SELECT i.tenant_id, i.psa_connection_id, coalesce(u.version, 0), coalesce(u.links, '[]')
    FROM (SELECT key AS position, value ->> 0 AS tenant_id, value ->> 1 AS psa_connection_id FROM json_each(:keys)) i ${currentUnit} ORDER BY i.position`);
  const takeIn = db.prepare('INSERT INTO incoming SELECT :start + key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(:changes)');
  const staleUnits = all<ConflictRow>(`
    SELECT i.tenant_id, i.psa_connection_id, i.base_version, coalesce(u.version, 0), coalesce(u.links, '[]')
    FROM incoming i ${currentUnit} WHERE coalesce(u.version, 0) <> i.base_version ORDER BY i.position`);
  const writeEntries = db.prepare(`
    INSERT INTO audit_entries
    SELECT :org, :version, i.position, i.tenant_id, i.psa_connection_id, i.base_version, coalesce(u.links, '[]'), i.base_version + 1, i.links
    FROM incoming i ${currentUnit} WHERE i.position >= :start AND i.position < :end`);
  const writeUnits = db.prepare(`
    INSERT INTO units SELECT :org, tenant_id, psa_connection_id, base_version + 1, links FROM incoming WHERE position >= :start AND position < :end
    ON CONFLICT DO UPDATE SET version = excluded.version, links = excluded.links`);
  const writeChangeSet = db.prepare('INSERT INTO change_sets VALUES (:org, :version, :id, :key, :hash, :head, :chainHash)');
  const newest = all<[number, string]>('SELECT org_version, chain_hash FROM change_sets WHERE org_id = :org ORDER BY org_version DESC LIMIT 1');
  const columns = 'org_version, change_set_id, head, chain_hash, request_hash FROM change_sets WHERE org_id = :org';
  const byKey = all<[...HeadRow, string]>(`SELECT ${columns} AND idempotency_key = :text`);
  const byId = all<[...HeadRow, string]>(`SELECT ${columns} AND change_set_id = :text`);
  const byPage = all<[...HeadRow, string]>(`SELECT ${columns} AND org_version < :before ORDER BY org_version DESC LIMIT :limit`);
  const entriesOf = all<EntryRow>(`
    SELECT org_version, tenant_id, psa_connection_id, version_before, links_before, version_after, links_after
    FROM audit_entries WHERE org_id = :org AND org_version = :version ORDER BY position`);

  const entriesOfAll = (org: string, heads: readonly HeadRow[]) => heads.flatMap(([version]) => entriesOf({ org, version }));
  const headOf = ([version, id, head, chainHash]: readonly [...HeadRow, string]): HeadRow => [version, id, head, chainHash];

  function commit(args: Calls['commit']['args'], changes: readonly ChangeRow[], onProgress: OnProgress): Answer<CommitReply, EntryRow | ConflictRow> {
    const { orgId: org, changeSetId: id, idempotencyKey: key, requestHash: hash, head, adopted } = args;
    const [earlier] = byKey({ org, text: key });
    if (earlier) {
      const isRepeat = earlier[4] === hash;
      return { value: { kind: isRepeat ? 'saved' : 'key-reused', head: headOf(earlier), isRepeat }, rows: entriesOf({ org, version: earlier[0] }) };
    }
    try {
      const answer = inTransaction(db, (): Answer<CommitReply, EntryRow | ConflictRow> => {
        for (const start of slicesOf(changes)) takeIn.run({ start, changes: JSON.stringify(changes.slice(start, start + rowsPerSlice)) });
        const conflicts = staleUnits({ org });
        if (conflicts.length > 0) return { value: { kind: 'conflict', head: null, isRepeat: false }, rows: conflicts };
        const [before, previousHash] = newest({ org })[0] ?? [0, ''];
        const version = before + 1;
        for (const start of slicesOf(changes)) {
          const end = start + rowsPerSlice;
          writeEntries.run({ org, version, start, end });
          writeUnits.run({ org, start, end });
          if (end < changes.length) onProgress(end, changes.length);
        }
        const entries = entriesOf({ org, version });
        const chainHash = sealRows(previousHash, { orgId: org, orgVersion: version, changeSetId: id }, head, entries);
        if (adopted) requireSame(adopted, { orgVersion: version, changeSetId: adopted.changeSetId, chainHash });
        writeChangeSet.run({ org, version, id, key, hash, head, chainHash });
        return { value: { kind: 'saved', head: [version, id, head, chainHash], isRepeat: false }, rows: entries };
      });
      if (answer.value.kind === 'saved') onProgress(changes.length, changes.length);
      return answer;
    } finally {
      db.exec('DELETE FROM incoming');
    }
  }

  function findChangeSets(args: FindArgs): Answer<readonly HeadRow[], EntryRow> {
    const { orgId: org } = args;
    const found =
      args.by === 'page' ? byPage({ org, limit: args.limit, before: args.beforeVersion ?? Number.MAX_SAFE_INTEGER }) : (args.by === 'id' ? byId : byKey)({ org, text: args.text });
    const heads = found.map(headOf);
    return { value: heads, rows: entriesOfAll(org, heads) };
  }

  return {
    commit,
    findChangeSets,
    newestVersion: ({ orgId: org }: { readonly orgId: string }): Answer<number, never> => ({ value: newest({ org })[0]?.[0] ?? 0, rows: [] }),
    listUnits: ({ orgId: org }: { readonly orgId: string }): Answer<number, UnitRow> => ({ value: newest({ org })[0]?.[0] ?? 0, rows: unitsOfOrg({ org }) }),
    readUnits: ({ orgId: org }: { readonly orgId: string }, keys: readonly KeyRow[]): Answer<null, UnitRow> => ({ value: null, rows: unitsOfKeys({ org, keys: JSON.stringify(keys) }) }),
  };
}

function slicesOf(rows: readonly unknown[]): number[] {
  return Array.from({ length: Math.ceil(rows.length / rowsPerSlice) }, (_, index) => index * rowsPerSlice);
}
