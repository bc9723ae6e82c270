import { expect } from 'chai';
import { isMisspelling } from './isMisspelling.js';

describe('isMisspelling', () => {
  const slips: readonly (readonly [string, string])[] = [
    ['thistlemore', 'thistelmore'],
    ['brackwater', 'brackwatter'],
    ['brackwater', 'brackwatr'],
    ['quillstone', 'quillstine'],
    ['fimr', 'firm'],
    ['hospitlas', 'hospitals'],
    ['wierzbowanka', 'wierzbowaaka'],
  ];
  for (const [left, right] of slips) it(`${left} may be ${right}`, () => expect([isMisspelling(left, right), isMisspelling(right, left)]).to.deep.equal([true, true]));

  const others: readonly (readonly [string, string])[] = [
    ['wake', 'ware'],
    ['anna', 'wanna'],
    ['unit12', 'unit13'],
    ['crow', 'crown'],
    ['talbruck', 'harrow'],
    ['of', 'to'],
    ['', 'crow'],
  ];
  for (const [left, right] of others) it(`${left || 'nothing'} is not ${right}`, () => expect([isMisspelling(left, right), isMisspelling(right, left)]).to.deep.equal([false, false]));
});
