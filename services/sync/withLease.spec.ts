import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import { pino } from 'pino';
import { aCompany, newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import { withTemporarySqlite } from '../../test/support/temporarySqlite.js';
import type { PsaConnectionId } from '../domain/ids.js';
import { systemClock } from '../runtime/clock.js';
import type { LeaseStore } from '../storage/ports.js';
import { withLease } from './withLease.js';

const logger = pino({ level: 'silent' });

describe('withLease', function () {
  this.timeout(20_000);
  const parts = (leases: LeaseStore, lastsMs = 2_000) => ({ leases, clock: systemClock, logger, times: { lastsMs, askAgainMs: 20 } });

  it('lets one after the other run, and tells who had to wait', () =>
    withTemporarySqlite(async ({ leases }) => {
      const work = { orgId: newOrgId(), lease: 'pull' };
      const seen: string[] = [];
      let running = 0;
      await Promise.all(
        [1, 2, 3].map(() =>
          withLease(parts(leases), work, async ({ fence, hadToWait }) => {
            running += 1;
            expect(running).to.equal(1);
            await delay(50);
            seen.push(`${fence.token} ${hadToWait}`);
            running -= 1;
          }),
        ),
      );
      expect(seen).to.deep.equal(['1 false', '2 true', '3 true']);
    }));

  it('holds on to a long run, and gives the lease back when the run fails', () =>
    withTemporarySqlite(async ({ leases }) => {
      const work = { orgId: newOrgId(), lease: 'pull' };
      const long = withLease(parts(leases, 300), work, async () => {
        await delay(1_000);
        throw new Error('failed in the end');
      });
      long.catch(() => undefined);
      await delay(700);
      expect(await leases.acquire(work.orgId, work.lease, { now: new Date(), until: new Date(0) })).to.equal(undefined);
      expect(await thrownBy(long)).to.have.property('message', 'failed in the end');
      expect(await leases.acquire(work.orgId, work.lease, { now: new Date(), until: new Date(0) })).to.equal(2);
    }));

  it('takes over from a process that died with it, once its time has ended; what the dead one still sends is refused', () =>
    withTemporarySqlite(async ({ leases, sources }) => {
      const work = { orgId: newOrgId(), lease: 'pull' };
      const now = new Date();
      // Killed: it neither renews nor gives back.
      const dead = await leases.acquire(work.orgId, work.lease, { now, until: new Date(now.getTime() + 300) });
      const run = { source: { kind: 'psa-connection', psaConnectionId: 'psa-one' as PsaConnectionId }, startedAt: now.toISOString(), endedAt: now.toISOString(), outcome: 'complete', received: 1, expected: 1, why: '' } as const;
      await withLease(parts(leases), work, async ({ fence, hadToWait }) => {
        expect([fence.token, hadToWait]).to.deep.equal([2, true]);
        expect(await thrownBy(sources.recordCompanies(work.orgId, run, [aCompany(1)], { lease: work.lease, token: dead ?? 0 }))).to.have.property('code', 'cancelled');
        await sources.recordCompanies(work.orgId, run, [aCompany(2)], fence);
      });
      expect(await sources.listCompanies(work.orgId)).to.deep.equal([aCompany(2)]);
    }));

  it('ends a run that was overtaken, and a wait that is not wanted any more', () =>
    withTemporarySqlite(async ({ leases }) => {
      const work = { orgId: newOrgId(), lease: 'pull' };
      const overtaken = withLease(parts(leases, 300), work, async ({ signal }) => {
        // As if this process had been asleep for longer than its time.
        await leases.acquire(work.orgId, work.lease, { now: new Date(Date.now() + 60_000), until: new Date(Date.now() + 120_000) });
        await delay(5_000, undefined, { signal }).catch(() => {
          throw signal.reason;
        });
      });
      expect(await thrownBy(overtaken)).to.have.property('code', 'cancelled');
      const abort = new AbortController();
      const waiting = withLease(parts(leases), { ...work, signal: abort.signal }, () => Promise.resolve());
      setTimeout(() => abort.abort(new Error('enough')), 50);
      expect(await thrownBy(waiting)).to.have.property('message', 'enough');
    }));
});
