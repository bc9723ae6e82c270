import { expect } from 'chai';
import { newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import type { Store } from './ports.js';

/** One-time actions: of ten that replace one version at once, one does. */
export function describeActionContract(store: () => Store, reopen: () => Promise<Store>): void {
  describe('actions', () => {
    const anAction = (actionId: string, given: { readonly keptUntil?: string; readonly state?: string } = {}) => ({ actionId, keptUntil: '2026-03-02T08:00:00.000Z', state: '{"a":"Größe \u{1F600} $set"}', ...given });

    it('come back as they were, over a restart, for their organization alone', async () => {
      const orgId = newOrgId();
      await store().actions.add(orgId, anAction('one'));
      expect(await store().actions.replace(orgId, { ...anAction('one', { state: '2' }), version: 2 })).to.equal(true);
      await store().actions.add(orgId, anAction('two'));
      const { actions } = await reopen();
      expect(await actions.read(orgId, 'one')).to.deep.equal({ ...anAction('one', { state: '2' }), version: 2 });
      expect(await actions.read(orgId, 'two')).to.deep.equal({ ...anAction('two'), version: 1 });
      expect(await actions.read(newOrgId(), 'one')).to.equal(undefined);
      expect(await actions.replace(newOrgId(), { ...anAction('one', { state: '3' }), version: 3 })).to.equal(false);
    });

    it('are added once: a repetition changes nothing', async () => {
      const orgId = newOrgId();
      for (const state of ['1', '2']) await store().actions.add(orgId, anAction('one', { state }));
      expect((await store().actions.read(orgId, 'one'))?.state).to.equal('1');
    });

    it('change from the newest version only, and only those that are there', async () => {
      const orgId = newOrgId();
      await store().actions.add(orgId, anAction('one'));
      for (const version of [1, 3]) expect(await store().actions.replace(orgId, { ...anAction('one', { state: '9' }), version })).to.equal(false);
      expect(await store().actions.replace(orgId, { ...anAction('none'), version: 1 })).to.equal(false);
      expect(await store().actions.replace(orgId, { ...anAction('none'), version: 2 })).to.equal(false);
      expect(await store().actions.read(orgId, 'none')).to.equal(undefined);
    });

    it('are changed by one of many who try at once', async () => {
      const orgId = newOrgId();
      for (let round = 0; round < 5; round += 1) {
        await store().actions.add(orgId, anAction(`race ${round}`));
        const won = await Promise.all(Array.from({ length: 10 }, async (_, writer) => ((await store().actions.replace(orgId, { ...anAction(`race ${round}`, { state: `"${writer}"` }), version: 2 })) ? writer : -1)));
        const winners = won.filter((writer) => writer >= 0);
        expect(winners).to.have.lengthOf(1);
        expect((await store().actions.read(orgId, `race ${round}`))?.state).to.equal(`"${winners[0]}"`);
      }
    });

    it('are removed when their time has ended, of this organization only', async () => {
      const [orgId, other] = [newOrgId(), newOrgId()];
      const old = { keptUntil: '2026-03-01T08:00:00.000Z' };
      for (const id of [orgId, other]) await store().actions.add(id, anAction('old', old));
      await store().actions.add(orgId, anAction('new'));
      await store().actions.removeExpired(orgId, new Date('2026-03-01T08:00:00.000Z'));
      expect(await store().actions.read(orgId, 'old')).to.not.equal(undefined);
      await store().actions.removeExpired(orgId, new Date('2026-03-01T08:00:00.001Z'));
      expect(await store().actions.read(orgId, 'old')).to.equal(undefined);
      expect(await store().actions.read(orgId, 'new')).to.not.equal(undefined);
      expect(await store().actions.read(other, 'old')).to.not.equal(undefined);
    });

    it('need an id and a state', async () => {
      for (const bad of [anAction(''), anAction('x', { state: '' })]) {
        expect(await thrownBy(store().actions.add(newOrgId(), bad))).to.be.instanceOf(TypeError);
        expect(await thrownBy(store().actions.replace(newOrgId(), { ...bad, version: 2 }))).to.be.instanceOf(TypeError);
      }
    });
  });
}
