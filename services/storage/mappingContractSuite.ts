import { expect } from 'chai';
import fc from 'fast-check';
import { change, linkTo, manyChanges, newOrgId, request, thrownBy, unitKey } from '../../test/support/storageSamples.js';
import type { CommitOutcome, UnitChange } from '../domain/mapping.js';
import type { Store } from './ports.js';

const oddTexts = ["'; DROP TABLE units; --", '"quoted" `back`', '$where', 'a.b.c', '$set.x', '__proto__', 'constructor', '%_*?[', 'line\nbreak\ttab', 'Ünïcödé ẞ 株式会社 🏢👩‍💻', 'e\u0301 é', '\u202Egnp.exe', ' lead and trail ', '0', '007', 'null', '{}', '\\u0000'];

/** Saving and reading back: all or nothing, versions, keys, exactness. */
export function describeMappingContract(store: () => Store): void {
  const commit = (orgId: ReturnType<typeof newOrgId>, changes: readonly UnitChange[]) => store().mappings.commit(orgId, request(changes));

  describe('saving', () => {
    it('saves changes, counts versions and gives back what was saved', async () => {
      const orgId = newOrgId();
      const asked = request([change(1, 0, 'a', 'b'), change(2, 0, 'c')], { skipped: [unitKey(9)], via: 'chat', undoes: null });
      const outcome = await store().mappings.commit(orgId, asked);
      const { changes, ...head } = asked;
      if (outcome.kind !== 'saved') throw new Error(outcome.kind);
      expect(outcome.isRepeat).to.equal(false);
      expect(outcome.changeSet.changeSetId).to.be.a('string').that.is.not.empty;
      expect(outcome.changeSet).to.deep.equal({
        ...head,
        changeSetId: outcome.changeSet.changeSetId,
        orgVersion: 1,
        chainHash: outcome.changeSet.chainHash,
        entries: changes.map(({ baseVersion, links, ...key }) => ({ ...key, before: { version: baseVersion, links: [] }, after: { version: 1, links } })),
      });
      expect(await store().mappings.listUnits(orgId)).to.have.deep.members(changes.map(({ baseVersion, ...unit }) => ({ ...unit, version: baseVersion + 1 })));
    });

    it('audits each changed unit once, before and after exact', async () => {
      const orgId = newOrgId();
      await commit(orgId, [change(1, 0, 'a', 'b'), change(2, 0, 'c')]);
      const outcome = await commit(orgId, [change(2, 1, 'd', 'c'), change(3, 0, 'e')]);
      expect(outcome.kind === 'saved' && outcome.changeSet.entries).to.deep.equal([
        { ...unitKey(2), before: { version: 1, links: [linkTo('c')] }, after: { version: 2, links: [linkTo('d'), linkTo('c')] } },
        { ...unitKey(3), before: { version: 0, links: [] }, after: { version: 1, links: [linkTo('e')] } },
      ]);
    });

    it('saves nothing when one unit changed, and names every such unit with what is there now', async () => {
      const orgId = newOrgId();
      await commit(orgId, [change(1, 0, 'a'), change(2, 0, 'b'), change(3, 0, 'c')]);
      await commit(orgId, [change(1, 1, 'a2')]);
      const asked = request([change(1, 1, 'x'), change(2, 1, 'y'), change(3, 0, 'z'), change(4, 7, 'w'), change(5, 0, 'v')]);
      const outcome = await store().mappings.commit(orgId, asked);
      expect(outcome).to.deep.equal({
        kind: 'conflict',
        conflicts: [
          { ...unitKey(1), baseVersion: 1, current: { ...unitKey(1), version: 2, links: [linkTo('a2')] } },
          { ...unitKey(3), baseVersion: 0, current: { ...unitKey(3), version: 1, links: [linkTo('c')] } },
          { ...unitKey(4), baseVersion: 7, current: { ...unitKey(4), version: 0, links: [] } },
        ],
      });
      expect(await store().mappings.readUnits(orgId, [unitKey(2), unitKey(5)])).to.deep.equal([
        { ...unitKey(2), version: 1, links: [linkTo('b')] },
        { ...unitKey(5), version: 0, links: [] },
      ]);
      expect(await store().mappings.findChangeSetByKey(orgId, asked.idempotencyKey)).to.equal(undefined);
      expect((await store().mappings.listChangeSets(orgId, { limit: 10 })).length).to.equal(2);
    });

    it('may save under a key whose earlier try was in conflict', async () => {
      const orgId = newOrgId();
      await commit(orgId, [change(1, 0, 'a')]);
      const stale = request([change(1, 0, 'b')]);
      expect((await store().mappings.commit(orgId, stale)).kind).to.equal('conflict');
      const fresh = request([change(1, 1, 'b')], { idempotencyKey: stale.idempotencyKey });
      expect((await store().mappings.commit(orgId, fresh)).kind).to.equal('saved');
    });

    it('has one effect and one answer per key', async () => {
      const orgId = newOrgId();
      const asked = request([change(1, 0, 'a')]);
      const first = await store().mappings.commit(orgId, asked);
      await commit(orgId, [change(1, 1, 'b')]);
      const again = await store().mappings.commit(orgId, asked);
      expect(again).to.deep.equal({ ...first, isRepeat: true });
      expect(await store().mappings.readUnits(orgId, [unitKey(1)])).to.deep.equal([{ ...unitKey(1), version: 2, links: [linkTo('b')] }]);
    });

    it('refuses another request under a used key', async () => {
      const orgId = newOrgId();
      const asked = request([change(1, 0, 'a')]);
      const first = await store().mappings.commit(orgId, asked);
      const other = await store().mappings.commit(orgId, request([change(2, 0, 'b')], { idempotencyKey: asked.idempotencyKey }));
      expect(other).to.deep.equal({ kind: 'key-reused', changeSet: first.kind === 'saved' && first.changeSet });
      expect((await store().mappings.listUnits(orgId)).length).to.equal(1);
    });

    it('refuses a unit or a company of a unit named twice', async () => {
      const orgId = newOrgId();
      expect(await thrownBy(commit(orgId, [change(1, 0, 'a'), change(2, 0, 'b'), change(1, 0, 'c')]))).to.be.instanceOf(TypeError);
      expect(await thrownBy(commit(orgId, [change(1, 0, 'a', 'a')]))).to.be.instanceOf(TypeError);
      expect(await store().mappings.listUnits(orgId)).to.deep.equal([]);
    });

    it('keeps the version of a unit that lost its links', async () => {
      const orgId = newOrgId();
      await commit(orgId, [change(1, 0, 'a')]);
      await commit(orgId, [change(1, 1)]);
      expect(await store().mappings.listUnits(orgId)).to.deep.equal([{ ...unitKey(1), version: 2, links: [] }]);
      expect((await commit(orgId, [change(1, 0, 'b')])).kind).to.equal('conflict');
      expect((await commit(orgId, [change(1, 2, 'b')])).kind).to.equal('saved');
    });

    it('saves a request without changes: it counts, and its skipped rows are kept', async () => {
      const orgId = newOrgId();
      const outcome = await store().mappings.commit(orgId, request([], { skipped: [unitKey(1), unitKey(2)] }));
      expect(outcome.kind === 'saved' && [outcome.changeSet.orgVersion, outcome.changeSet.entries, outcome.changeSet.skipped]).to.deep.equal([1, [], [unitKey(1), unitKey(2)]]);
    });

    it('keeps organizations apart, even with the same ids and keys', async () => {
      const [one, two] = [newOrgId(), newOrgId()];
      const asked = request([change(1, 0, 'a')]);
      const saved = await store().mappings.commit(one, asked);
      const other = await store().mappings.commit(two, { ...asked, changes: [change(1, 0, 'b')], requestHash: 'other' });
      expect(other.kind === 'saved' && !other.isRepeat && other.changeSet.orgVersion).to.equal(1);
      expect((await store().mappings.listUnits(one))[0]?.links[0]?.companyId).to.equal('a');
      expect((await store().mappings.listUnits(two))[0]?.links[0]?.companyId).to.equal('b');
      const id = saved.kind === 'saved' ? saved.changeSet.changeSetId : undefined;
      if (!id) throw new Error('not saved');
      expect(await store().mappings.findChangeSet(two, id)).to.equal(undefined);
      expect(await store().mappings.findChangeSet(one, id)).to.not.equal(undefined);
    });

    it('saves 2,000 rows, tells progress, and ends it with all of them', async () => {
      const orgId = newOrgId();
      const changes = manyChanges(2000);
      const seen: [number, number][] = [];
      const outcome = await store().mappings.commit(orgId, request(changes), (done, total) => seen.push([done, total]));
      expect(outcome.kind === 'saved' && outcome.changeSet.entries.length).to.equal(2000);
      expect(seen.length).to.be.greaterThan(2);
      expect(seen.map(([done]) => done)).to.deep.equal(seen.map(([done]) => done).sort((a, b) => a - b));
      expect(seen.every(([, total]) => total === 2000)).to.equal(true);
      expect(seen.at(-1)).to.deep.equal([2000, 2000]);
      expect(await store().mappings.listUnits(orgId)).to.have.lengthOf(2000);
      const keys = [1999, 0, 1234, 5000].map(unitKey);
      expect((await store().mappings.readUnits(orgId, keys)).map(({ tenantId, version }) => [tenantId, version])).to.deep.equal(keys.map(({ tenantId }, index) => [tenantId, index === 3 ? 0 : 1]));
    });

    it('is not disturbed by a progress listener that throws', async () => {
      const outcome = await store().mappings.commit(newOrgId(), request(manyChanges(600)), () => {
        throw new Error('the page is gone');
      });
      expect(outcome.kind).to.equal('saved');
    });

    it('gives odd texts back as they were', async () => {
      const orgId = newOrgId();
      const changes = oddTexts.map((text, n) => ({
        tenantId: `tenant ${text}` as UnitChange['tenantId'],
        psaConnectionId: text as UnitChange['psaConnectionId'],
        baseVersion: 0,
        links: [linkTo(text, { tenantNameThen: text, companyNameThen: text, score: n === 0 ? null : 1 / n, evidence: [{ kind: 'same-domain-label', label: text }] })],
      }));
      const asked = request(changes, { idempotencyKey: oddTexts.join(), requestId: '$ne' });
      const outcome = await store().mappings.commit(orgId, asked);
      expect(outcome.kind === 'saved' && outcome.changeSet.entries.map(({ after }) => after.links)).to.deep.equal(changes.map(({ links }) => links));
      expect(await store().mappings.readUnits(orgId, changes)).to.deep.equal(changes.map(({ baseVersion, ...unit }) => ({ ...unit, version: baseVersion + 1 })));
      expect((await store().mappings.findChangeSetByKey(orgId, asked.idempotencyKey))?.requestId).to.equal('$ne');
    });

    it('does what a plain model does, whatever is asked (seeded)', async () => {
      const step = fc.record({ units: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 4 }), staleness: fc.constantFrom(0, 0, 0, 1), companies: fc.uniqueArray(fc.constantFrom('a', 'b', '$c', 'd.e'), { maxLength: 2 }), key: fc.integer({ min: 0, max: 9 }) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
          const orgId = newOrgId();
          const versions = new Map<number, number>();
          const keys = new Map<number, { hash: string; outcome: CommitOutcome }>();
          for (const { units, staleness, companies, key } of steps) {
            const changes = units.map((n) => change(n, (versions.get(n) ?? 0) - staleness, ...companies));
            const asked = request(changes, { idempotencyKey: `key ${key}` });
            const outcome = await store().mappings.commit(orgId, asked);
            const earlier = keys.get(key);
            if (earlier) expect(outcome.kind).to.equal(earlier.hash === asked.requestHash ? 'saved' : 'key-reused');
            else if (staleness > 0 && units.length > 0) expect(outcome.kind === 'conflict' && outcome.conflicts.length).to.equal(units.length);
            else {
              keys.set(key, { hash: asked.requestHash, outcome });
              for (const n of units) versions.set(n, (versions.get(n) ?? 0) + 1);
              expect(outcome.kind === 'saved' && outcome.changeSet.orgVersion).to.equal(keys.size);
            }
          }
          const units = await store().mappings.listUnits(orgId);
          expect(units.map(({ tenantId, version }) => [tenantId, version])).to.have.deep.members([...versions].map(([n, version]) => [unitKey(n).tenantId, version]));
        }),
        { numRuns: 25, seed: 20260301 },
      );
    });
  });
}
