import type { Db } from './inTransaction.js';

/** Schema version 1. */
export function createTables(db: Db): void {
  db.exec(`
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE units (
  org_id TEXT NOT NULL, tenant_id TEXT NOT NULL, psa_connection_id TEXT NOT NULL,
  version INTEGER NOT NULL, links TEXT NOT NULL,
  PRIMARY KEY (org_id, tenant_id, psa_connection_id)
) WITHOUT ROWID;
CREATE TABLE change_sets (
  org_id TEXT NOT NULL, org_version INTEGER NOT NULL, change_set_id TEXT NOT NULL,
  idempotency_key TEXT NOT NULL, request_hash TEXT NOT NULL, head TEXT NOT NULL,
  PRIMARY KEY (org_id, org_version), UNIQUE (org_id, idempotency_key), UNIQUE (org_id, change_set_id)
) WITHOUT ROWID;
CREATE TABLE audit_entries (
  org_id TEXT NOT NULL, org_version INTEGER NOT NULL, position INTEGER NOT NULL,
  tenant_id TEXT NOT NULL, psa_connection_id TEXT NOT NULL,
  version_before INTEGER NOT NULL, links_before TEXT NOT NULL, version_after INTEGER NOT NULL, links_after TEXT NOT NULL,
  PRIMARY KEY (org_id, org_version, position)
) WITHOUT ROWID;
CREATE TABLE tenants (org_id TEXT NOT NULL, source_id TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, source_id, id)) WITHOUT ROWID;
CREATE TABLE companies (org_id TEXT NOT NULL, source_id TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (org_id, source_id, id)) WITHOUT ROWID;
CREATE TABLE sync_runs (org_id TEXT NOT NULL, source TEXT NOT NULL, latest TEXT NOT NULL, latest_complete TEXT, PRIMARY KEY (org_id, source)) WITHOUT ROWID;
`);
}
