import { expect } from 'chai';
import { pino } from 'pino';
import { aCaller } from '../../test/support/testOrganization.js';
import { withTemporarySqlite } from '../../test/support/temporarySqlite.js';
import { newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import type { UserId } from '../domain/ids.js';
import type { Caller } from '../domain/organization.js';
import { offerAction, type NewAction } from './offerAction.js';
import { useAction, type ActionEffect } from './useAction.js';

describe('useAction', () => {
  type World = { caller: Caller; offer: (given?: Partial<NewAction>) => Promise<string>; use: (actionId: string, choice: unknown, run: () => Promise<ActionEffect<string>>, by?: Caller, isReplaceable?: boolean) => ReturnType<ReturnType<typeof useAction>>; passMinutes: (minutes: number) => void };
  const inWorld = (work: (world: World) => Promise<void>) => () =>
    withTemporarySqlite(async (store) => {
      let now = Date.parse('2026-03-01T08:00:00Z');
      const ports = { store, clock: { now: () => new Date(now) }, logger: pino({ level: 'silent' }) };
      const caller = aCaller({ orgId: newOrgId(), role: 'mapper' });
      const [offer, use] = [offerAction(ports), useAction(ports)];
      await work({
        caller,
        offer: (given = {}) => offer(caller, { role: 'mapper', userIds: null, task: { about: 'it' }, ...given }),
        use: (actionId, choice, run, by = caller, isReplaceable = true) => use(by, { actionId, choice, accepts: (task) => JSON.stringify(task) !== '"another kind"', run, isReplaceable: () => isReplaceable }),
        passMinutes: (minutes) => (now += minutes * 60_000),
      });
    });
  const done = (result: string) => () => Promise.resolve({ kind: 'done', result } as const);
  const never = () => Promise.reject(new Error('must not run'));
  const other = { userId: 'bb000000-0000-4000-8000-000000000001' as UserId, name: 'Other' };

  it('runs the first press, and tells everybody later what it came to, whatever they press and however late', inWorld(async ({ caller, offer, use, passMinutes }) => {
    const id = await offer();
    expect(id).to.match(/^[0-9a-f]{32}$/);
    expect(await use(id, 'a', done('first'))).to.deep.include({ kind: 'done', result: 'first', isFirst: true, task: { about: 'it' } });
    passMinutes(24 * 60);
    const late = await use(id, 'b', never, { ...caller, person: other });
    expect(late).to.deep.include({ kind: 'done', result: 'first', isFirst: false });
    expect(late.kind === 'done' && [late.claim.person, late.claim.choice]).to.deep.equal([caller.person, 'a']);
  }));

  it('lets one of many presses at once count', inWorld(async ({ offer, use }) => {
    const id = await offer();
    const seen = new Set<unknown>();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, choice) => use(id, choice, () => Promise.resolve({ kind: 'done', result: 'x' }))),
    );
    for (const each of all) if (each.kind === 'done') seen.add(each.claim.choice);
    expect(all.map(({ kind }) => kind)).to.deep.equal(Array<string>(8).fill('done'));
    expect(seen.size).to.equal(1);
    expect(all.filter((each) => each.kind === 'done' && each.isFirst)).to.have.lengthOf(1);
  }));

  it('may be used again when nothing was changed', inWorld(async ({ offer, use }) => {
    const id = await offer();
    expect(await use(id, 'a', () => Promise.resolve({ kind: 'open', why: 'no such company' }))).to.deep.include({ kind: 'open', why: 'no such company' });
    expect(await use(id, 'b', done('second'))).to.deep.include({ result: 'second' });
  }));

  it("finishes what a crash cut off, in the name of the one who pressed, and not what the next one chose", inWorld(async ({ caller, offer, use }) => {
    const id = await offer();
    expect(String(await thrownBy(use(id, 'ignore', () => Promise.reject(new Error('gone')), caller, false)))).to.contain('gone');
    const next = await use(id, 'link', done('finished'), { ...caller, person: other }, false);
    expect(next.kind === 'done' && [next.claim.choice, next.claim.person]).to.deep.equal(['ignore', caller.person]);
  }));

  it('lets another choice take the place of one that failed, where both can not come true', inWorld(async ({ caller, offer, use }) => {
    const id = await offer();
    await thrownBy(use(id, 'a', () => Promise.reject(new Error('gone')), caller, true));
    const next = await use(id, 'b', done('b'), caller, true);
    expect(next.kind === 'done' && next.claim.choice).to.equal('b');
  }));

  it('refuses weaker roles, other people, other organizations and ids never given, and does nothing', inWorld(async ({ caller, offer, use }) => {
    const id = await offer({ userIds: [caller.person.userId] });
    expect(await use(id, 'a', never, { ...caller, role: 'viewer' })).to.deep.equal({ kind: 'not-allowed', role: 'mapper' });
    expect(await use(id, 'a', never, { ...caller, person: other })).to.deep.equal({ kind: 'not-yours' });
    expect(await use(id, 'a', never, { ...caller, orgId: newOrgId() })).to.deep.equal({ kind: 'unknown' });
    expect(await use('0'.repeat(32), 'a', never)).to.deep.equal({ kind: 'unknown' });
    expect(await use(id, 'a', done('mine'))).to.include({ kind: 'done', isFirst: true });
  }));

  it('takes an action of another kind for none, and leaves it alone', inWorld(async ({ offer, use }) => {
    const id = await offer({ task: 'another kind' });
    expect(await use(id, 'a', never)).to.deep.equal({ kind: 'unknown' });
  }));

  it('expires after an hour when nobody pressed', inWorld(async ({ offer, use, passMinutes }) => {
    const [fresh, stale] = [await offer(), await offer()];
    passMinutes(60);
    expect(await use(fresh, 'a', done('x'))).to.include({ kind: 'done' });
    passMinutes(1);
    expect(await use(stale, 'a', never)).to.deep.equal({ kind: 'expired', task: { about: 'it' } });
  }));

  it('is cleared after its days, once somebody offers another', inWorld(async ({ offer, use, passMinutes }) => {
    const old = await offer();
    await use(old, 'a', done('x'));
    passMinutes(7 * 24 * 60 + 1);
    await offer();
    // The clearing goes beside the offer, through the same thread.
    expect(await use(old, 'a', never)).to.deep.equal({ kind: 'unknown' });
  }));
});
