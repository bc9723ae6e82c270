import { unitKeyText, type AuditEntry, type MappingUnit, type UnitChange, type UnitConflict } from '../../domain/mapping.js';

export type CommitPlan = { readonly kind: 'conflict'; readonly conflicts: readonly UnitConflict[] } | { readonly kind: 'ready'; readonly entries: readonly AuditEntry[] };

/** Compares what the changes were based on with what is there: every stale unit, or the audit entries to write. */
export function planCommit(changes: readonly UnitChange[], present: Iterable<MappingUnit>): CommitPlan {
  const units = new Map([...present].map((unit) => [unitKeyText(unit), unit]));
  const conflicts: UnitConflict[] = [];
  const entries: AuditEntry[] = [];
  for (const { tenantId, psaConnectionId, baseVersion, links } of changes) {
    const key = { tenantId, psaConnectionId };
    const current = units.get(unitKeyText(key)) ?? { ...key, version: 0, links: [] };
    if (current.version !== baseVersion) conflicts.push({ ...key, baseVersion, current });
    else entries.push({ ...key, before: { version: baseVersion, links: current.links }, after: { version: baseVersion + 1, links } });
  }
  return conflicts.length > 0 ? { kind: 'conflict', conflicts } : { kind: 'ready', entries };
}
