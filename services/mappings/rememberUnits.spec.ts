import { expect } from 'chai';
import { change, manyChanges, newOrgId, request, unitKey } from '../../test/support/storageSamples.js';
import { withTemporarySqlite } from '../../test/support/temporarySqlite.js';
import { rememberUnits } from './rememberUnits.js';

describe('rememberUnits', function () {
  this.timeout(20_000);

  it('gives the same array until something is saved, here or elsewhere, and then what is there', () =>
    withTemporarySqlite(async (store) => {
      const orgId = newOrgId();
      let reads = 0;
      const remembering = rememberUnits({ ...store.mappings, listUnits: (...args) => ((reads += 1), store.mappings.listUnits(...args)) });
      expect(await remembering.listUnits(orgId)).to.deep.equal([]);
      await remembering.commit(orgId, request(manyChanges(30)));
      const first = await remembering.listUnits(orgId);
      expect(first).to.have.lengthOf(30);
      expect(await remembering.listUnits(orgId)).to.equal(first);
      // As another process would.
      await store.mappings.commit(orgId, request([change(2, 1, 'elsewhere'), change(99, 0, 'new')]));
      await store.mappings.commit(orgId, request([change(2, 2)]));
      const second = await remembering.listUnits(orgId);
      expect(second).to.have.deep.members(await store.mappings.listUnits(orgId));
      expect(second.find(({ tenantId }) => tenantId === unitKey(2).tenantId)).to.include({ version: 3 });
      expect(first.find(({ tenantId }) => tenantId === unitKey(2).tenantId), 'what was given before stays').to.include({ version: 1 });
      expect(reads).to.equal(1);
      for (let version = 3; version < 30; version += 1) await store.mappings.commit(orgId, request([change(2, version)]));
      expect(await remembering.listUnits(orgId)).to.have.deep.members(await store.mappings.listUnits(orgId));
      expect(reads).to.equal(2);
    }));

  it('is right under saves and reads at once, for several organizations, and after a read that failed', () =>
    withTemporarySqlite(async (store) => {
      let failures = 1;
      const remembering = rememberUnits({ ...store.mappings, listUnits: (...args) => ((failures -= 1) >= 0 ? Promise.reject(new Error('away')) : store.mappings.listUnits(...args)) });
      const orgIds = Array.from({ length: 6 }, newOrgId);
      for (const orgId of orgIds) await store.mappings.commit(orgId, request(manyChanges(5)));
      const [one] = orgIds;
      if (!one) throw new Error('no organization');
      expect(await remembering.listUnits(one).catch((error: unknown) => error)).to.have.property('message', 'away');
      await Promise.all(orgIds.map(async (orgId) => {
        for (let version = 1; version < 6; version += 1) {
          await Promise.all([remembering.commit(orgId, request([change(1, version, `c${version}`)])), remembering.listUnits(orgId)]);
          expect((await remembering.listUnits(orgId)).find(({ tenantId }) => tenantId === unitKey(1).tenantId)).to.include({ version: version + 1 });
        }
      }));
    }));
});
