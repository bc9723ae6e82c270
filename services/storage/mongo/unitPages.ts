import { unitKeyText, type MappingUnit, type UnitKey } from '../../domain/mapping.js';

/** A unit as it lies on a page: `chunkId` leads to its newest audit entry, and from there to all others. */
export type PageUnit = MappingUnit & { readonly chunkId: string };

const unitsPerPage = 64;
const maxPages = 1024;

/** How many pages that many units want: a power of two, never fewer than there are. */
export function pageCountFor(unitCount: number, present: number): number {
  let wanted = Math.max(present, 1);
  while (wanted < maxPages && unitCount > wanted * unitsPerPage) wanted *= 2;
  return wanted;
}

/** On which page a unit is. Part of the stored format: changing it needs a migration. */
export function pageOf(key: UnitKey, pageCount: number): number {
  // FNV-1a: even enough, and 10,000 of them take a few milliseconds.
  let hash = 0x811c9dc5;
  for (const character of unitKeyText(key)) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % pageCount;
}

/** Units by page. */
export function groupByPage<Unit extends UnitKey>(units: readonly Unit[], pageCount: number): Map<number, Unit[]> {
  const groups = new Map<number, Unit[]>();
  for (const unit of units) {
    const page = pageOf(unit, pageCount);
    const group = groups.get(page);
    if (group) group.push(unit);
    else groups.set(page, [unit]);
  }
  return groups;
}

/** `units` with `changed` put in the place of what had the same key. */
export function withChanged(units: readonly PageUnit[], changed: readonly PageUnit[]): PageUnit[] {
  const merged = new Map(units.map((unit) => [unitKeyText(unit), unit]));
  for (const unit of changed) merged.set(unitKeyText(unit), unit);
  return [...merged.values()];
}

/** As the ports give it. */
export function plainUnit({ tenantId, psaConnectionId, version, links }: MappingUnit): MappingUnit {
  return { tenantId, psaConnectionId, version, links };
}
