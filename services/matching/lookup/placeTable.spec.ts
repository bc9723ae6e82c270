import { expect } from 'chai';
import fc from 'fast-check';
import { createPlaceTable, hashText } from './placeTable.js';

describe('createPlaceTable', () => {
  it('tells the places of each key, as a map of lists would, whatever is added and removed', () => {
    const step = fc.record({ key: fc.integer({ min: -20, max: 20 }), place: fc.nat(9), isRemoval: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const table = createPlaceTable();
        const map = new Map<number, number[]>();
        for (const { key, place, isRemoval } of steps) {
          const list = map.get(key) ?? [];
          if (isRemoval && list.includes(place)) list.splice(list.indexOf(place), 1);
          if (isRemoval) table.remove(key, place);
          else {
            list.push(place);
            table.add(key, place);
          }
          map.set(key, list);
        }
        for (const [key, list] of map) expect(table.get(key)).to.deep.equal(list);
        expect(table.get(21)).to.deep.equal([]);
      }),
    );
  });

  it('grows', () => {
    const table = createPlaceTable();
    for (let key = 0; key < 20_000; key += 1) table.add(hashText(1, `key ${key}`), key);
    for (let key = 0; key < 20_000; key += 1) expect(table.get(hashText(1, `key ${key}`))).to.include(key);
  });
});

describe('hashText', () => {
  it('differs by text and by kind', () => {
    const hashes = [hashText(1, 'corvane'), hashText(2, 'corvane'), hashText(1, 'corvanf'), hashText(1, 'crovane'), hashText(1, '')];
    expect(new Set(hashes).size).to.equal(hashes.length);
  });
});
