import { expect } from 'chai';
import { change, linkTo, newOrgId, request, thrownBy, unitKey } from '../../test/support/storageSamples.js';
import type { OrgId } from '../domain/ids.js';
import type { ChangeSet } from '../domain/mapping.js';
import { AppError } from '../runtime/errors.js';
import type { Store } from './ports.js';

/** Taking over the ChangeSets of another store. The other one is another store's history of the same organization, made by `makeHistory`. */
export function describeAdoptionContract(store: () => Store, makeHistory: (fill: (other: Store) => Promise<void>) => Promise<void>): void {
  describe('taking over a history', () => {
    /** Saved elsewhere: three ChangeSets of an organization that this store does not know. */
    async function historyOf(orgId: OrgId): Promise<ChangeSet[]> {
      let history: ChangeSet[] = [];
      await makeHistory(async ({ mappings }) => {
        await mappings.commit(orgId, request([change(1, 0, 'a'), change(2, 0, 'b')], { skipped: [unitKey(7)] }));
        const second = await mappings.commit(orgId, request([change(1, 1, 'c')], { via: 'chat', reason: 'moved' }));
        await mappings.commit(orgId, request([change(1, 2, 'a')], { undoes: second.kind === 'saved' ? second.changeSet.changeSetId : null }));
        history = (await mappings.listChangeSets(orgId, { limit: 10 })).reverse();
      });
      expect(history).to.have.lengthOf(3);
      return history;
    }

    it('writes each as it was, once, and goes on from there', async () => {
      const orgId = newOrgId();
      const history = await historyOf(orgId);
      for (const changeSet of [...history.slice(0, 2), ...history]) await store().mappings.adopt(orgId, changeSet);
      expect((await store().mappings.listChangeSets(orgId, { limit: 10 })).reverse()).to.deep.equal(history);
      expect(await store().mappings.verifyHistory(orgId)).to.deep.equal({ kind: 'intact', changeSetCount: 3, headHash: history[2]?.chainHash });
      expect(await store().mappings.readUnits(orgId, [unitKey(1)])).to.deep.equal([{ ...unitKey(1), version: 3, links: [linkTo('a')] }]);
      expect((await store().mappings.commit(orgId, request([change(2, 1, 'e')]))).kind).to.equal('saved');
      expect((await store().mappings.verifyHistory(orgId)).kind).to.equal('intact');
      expect(await store().listOrganizations()).to.include(orgId);
    });

    it('refuses one out of turn, one that was altered, and one that meets another history', async () => {
      const [orgId, taken] = [newOrgId(), newOrgId()];
      const [first, second] = await historyOf(orgId);
      if (!first || !second) throw new Error('no history');
      await store().mappings.commit(taken, request([change(5, 0, 'x')]));
      const refused = [
        store().mappings.adopt(orgId, second),
        store().mappings.adopt(orgId, { ...first, reason: 'altered' }),
        store().mappings.adopt(orgId, { ...first, entries: first.entries.slice(1) }),
        store().mappings.adopt(taken, first),
      ];
      for (const error of await Promise.all(refused.map(thrownBy))) expect(error).to.be.instanceOf(AppError).with.property('code', 'configuration');
      expect(await store().mappings.listChangeSets(orgId, { limit: 10 })).to.deep.equal([]);
      expect(await store().mappings.listChangeSets(taken, { limit: 10 })).to.have.lengthOf(1);
    });
  });
}
