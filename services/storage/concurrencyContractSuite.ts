import { expect } from 'chai';
import { change, linkTo, manyChanges, newOrgId, request, unitKey } from '../../test/support/storageSamples.js';
import type { Store } from './ports.js';

/** What happens at once must look as if it had happened one after another. */
export function describeConcurrencyContract(store: () => Store): void {
  describe('at the same time', () => {
    it('saves that touch different units all succeed', async () => {
      const orgId = newOrgId();
      const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => store().mappings.commit(orgId, request([change(n, 0, `c${n}`)]))));
      expect(outcomes.map(({ kind }) => kind)).to.deep.equal(Array.from({ length: 8 }, () => 'saved'));
      const versions = outcomes.map((outcome) => (outcome.kind === 'saved' ? outcome.changeSet.orgVersion : 0));
      expect(versions.toSorted((a, b) => a - b)).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(await store().mappings.listUnits(orgId)).to.have.lengthOf(8);
    });

    it('of saves that touch one unit exactly one wins, and the others see what won', async () => {
      const orgId = newOrgId();
      const outcomes = await Promise.all(Array.from({ length: 6 }, (_, n) => store().mappings.commit(orgId, request([change(0, 0, `c${n}`), change(n + 1, 0, 'own')]))));
      const winner = outcomes.findIndex(({ kind }) => kind === 'saved');
      expect(outcomes.filter(({ kind }) => kind === 'saved')).to.have.lengthOf(1);
      const now = { ...unitKey(0), version: 1, links: [linkTo(`c${winner}`)] };
      for (const outcome of outcomes) if (outcome.kind === 'conflict') expect(outcome.conflicts).to.deep.equal([{ ...unitKey(0), baseVersion: 0, current: now }]);
      expect(await store().mappings.listUnits(orgId)).to.have.deep.members([now, { ...unitKey(winner + 1), version: 1, links: [linkTo('own')] }]);
    });

    it('one key sent ten times at once has one effect and one answer', async () => {
      const orgId = newOrgId();
      const asked = request(manyChanges(20));
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => store().mappings.commit(orgId, asked)));
      expect(outcomes.filter((outcome) => outcome.kind === 'saved' && !outcome.isRepeat)).to.have.lengthOf(1);
      const answers = outcomes.map((outcome) => (outcome.kind === 'saved' ? outcome.changeSet : outcome.kind));
      for (const answer of answers) expect(answer).to.deep.equal(answers[0]);
      expect(await store().mappings.listChangeSets(orgId, { limit: 10 })).to.have.lengthOf(1);
    });

    it('a key sent at once with two requests serves one of them', async () => {
      const orgId = newOrgId();
      const one = request([change(1, 0, 'a')]);
      const two = request([change(2, 0, 'b')], { idempotencyKey: one.idempotencyKey });
      const kinds = (await Promise.all([store().mappings.commit(orgId, one), store().mappings.commit(orgId, two)])).map(({ kind }) => kind);
      expect(kinds).to.have.members(['saved', 'key-reused']);
      expect(await store().mappings.listUnits(orgId)).to.have.lengthOf(1);
    });

    it('a reader sees all of a save or nothing of it', async () => {
      const orgId = newOrgId();
      const rows = 300;
      let isSaving = true;
      const saving = (async () => {
        for (let version = 0; version < 5; version += 1) await store().mappings.commit(orgId, request(manyChanges(rows, 0, version)));
        isSaving = false;
      })();
      let reads = 0;
      while (isSaving) {
        const units = await store().mappings.listUnits(orgId);
        const versions = new Set(units.map(({ version }) => version));
        expect(versions.size).to.be.at.most(1);
        expect([0, rows]).to.include(units.length);
        reads += 1;
      }
      await saving;
      expect(reads).to.be.greaterThan(0);
    });
  });
}
