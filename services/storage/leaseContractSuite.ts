import { expect } from 'chai';
import { aCompany, newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import type { PsaConnectionId } from '../domain/ids.js';
import type { SyncRun } from '../domain/sync.js';
import type { Store } from './ports.js';

const at = (second: number) => new Date(Date.UTC(2026, 2, 1) + second * 1000);
const from = (second: number) => ({ now: at(second), until: at(second + 30) });

/** One at a time, and nobody who was overtaken writes. */
export function describeLeaseContract(store: () => Store): void {
  describe('leases', () => {
    it('gives a lease to one at a time, and the next token when its time has ended or it was released', async () => {
      const orgId = newOrgId();
      const { leases } = store();
      expect(await leases.acquire(orgId, 'sync', from(0))).to.equal(1);
      expect(await leases.acquire(orgId, 'sync', from(29))).to.equal(undefined);
      expect(await leases.acquire(orgId, 'other', from(29))).to.equal(1);
      expect(await leases.acquire(newOrgId(), 'sync', from(29))).to.equal(1);
      expect(await leases.acquire(orgId, 'sync', from(30))).to.equal(2);
      await leases.release(orgId, { lease: 'sync', token: 2 });
      expect(await leases.acquire(orgId, 'sync', from(31))).to.equal(3);
    });

    it('is renewed by its newest token only; an old one can neither renew nor release it', async () => {
      const orgId = newOrgId();
      const { leases } = store();
      await leases.acquire(orgId, 'sync', from(0));
      expect(await leases.renew(orgId, { lease: 'sync', token: 1 }, at(50))).to.equal(true);
      expect(await leases.acquire(orgId, 'sync', from(40))).to.equal(undefined);
      expect(await leases.acquire(orgId, 'sync', from(50))).to.equal(2);
      expect(await leases.renew(orgId, { lease: 'sync', token: 1 }, at(500))).to.equal(false);
      await leases.release(orgId, { lease: 'sync', token: 1 });
      expect(await leases.acquire(orgId, 'sync', from(60))).to.equal(undefined);
      expect(await leases.renew(orgId, { lease: 'never', token: 1 }, at(500))).to.equal(false);
    });

    it('of many who ask at once one gets it', async () => {
      const orgId = newOrgId();
      for (const [round, expected] of [[0, 1], [60, 2]] as const) {
        const tokens = await Promise.all(Array.from({ length: 10 }, () => store().leases.acquire(orgId, 'sync', from(round))));
        expect(tokens.filter((token) => token !== undefined)).to.deep.equal([expected]);
      }
    });

    it('lets nobody write who was overtaken', async () => {
      const orgId = newOrgId();
      const { leases, sources } = store();
      const run = (second: number): SyncRun => ({ source: { kind: 'psa-connection', psaConnectionId: 'psa-one' as PsaConnectionId }, startedAt: at(0).toISOString(), endedAt: at(second).toISOString(), outcome: 'complete', received: 1, expected: 1, why: '' });
      await leases.acquire(orgId, 'sync', from(0));
      const [old, newer] = [{ lease: 'sync', token: 1 }, { lease: 'sync', token: 2 }];
      await sources.recordCompanies(orgId, run(1), [aCompany(1)], old);
      await leases.acquire(orgId, 'sync', from(60));
      expect(await thrownBy(sources.recordCompanies(orgId, run(61), [aCompany(2)], old))).to.have.property('code', 'cancelled');
      expect(await sources.listCompanies(orgId)).to.deep.equal([aCompany(1)]);
      await sources.recordCompanies(orgId, run(62), [aCompany(3)], newer);
      await leases.release(orgId, newer);
      expect(await sources.listCompanies(orgId)).to.deep.equal([aCompany(3)]);
    });

    it('refuse an absent organization', async () => {
      const { leases } = store();
      for (const orgId of ['', undefined] as ReturnType<typeof newOrgId>[]) {
        expect(await thrownBy(leases.acquire(orgId, 'sync', from(0)))).to.be.instanceOf(TypeError);
        expect(await thrownBy(leases.renew(orgId, { lease: 'sync', token: 1 }, at(0)))).to.be.instanceOf(TypeError);
        expect(await thrownBy(leases.release(orgId, { lease: 'sync', token: 1 }))).to.be.instanceOf(TypeError);
      }
    });
  });
}
