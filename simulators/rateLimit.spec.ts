import { expect } from 'chai';
import { createRateMeter } from './rateLimit.js';

describe('simulators/rateLimit', () => {
  it('lets so many pass in the window, tells how long to wait, and counts each key alone', () => {
    let now = 1_000_000;
    const meter = createRateMeter({ requests: 2, windowMs: 10_000 }, { now: () => new Date(now) });
    expect([meter('a'), meter('a'), meter('b')]).to.deep.equal([0, 0, 0]);
    now += 4_000;
    expect(meter('a')).to.equal(6);
    now += 10_000;
    expect(meter('a')).to.equal(0);
  });

  it('passes everything without a limit', () => {
    const meter = createRateMeter(undefined, { now: () => new Date(0) });
    expect(Array.from({ length: 1000 }, () => meter('a'))).to.not.include(1);
  });
});
