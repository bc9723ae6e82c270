import { expect } from 'chai';
import { haveSameShape } from './haveSameShape.js';

describe('haveSameShape', () => {
  const same: readonly (readonly [string, string])[] = [
    ['corvane', 'corvane'],
    ['rnarlow', 'marlow'],
    ['vvharf', 'wharf'],
    ['c0rvane', 'corvane'],
    ['1indale', 'lindale'],
    ['iindaie', 'lindale'],
    ['5altmarsh', 'saltmarsh'],
    ['bern', 'bem'],
    ['', ''],
  ];
  for (const [left, right] of same) it(`${left} looks like ${right}`, () => expect([haveSameShape(left, right), haveSameShape(right, left)]).to.deep.equal([true, true]));

  const different: readonly (readonly [string, string])[] = [
    ['corvane', 'corvanes'],
    ['corvane', ''],
    ['marlow', 'narlow'],
    ['bern', 'be'],
  ];
  for (const [left, right] of different) it(`${left} does not look like ${right}`, () => expect([haveSameShape(left, right), haveSameShape(right, left)]).to.deep.equal([false, false]));
});
