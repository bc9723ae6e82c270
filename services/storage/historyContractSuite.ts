import { expect } from 'chai';
import { change, newOrgId, request, thrownBy } from '../../test/support/storageSamples.js';
import type { ChangeSet } from '../domain/mapping.js';
import type { Store } from './ports.js';

/** What was saved can be found again, page by page, newest first. */
export function describeHistoryContract(store: () => Store): void {
  describe('history', () => {
    async function saveSeveral(count: number): Promise<{ orgId: ReturnType<typeof newOrgId>; saved: ChangeSet[] }> {
      const orgId = newOrgId();
      const saved: ChangeSet[] = [];
      for (let n = 0; n < count; n += 1) {
        const outcome = await store().mappings.commit(orgId, request([change(1, n, `company-${n}`), change(n + 10, 0, 'x')]));
        if (outcome.kind === 'saved') saved.push(outcome.changeSet);
      }
      return { orgId, saved };
    }

    it('numbers ChangeSets 1, 2, 3 without gaps and pages through them, newest first, with their entries', async () => {
      const { orgId, saved } = await saveSeveral(5);
      expect(saved.map(({ orgVersion }) => orgVersion)).to.deep.equal([1, 2, 3, 4, 5]);
      expect([await store().mappings.newestVersion(orgId), await store().mappings.newestVersion(newOrgId())]).to.deep.equal([5, 0]);
      const newestFirst = saved.toReversed();
      expect(await store().mappings.listChangeSets(orgId, { limit: 1000 })).to.deep.equal(newestFirst);
      expect(await store().mappings.listChangeSets(orgId, { limit: 2 })).to.deep.equal(newestFirst.slice(0, 2));
      expect(await store().mappings.listChangeSets(orgId, { limit: 2, beforeVersion: 4 })).to.deep.equal(newestFirst.slice(2, 4));
      expect(await store().mappings.listChangeSets(orgId, { limit: 2, beforeVersion: 1 })).to.deep.equal([]);
    });

    it('finds a ChangeSet by its id and by its key', async () => {
      const { orgId, saved } = await saveSeveral(2);
      for (const changeSet of saved) {
        expect(await store().mappings.findChangeSet(orgId, changeSet.changeSetId)).to.deep.equal(changeSet);
        expect(await store().mappings.findChangeSetByKey(orgId, changeSet.idempotencyKey)).to.deep.equal(changeSet);
      }
      expect(await store().mappings.findChangeSet(orgId, 'nothing' as ChangeSet['changeSetId'])).to.equal(undefined);
      expect(await store().mappings.findChangeSetByKey(orgId, 'nothing')).to.equal(undefined);
    });

    it('keeps what a ChangeSet undoes', async () => {
      const { orgId, saved } = await saveSeveral(1);
      const undoes = saved[0]?.changeSetId ?? null;
      await store().mappings.commit(orgId, request([change(1, 1)], { undoes }));
      expect((await store().mappings.listChangeSets(orgId, { limit: 1 }))[0]?.undoes).to.equal(undoes);
    });

    it('refuses a page of no or too many ChangeSets', async () => {
      for (const limit of [0, 1001, 1.5, Number.NaN]) expect(await thrownBy(store().mappings.listChangeSets(newOrgId(), { limit }))).to.be.instanceOf(RangeError);
    });

    it('knows nothing of an organization that never saved', async () => {
      expect(await store().mappings.listUnits(newOrgId())).to.deep.equal([]);
      expect(await store().mappings.listChangeSets(newOrgId(), { limit: 10 })).to.deep.equal([]);
      expect(await store().mappings.readUnits(newOrgId(), [])).to.deep.equal([]);
    });
  });
}
