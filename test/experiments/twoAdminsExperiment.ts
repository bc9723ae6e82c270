import { unitKeyText, type ChangeSetRequest, type CompanyLink, type MappingUnit, type UnitKey } from '../../services/domain/mapping.js';
import type { MappingStore } from '../../services/storage/ports.js';
import { change, manyChanges, newOrgId, request } from '../support/storageSamples.js';
import type { Experiment } from './experiment.js';
import type { Random } from './random.js';

type Outcome = Awaited<ReturnType<MappingStore['commit']>>;
type Seen = ReadonlyMap<string, MappingUnit>;

/** The control saves without looking: it takes the version that is there now for the one that was seen. */
export const experiment: Experiment = {
  about: 'two admins save 10,000 rows each at once, half of them the same rows, from what both saw before',
  adapters: ['sqlite', 'mongo'],
  async run({ adapter, random, tally, isControl, isShort }) {
    const [runs, rows] = isShort ? [2, 400] : isControl ? [2, 2_000] : [20, 10_000];
    for (let n = 0; n < runs; n += 1) {
      const place = await adapter.newPlace();
      const one = await place.open();
      // SQLite belongs to one process; MongoDB is reached through two stores, as from two processes.
      const other = adapter.name === 'mongo' ? await place.open() : one;
      try {
        const started = performance.now();
        tally.add(await clash([one.mappings, other.mappings], rows, random, isControl));
        tally.note('both done, ms at most', Math.round(performance.now() - started));
      } finally {
        await one.close();
        if (other !== one) await other.close();
        await place.remove();
      }
    }
  },
};

async function clash(stores: readonly [MappingStore, MappingStore], rows: number, random: Random, isBlind: boolean): Promise<string | undefined> {
  const orgId = newOrgId();
  const [first] = stores;
  const half = rows / 2;
  await first.commit(orgId, request(manyChanges(rows)));
  // Rows 0..rows for A, half..rows+half for B: those from `rows` on are new.
  const seen: Seen = new Map((await first.listUnits(orgId)).map((unit) => [unitKeyText(unit), unit]));
  const rowsOf = (admin: 0 | 1) => Array.from({ length: rows }, (_, n) => change(admin * half + n, admin * half + n < rows ? 1 : 0, `of-${admin}-${random.below(1000)}`));
  const asked = [request(rowsOf(0)), request(rowsOf(1))] as const;
  const save = (admin: 0 | 1) => (isBlind ? saveBlindly(stores[admin], orgId, asked[admin]) : stores[admin].commit(orgId, asked[admin]));
  const outcomes = await Promise.all([save(0), save(1)]);

  const flaw = outcomes.map((outcome, admin) => outcomeFlaw(outcome, asked[admin === 0 ? 0 : 1], seen, half)).find((each) => each !== undefined);
  if (flaw !== undefined) return flaw;
  if (outcomes.filter(({ kind }) => kind === 'saved').length !== 1) return `not one winner: ${outcomes.map(({ kind }) => kind).join()}`;
  const loser = outcomes[0].kind === 'conflict' ? 0 : 1;
  const lost = outcomes[loser];
  const conflicting = new Set(lost.kind === 'conflict' ? lost.conflicts.map(unitKeyText) : []);
  const others = request(asked[loser].changes.filter((each) => !conflicting.has(unitKeyText(each))));
  if ((await stores[loser].commit(orgId, others)).kind !== 'saved') return 'the other half of the rows could not be saved';

  const expected = new Map([...seen.values()].map(({ version, ...unit }) => [unitKeyText(unit), { ...unit, version }]));
  for (const { baseVersion, ...unit } of [...asked[loser === 0 ? 1 : 0].changes, ...others.changes]) expected.set(unitKeyText(unit), { ...unit, version: baseVersion + 1 });
  const units = await first.listUnits(orgId);
  if (sorted(units) !== sorted([...expected.values()])) return 'the units are not what the accepted saves, one after the other, come to';
  const verdict = await first.verifyHistory(orgId);
  return verdict.kind === 'broken' ? verdict.why : undefined;
}

/** Nobody may replace what they have not seen, and a conflict tells exactly what is there. */
function outcomeFlaw(outcome: Outcome, { changes }: ChangeSetRequest, seen: Seen, overlap: number): string | undefined {
  if (outcome.kind === 'key-reused') return 'another request under a new key';
  const text = (links: readonly CompanyLink[]) => links.map(({ companyId }) => companyId).join();
  const sawOf = (key: UnitKey) => text(seen.get(unitKeyText(key))?.links ?? []);
  if (outcome.kind === 'saved') {
    const unseen = outcome.changeSet.entries.filter((entry) => text(entry.before.links) !== sawOf(entry)).length;
    return unseen === 0 ? undefined : `lost updates: ${unseen} rows replaced something that was not seen`;
  }
  if (outcome.conflicts.length !== overlap) return `${outcome.conflicts.length} conflicts where ${overlap} rows overlap`;
  const wrong = outcome.conflicts.filter((each) => each.current.version !== each.baseVersion + 1 || text(each.current.links) === sawOf(each)).length;
  if (wrong > 0) return `${wrong} conflicts do not show what is there`;
  const asked = new Set(changes.map(({ tenantId }) => tenantId));
  return outcome.conflicts.every(({ tenantId }) => asked.has(tenantId)) ? undefined : 'a conflict of a row that was not asked for';
}

/** The naive way. */
async function saveBlindly(store: MappingStore, orgId: ReturnType<typeof newOrgId>, asked: ChangeSetRequest): Promise<Outcome> {
  for (;;) {
    const now = await store.readUnits(orgId, asked.changes);
    const outcome = await store.commit(orgId, { ...asked, changes: asked.changes.map((each, index) => ({ ...each, baseVersion: now[index]?.version ?? 0 })) });
    if (outcome.kind !== 'conflict') return outcome;
  }
}

function sorted(units: readonly MappingUnit[]): string {
  return units.map((unit) => JSON.stringify([unitKeyText(unit), unit.version, unit.links])).sort().join('\n');
}
