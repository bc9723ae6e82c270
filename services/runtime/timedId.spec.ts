import { expect } from 'chai';
import fc from 'fast-check';
import { newTimedId, timeOfId } from './timedId.js';

describe('timed ids', () => {
  it('tell when they were made, and are all different', () => {
    fc.assert(fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (now) => timeOfId(newTimedId(now))?.getTime() === now.getTime()));
    const now = new Date('2026-03-01T08:00:00Z');
    expect(new Set(Array.from({ length: 1000 }, () => newTimedId(now))).size).to.equal(1000);
  });

  it('tell nothing when they are of another kind', () => {
    for (const other of ['', 'data-key', '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a01']) expect(timeOfId(other)).to.equal(undefined);
  });
});
