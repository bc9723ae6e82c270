import { expect } from 'chai';
import fc from 'fast-check';
import { sortInTurns } from './sortInTurns.js';

describe('sortInTurns', () => {
  it('sorts as toSorted does, equal items in their order', async () => {
    const items = Array.from({ length: 9001 }, (_, index) => ({ key: (index * 7919) % 1000, index }));
    const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
    expect(await sortInTurns(items, compare)).to.deep.equal(items.toSorted(compare));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer()), async (numbers) => {
        expect(await sortInTurns(numbers, (a, b) => a - b)).to.deep.equal(numbers.toSorted((a, b) => a - b));
      }),
      { numRuns: 50, seed: 20260305 },
    );
  });
});
