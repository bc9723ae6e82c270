import { unitKeyText, type AuditEntry, type UnitChange, type UnitConflict } from '../../domain/mapping.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import { plainUnit, type PageUnit } from './unitPages.js';

export type CommitPlan =
  | { readonly kind: 'conflict'; readonly conflicts: readonly UnitConflict[] }
  /** `previous`: beside each entry the chunk of the one before it of the same unit, '' for the first. */
  | { readonly kind: 'ready'; readonly entries: readonly AuditEntry[]; readonly previous: readonly string[] };

const changesPerTurn = 1000;

/** Compares what the changes were based on with what is there: every stale unit, or the audit entries to write. */
export async function planCommit(changes: readonly UnitChange[], present: Iterable<PageUnit>): Promise<CommitPlan> {
  const units = new Map([...present].map((unit) => [unitKeyText(unit), unit]));
  const conflicts: UnitConflict[] = [];
  const entries: AuditEntry[] = [];
  const previous: string[] = [];
  for (const [index, { tenantId, psaConnectionId, baseVersion, links }] of changes.entries()) {
    if (index % changesPerTurn === changesPerTurn - 1) await yieldTurn();
    const key = { tenantId, psaConnectionId };
    const current = units.get(unitKeyText(key)) ?? { ...key, version: 0, links: [], chunkId: '' };
    if (current.version !== baseVersion) conflicts.push({ ...key, baseVersion, current: plainUnit(current) });
    entries.push({ ...key, before: { version: baseVersion, links: current.links }, after: { version: baseVersion + 1, links } });
    previous.push(current.chunkId);
  }
  return conflicts.length > 0 ? { kind: 'conflict', conflicts } : { kind: 'ready', entries, previous };
}
