import { expect } from 'chai';
import fc from 'fast-check';
import { change, linkTo, manyChanges, newOrgId, request, thrownBy, unitKey } from '../../test/support/storageSamples.js';
import type { ChangeSet, MappingUnit, UnitChange } from '../domain/mapping.js';
import type { Store } from './ports.js';

/** Looking back: what happened to one unit, and how all units stood at a past moment. */
export function describeTimelineContract(store: () => Store): void {
  const commit = async (orgId: ReturnType<typeof newOrgId>, changes: readonly UnitChange[], given: Parameters<typeof request>[1] = {}): Promise<ChangeSet> => {
    const outcome = await store().mappings.commit(orgId, request(changes, given));
    if (outcome.kind !== 'saved') throw new Error(outcome.kind);
    return outcome.changeSet;
  };

  describe('looking back', () => {
    it('tells what happened to one unit, newest first, page by page', async () => {
      const orgId = newOrgId();
      const first = await commit(orgId, [change(2, 0, 'x'), change(1, 0, 'a')], { via: 'chat', reason: 'asked for by phone' });
      await commit(orgId, manyChanges(600, 10));
      const second = await commit(orgId, [...manyChanges(600, 10, 1), change(1, 1, 'b', 'c')]);
      const third = await commit(orgId, [change(1, 2, 'a')], { undoes: second.changeSetId });
      const told = ({ changeSetId, orgVersion, at, actor, via, undoes, reason }: ChangeSet) => ({ changeSetId, orgVersion, at, actor, via, undoes, reason });
      const all = [
        { ...told(third), before: { version: 2, links: [linkTo('b'), linkTo('c')] }, after: { version: 3, links: [linkTo('a')] } },
        { ...told(second), before: { version: 1, links: [linkTo('a')] }, after: { version: 2, links: [linkTo('b'), linkTo('c')] } },
        { ...told(first), before: { version: 0, links: [] }, after: { version: 1, links: [linkTo('a')] } },
      ];
      expect(first.reason).to.equal('asked for by phone');
      const { mappings } = store();
      expect(await mappings.listUnitHistory(orgId, unitKey(1), { limit: 1000 })).to.deep.equal(all);
      expect(await mappings.listUnitHistory(orgId, unitKey(1), { limit: 2 })).to.deep.equal(all.slice(0, 2));
      expect(await mappings.listUnitHistory(orgId, unitKey(1), { limit: 2, beforeVersion: second.orgVersion })).to.deep.equal(all.slice(2));
      expect(await mappings.listUnitHistory(orgId, unitKey(5000), { limit: 2 })).to.deep.equal([]);
      expect(await mappings.listUnitHistory(newOrgId(), unitKey(1), { limit: 2 })).to.deep.equal([]);
      expect(await thrownBy(mappings.listUnitHistory(orgId, unitKey(1), { limit: 0 }))).to.be.instanceOf(RangeError);
    });

    it('knows all units as each ChangeSet left them, whatever was saved (seeded)', async () => {
      const step = fc.record({ units: fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 40 }), companies: fc.uniqueArray(fc.constantFrom('a', 'b'), { maxLength: 2 }) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
          const orgId = newOrgId();
          const now = new Map<number, MappingUnit>();
          const states: MappingUnit[][] = [[]];
          for (const { units, companies } of steps) {
            const changes = units.map((n) => change(n, now.get(n)?.version ?? 0, ...companies));
            await commit(orgId, changes);
            for (const [index, { baseVersion, ...unit }] of changes.entries()) now.set(units[index] ?? 0, { ...unit, version: baseVersion + 1 });
            states.push([...now.values()]);
          }
          for (const [orgVersion, state] of states.entries()) expect(await store().mappings.unitsAt(orgId, orgVersion)).to.have.deep.members(state);
        }),
        { numRuns: 8, seed: 20260302 },
      );
    });

    it('refuses a moment that has not been', async () => {
      const orgId = newOrgId();
      await commit(orgId, [change(1, 0, 'a')]);
      for (const orgVersion of [2, -1, 0.5, Number.NaN]) expect(await thrownBy(store().mappings.unitsAt(orgId, orgVersion))).to.be.instanceOf(RangeError);
      expect(await store().mappings.unitsAt(newOrgId(), 0)).to.deep.equal([]);
    });
  });
}
