import { unitKeyText, type ChangeSet, type MappingUnit } from '../../services/domain/mapping.js';
import type { OrgId } from '../../services/domain/ids.js';
import type { MappingStore } from '../../services/storage/ports.js';
import { change, linkTo, newOrgId, request, unitKey } from '../support/storageSamples.js';
import type { Experiment } from './experiment.js';
import type { Random } from './random.js';

/** The control undoes without looking at versions. */
export const experiment: Experiment = {
  about: '500 random saves, undone in random order: exact where nothing later touched the rows, refused with those rows where something did',
  adapters: ['sqlite', 'mongo'],
  async run({ adapter, random, tally, isControl, isShort }) {
    const saves = isShort ? 40 : isControl ? 60 : 500;
    const place = await adapter.newPlace();
    const store = await place.open();
    try {
      const orgId = newOrgId();
      const model = new Map<string, MappingUnit>();
      const history: ChangeSet[] = [];
      for (let n = 0; n < saves; n += 1) history.push(await saveSomething(store.mappings, orgId, random, model, saves));
      for (const changeSet of random.shuffle(history)) tally.add(await undo(store.mappings, orgId, changeSet, model, isControl, tally.count));
      tally.add(sorted(await store.mappings.listUnits(orgId)) === sorted([...model.values()]) ? undefined : 'the units are not what the saves and undos come to');
      const verdict = await store.mappings.verifyHistory(orgId);
      tally.add(verdict.kind === 'broken' ? `save ${verdict.orgVersion}: ${verdict.why}` : undefined);
    } finally {
      await store.close();
      await place.remove();
    }
  },
};

/** 1-12 units of sixty times as many as there are saves, so that about a third of the saves share a unit with a later one. */
async function saveSomething(mappings: MappingStore, orgId: OrgId, random: Random, model: Map<string, MappingUnit>, saves: number): Promise<ChangeSet> {
  const units = new Set(Array.from({ length: 1 + random.below(12) }, () => random.below(saves * 60)));
  const changes = [...units].map((n) => {
    const companies = Array.from({ length: random.below(3) }, (_, index) => linkTo(`c${index}-${random.below(1000)}`, { score: random.below(100) / 100 }));
    return { ...change(n, model.get(unitKeyText(unitKey(n)))?.version ?? 0), links: companies };
  });
  const outcome = await mappings.commit(orgId, request(changes));
  if (outcome.kind !== 'saved') throw new Error(`a save came to ${outcome.kind}`);
  for (const { baseVersion, ...unit } of changes) model.set(unitKeyText(unit), { ...unit, version: baseVersion + 1 });
  return outcome.changeSet;
}

async function undo(mappings: MappingStore, orgId: OrgId, changeSet: ChangeSet, model: Map<string, MappingUnit>, isBlind: boolean, count: (name: string) => void): Promise<string | undefined> {
  const { entries, changeSetId, orgVersion } = changeSet;
  const nowOf = (entry: (typeof entries)[number]) => model.get(unitKeyText(entry))?.version ?? 0;
  const touchedSince = entries.filter((entry) => nowOf(entry) !== entry.after.version).map(unitKeyText);
  const changes = entries.map((entry) => ({ tenantId: entry.tenantId, psaConnectionId: entry.psaConnectionId, baseVersion: isBlind ? nowOf(entry) : entry.after.version, links: entry.before.links }));
  const outcome = await mappings.commit(orgId, request(changes, { undoes: changeSetId, idempotencyKey: `undo ${changeSetId}` }));
  if (outcome.kind === 'key-reused') return `undo of ${orgVersion}: key-reused`;
  count(outcome.kind === 'saved' ? 'undone' : 'refused');
  if (outcome.kind === 'conflict') {
    const named = outcome.conflicts.map(unitKeyText);
    return named.sort().join() === touchedSince.sort().join() ? undefined : `undo of ${orgVersion} was refused for other rows than were touched since`;
  }
  for (const { baseVersion, ...unit } of changes) model.set(unitKeyText(unit), { ...unit, version: baseVersion + 1 });
  if (touchedSince.length > 0) return `undo of ${orgVersion} was not refused, though ${touchedSince.length} of its rows were touched since`;
  const back = await mappings.readUnits(orgId, entries);
  const isExact = back.every((unit, index) => JSON.stringify(unit.links) === JSON.stringify(entries[index]?.before.links));
  return isExact ? undefined : `undo of ${orgVersion} did not bring back what was there, byte for byte`;
}

function sorted(units: readonly MappingUnit[]): string {
  return units.map((unit) => JSON.stringify([unitKeyText(unit), unit.version, unit.links])).sort().join('\n');
}
