import { createHash } from 'node:crypto';
import type { OrgId } from '../../services/domain/ids.js';
import { unitKeyText, type ChangeSetRequest, type MappingUnit, type UnitChange } from '../../services/domain/mapping.js';
import { change, manyChanges, request } from '../support/storageSamples.js';

export const bigOrgId = 'bbbbbbbb-0000-4000-8000-000000000001' as OrgId;

/** 10,000 rows at full size: of those there before 5/7 change and 2/7 are cleared, 3/7 as many are new. */
export type BigSave = { readonly before: ChangeSetRequest; readonly save: ChangeSetRequest; readonly hashBefore: string; readonly hashAfter: string };

export function makeBigSave(scale = 1000): BigSave {
  const before = request(manyChanges(7 * scale), { idempotencyKey: 'before' });
  const changed = manyChanges(5 * scale, 0, 1, 'moved');
  const cleared = Array.from({ length: 2 * scale }, (_, n) => change(5 * scale + n, 1));
  const fresh = manyChanges(3 * scale, 7 * scale, 0, 'new');
  const save = request([...changed, ...cleared, ...fresh], { idempotencyKey: 'big save' });
  return { before, save, hashBefore: hashUnits(toUnits(before.changes)), hashAfter: hashUnits(toUnits(save.changes)) };
}

function toUnits(changes: readonly UnitChange[]): MappingUnit[] {
  return changes.map(({ tenantId, psaConnectionId, baseVersion, links }) => ({ tenantId, psaConnectionId, version: baseVersion + 1, links }));
}

/** SHA-256 over the sorted units. */
export function hashUnits(units: readonly MappingUnit[]): string {
  const lines = units.map((unit) => JSON.stringify([unitKeyText(unit), unit.version, unit.links])).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
