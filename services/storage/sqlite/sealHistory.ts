import type { ChangeSetHead } from '../../domain/mapping.js';
import { headText } from '../chainHash.js';
import type { Db } from './inTransaction.js';
import type { EntryRow } from './protocol.js';
import { sealRows } from './sealRows.js';

/** Schema version 2: every ChangeSet has a reason and a seal, and a unit's history can be looked up. */
export function sealHistory(db: Db): void {
  db.exec("ALTER TABLE change_sets ADD COLUMN chain_hash TEXT NOT NULL DEFAULT ''");
  db.exec('CREATE INDEX audit_by_unit ON audit_entries (org_id, tenant_id, psa_connection_id, org_version)');
  const organizations = db.prepare('SELECT DISTINCT org_id FROM change_sets').raw().all([]) as [string][];
  const changeSets = db.prepare('SELECT org_version, change_set_id FROM change_sets WHERE org_id = ? ORDER BY org_version').raw();
  const headOf = db.prepare('SELECT head FROM change_sets WHERE org_id = ? AND org_version = ?').raw();
  const entriesOf = db.prepare('SELECT org_version, tenant_id, psa_connection_id, version_before, links_before, version_after, links_after FROM audit_entries WHERE org_id = ? AND org_version = ? ORDER BY position').raw();
  const seal = db.prepare('UPDATE change_sets SET head = ?, chain_hash = ? WHERE org_id = ? AND org_version = ?');
  for (const [orgId] of organizations) {
    let previous = '';
    for (const [orgVersion, changeSetId] of changeSets.all([orgId]) as [number, string][]) {
      const [[oldHead]] = headOf.all([orgId, orgVersion]) as [[string]];
      const head = headText({ ...(JSON.parse(oldHead) as Omit<ChangeSetHead, 'reason'>), reason: '' });
      previous = sealRows(previous, { orgId, orgVersion, changeSetId }, head, entriesOf.all([orgId, orgVersion]) as EntryRow[]);
      seal.run([head, previous, orgId, orgVersion]);
    }
  }
}
