import { expect } from 'chai';
import fc from 'fast-check';
import { draftWrite, newOrgId, thrownBy, unitKey } from '../../test/support/storageSamples.js';
import { emptyDraft, type TenantDraft } from '../domain/draft.js';
import type { Store } from './ports.js';

/** Decisions are kept row by row: nobody overwrites what they have not seen, and news can be asked for. */
export function describeDraftContract(store: () => Store, reopen: () => Promise<Store>): void {
  describe('drafts', () => {
    const byTenant = (rows: readonly TenantDraft[]) => new Map(rows.map((row) => [row.tenantId, row]));
    const rowOf = (n: number, version: number, reason: string): TenantDraft => ({ ...draftWrite(n, 0, reason).row, version });

    it('gives back what was written, exactly, and only what is new', async () => {
      const orgId = newOrgId();
      expect(await store().drafts.read(orgId, 0)).to.deep.equal({ version: 0, rows: [] });
      const first = await store().drafts.write(orgId, [draftWrite(1, 0, 'Ünïcödé 株式会社 $set "q"'), draftWrite(2, 0, 'two')]);
      expect(first.conflicts).to.deep.equal([]);
      const second = await store().drafts.write(orgId, [draftWrite(2, first.version, 'two again')]);
      expect(second.version).to.be.greaterThan(first.version);
      const all = await store().drafts.read(orgId, 0);
      expect(all.version).to.equal(second.version);
      expect(all.rows).to.have.deep.members([rowOf(1, first.version, 'Ünïcödé 株式会社 $set "q"'), rowOf(2, second.version, 'two again')]);
      expect(await store().drafts.read(orgId, first.version)).to.deep.equal({ version: second.version, rows: [rowOf(2, second.version, 'two again')] });
      expect(await store().drafts.read(orgId, second.version)).to.deep.equal({ version: second.version, rows: [] });
    });

    it('writes the fresh rows of a request and answers the stale ones as they are now', async () => {
      const orgId = newOrgId();
      const { version } = await store().drafts.write(orgId, [draftWrite(1, 0, 'one')]);
      const answer = await store().drafts.write(orgId, [draftWrite(1, 0, 'stale'), draftWrite(2, 0, 'new'), draftWrite(3, 7, 'never there')]);
      expect(answer.conflicts).to.have.deep.members([rowOf(1, version, 'one'), emptyDraft(unitKey(3).tenantId)]);
      expect((await store().drafts.read(orgId, 0)).rows).to.have.deep.members([rowOf(1, version, 'one'), rowOf(2, answer.version, 'new')]);
    });

    it('has no new version when every row was stale', async () => {
      const orgId = newOrgId();
      const { version } = await store().drafts.write(orgId, [draftWrite(1, 0, 'one')]);
      expect((await store().drafts.write(orgId, [draftWrite(1, 0, 'stale')])).version).to.equal(version);
      expect((await store().drafts.write(orgId, [])).version).to.equal(version);
    });

    it('of writers of one row exactly one wins, and those of different rows all do', async () => {
      const orgId = newOrgId();
      const clash = await Promise.all([0, 1, 2, 3, 4].map((n) => store().drafts.write(orgId, [draftWrite(0, 0, `by ${n}`), draftWrite(n + 1, 0, 'own')])));
      expect(clash.filter(({ conflicts }) => conflicts.length === 0)).to.have.lengthOf(1);
      expect(clash.filter(({ conflicts }) => conflicts.length === 1)).to.have.lengthOf(4);
      const winner = clash.findIndex(({ conflicts }) => conflicts.length === 0);
      const rows = byTenant((await store().drafts.read(orgId, 0)).rows);
      expect(rows.get(unitKey(0).tenantId)?.ignored?.reason).to.equal(`by ${winner}`);
      expect(rows.size).to.equal(6);
    });

    it('keeps thousands of rows, and many writes one after another, over a restart', async () => {
      const orgId = newOrgId();
      const many = Array.from({ length: 2500 }, (_, n) => draftWrite(n, 0, `row ${n}`));
      expect((await store().drafts.write(orgId, many)).conflicts).to.deep.equal([]);
      let { version } = await store().drafts.write(orgId, [draftWrite(9999, 0, 'turn 0')]);
      for (let turn = 1; turn <= 130; turn += 1) {
        const answer = await store().drafts.write(orgId, [draftWrite(9999, version, `turn ${turn}`)]);
        expect(answer.conflicts).to.deep.equal([]);
        version = byTenant((await store().drafts.read(orgId, version)).rows).get(unitKey(9999).tenantId)?.version ?? 0;
      }
      const before = await store().drafts.read(orgId, 0);
      expect(before.rows).to.have.lengthOf(2501);
      const after = await (await reopen()).drafts.read(orgId, 0);
      expect(byTenant(after.rows)).to.deep.equal(byTenant(before.rows));
      expect(byTenant(after.rows).get(unitKey(9999).tenantId)?.ignored?.reason).to.equal('turn 130');
      expect(after.version).to.be.at.least(before.version);
    });

    it('behaves as a map with versions, whatever is written in whatever order', async () => {
      const writes = fc.array(fc.array(fc.record({ tenant: fc.nat(5), isStale: fc.boolean(), reason: fc.string() }), { minLength: 1, maxLength: 4 }), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(writes, async (turns) => {
          const orgId = newOrgId();
          const model = new Map<string, TenantDraft>();
          for (const turn of turns) {
            const distinct = [...new Map(turn.map((wish) => [wish.tenant, wish])).values()];
            const asked = distinct.map(({ tenant, isStale, reason }) => draftWrite(tenant, (model.get(unitKey(tenant).tenantId)?.version ?? 0) + (isStale ? 1 : 0), reason));
            const answer = await store().drafts.write(orgId, asked);
            expect(answer.conflicts).to.have.lengthOf(distinct.filter(({ isStale }) => isStale).length);
            for (const { tenant, isStale, reason } of distinct) if (!isStale) model.set(unitKey(tenant).tenantId, rowOf(tenant, answer.version, reason));
          }
          expect(byTenant((await store().drafts.read(orgId, 0)).rows)).to.deep.equal(model);
        }),
        { numRuns: 15 },
      );
    });

    it('refuses a tenant twice in one write, and mixes no organizations', async () => {
      const [one, other] = [newOrgId(), newOrgId()];
      expect(await thrownBy(store().drafts.write(one, [draftWrite(1, 0, 'a'), draftWrite(1, 0, 'b')]))).to.be.instanceOf(TypeError);
      await store().drafts.write(one, [draftWrite(1, 0, 'a')]);
      expect(await store().drafts.read(other, 0)).to.deep.equal({ version: 0, rows: [] });
    });
  });
}
