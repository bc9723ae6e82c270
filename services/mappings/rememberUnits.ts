import type { OrgId } from '../domain/ids.js';
import { unitKeyText, type MappingUnit } from '../domain/mapping.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import type { MappingStore } from '../storage/ports.js';

type Remembered = { readonly orgVersion: number; readonly units: MappingUnit[] };

/** Organizations whose units stay in memory (100,000 take some 100 MB), and saves that are caught up on rather than reading all anew. */
const [mostOrganizations, mostSaves] = [4, 20];

/** A store that answers `listUnits` from memory while nothing was saved, by this process or another: the same array then. Nobody may change it. */
export function rememberUnits(mappings: MappingStore): MappingStore {
  const known = new Map<OrgId, Promise<Remembered>>();

  async function readAgain(orgId: OrgId, before: Promise<Remembered> | undefined): Promise<Remembered> {
    const orgVersion = await mappings.newestVersion(orgId);
    const remembered = await before?.catch(() => undefined);
    if (remembered?.orgVersion === orgVersion) return remembered;
    const missed = orgVersion - (remembered?.orgVersion ?? 0);
    if (remembered && missed > 0 && missed <= mostSaves) return { orgVersion, units: await catchUp(mappings, orgId, remembered.units, orgVersion, missed) };
    // Read after its version: what was saved in between is put on top once more, which changes nothing.
    return { orgVersion, units: await mappings.listUnits(orgId) };
  }

  return {
    ...mappings,
    async listUnits(orgId) {
      const before = known.get(orgId);
      const reading = readAgain(orgId, before);
      known.delete(orgId);
      known.set(orgId, reading);
      reading.catch(() => known.get(orgId) === reading && known.delete(orgId));
      const [oldest] = known.keys();
      if (known.size > mostOrganizations && oldest !== undefined) known.delete(oldest);
      return (await reading).units;
    },
  };
}

async function catchUp(mappings: MappingStore, orgId: OrgId, before: readonly MappingUnit[], orgVersion: number, missed: number): Promise<MappingUnit[]> {
  const changeSets = await mappings.listChangeSets(orgId, { limit: missed, beforeVersion: orgVersion + 1 });
  const changed = new Map<string, MappingUnit>();
  for (const { entries } of changeSets.toReversed()) {
    for (const { tenantId, psaConnectionId, after } of entries) changed.set(unitKeyText({ tenantId, psaConnectionId }), { tenantId, psaConnectionId, ...after });
    await yieldTurn();
  }
  const units: MappingUnit[] = [];
  for (const [index, unit] of before.entries()) {
    if (index % 5000 === 4999) await yieldTurn();
    const text = unitKeyText(unit);
    units.push(changed.get(text) ?? unit);
    changed.delete(text);
  }
  for (const unit of changed.values()) units.push(unit);
  return units;
}
