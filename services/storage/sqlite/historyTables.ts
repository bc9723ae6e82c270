import type { Db } from './inTransaction.js';
import type { Calls, EntryRow, StoredHeadRow, TouchRow, UnitRow } from './protocol.js';

type Answer<Name extends 'listUnitHistory' | 'unitsAt' | 'readStored'> = { readonly value: Calls[Name]['value']; readonly rows: readonly Calls[Name]['received'][] };

/** The SQL of reading history, inside the thread that owns the connection. */
export function historyTables(db: Db) {
  const all = <Row>(sql: string) => {
    const statement = db.prepare(sql).raw();
    return (parameters: object) => statement.all(parameters) as Row[];
  };
  const touches = all<TouchRow>(`
    SELECT a.org_version, c.change_set_id, c.head, a.version_before, a.links_before, a.version_after, a.links_after
    FROM audit_entries a JOIN change_sets c USING (org_id, org_version)
    WHERE a.org_id = :org AND a.tenant_id = :tenant AND a.psa_connection_id = :psa AND a.org_version < :before ORDER BY a.org_version DESC LIMIT :limit`);
  const newest = all<[number]>('SELECT coalesce(max(org_version), 0) FROM change_sets WHERE org_id = :org');
  // One look into the index per unit, however long the history is.
  const lastTouches = all<UnitRow>(`
    SELECT a.tenant_id, a.psa_connection_id, a.version_after, a.links_after
    FROM units u JOIN audit_entries a USING (org_id, tenant_id, psa_connection_id)
    WHERE u.org_id = :org AND a.org_version = (
      SELECT max(org_version) FROM audit_entries WHERE org_id = :org AND tenant_id = u.tenant_id AND psa_connection_id = u.psa_connection_id AND org_version <= :version)`);
  const headsAfter = db.prepare(`
    SELECT org_version, change_set_id, head, chain_hash, idempotency_key, request_hash FROM change_sets
    WHERE org_id = :org AND org_version > :after ORDER BY org_version LIMIT 100`).raw();
  const entriesOf = all<EntryRow>(`
    SELECT org_version, tenant_id, psa_connection_id, version_before, links_before, version_after, links_after
    FROM audit_entries WHERE org_id = :org AND org_version = :version ORDER BY position`);

  return {
    listUnitHistory: ({ orgId: org, tenantId: tenant, psaConnectionId: psa, limit, beforeVersion }: Calls['listUnitHistory']['args']): Answer<'listUnitHistory'> => ({
      value: null,
      rows: touches({ org, tenant, psa, limit, before: beforeVersion ?? Number.MAX_SAFE_INTEGER }),
    }),
    unitsAt({ orgId: org, orgVersion: version }: Calls['unitsAt']['args']): Answer<'unitsAt'> {
      const value = newest({ org })[0]?.[0] ?? 0;
      return { value, rows: version > value ? [] : lastTouches({ org, version }) };
    },
    readStored({ orgId: org, afterVersion: after, enoughEntries }: Calls['readStored']['args']): Answer<'readStored'> {
      const heads: StoredHeadRow[] = [];
      const rows: EntryRow[] = [];
      for (const head of headsAfter.all({ org, after }) as StoredHeadRow[]) {
        heads.push(head);
        for (const row of entriesOf({ org, version: head[0] })) rows.push(row);
        if (rows.length >= enoughEntries) break;
      }
      return { value: heads, rows };
    },
  };
}
