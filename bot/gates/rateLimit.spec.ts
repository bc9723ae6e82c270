import { expect } from 'chai';
import { toAppError } from '../../services/runtime/errors.js';
import { createRateLimit } from './rateLimit.js';

describe('rateLimit', () => {
  let nowMs = 0;
  const clock = { now: () => new Date(nowMs) };
  const take = (limit: ReturnType<typeof createRateLimit>, key = 'a') => {
    try {
      limit.take(key);
      return undefined;
    } catch (thrown) {
      return toAppError(thrown);
    }
  };
  const countAllowed = (limit: ReturnType<typeof createRateLimit>, tries: number) => Array.from({ length: tries }, () => take(limit)).filter((error) => !error).length;

  it('allows a burst, then the rate, then says when to come again', () => {
    const limit = createRateLimit({ perSecond: 20, burst: 40, clock });
    expect(countAllowed(limit, 100)).to.equal(40);
    nowMs += 500;
    expect(countAllowed(limit, 100)).to.equal(10);
    expect(take(limit)).to.include({ code: 'too-many-requests', retryAfterSeconds: 1 });
    expect(take(limit, 'another'), 'another person').to.equal(undefined);
  });

  it('is not fooled by a clock that goes back', () => {
    const limit = createRateLimit({ perSecond: 1, burst: 2, clock });
    countAllowed(limit, 2);
    nowMs -= 60_000;
    expect(countAllowed(limit, 5)).to.equal(0);
  });

  it('forgets the key unused for longest', () => {
    const limit = createRateLimit({ perSecond: 1, burst: 1, clock, maxKeys: 2 });
    for (const key of ['a', 'b', 'c']) limit.take(key);
    expect(take(limit, 'c')?.code).to.equal('too-many-requests');
    expect(take(limit, 'a')).to.equal(undefined);
  });
});
