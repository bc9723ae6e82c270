import { expect } from 'chai';
import type { SaveRow } from '../../../contracts/mappings.js';
import { attemptFor, maxRowsPerSave, rowsWithout } from './saveAttempt.js';

const row = (tenantId: string, companyId = '1'): SaveRow => ({ action: 'link', tenantId, psaConnectionId: 'psa', companyId, baseVersion: 0, origin: 'auto' });
const makeKeys = () => {
  let count = 0;
  return () => `key-${++count}`;
};

describe('saveAttempt', () => {
  it('keeps the key when the same wish is sent again after no answer', () => {
    const makeKey = makeKeys();
    const first = attemptFor([row('a'), row('b')], 'why', undefined, makeKey);
    expect(attemptFor([row('a'), row('b')], 'why', first, makeKey)).to.equal(first);
  });

  it('takes a new key for another wish, or once the first was answered', () => {
    const makeKey = makeKeys();
    const first = attemptFor([row('a')], '', undefined, makeKey);
    expect(attemptFor([row('a', '2')], '', first, makeKey).key).to.equal('key-2');
    expect(attemptFor([row('a')], 'another reason', first, makeKey).key).to.equal('key-3');
    expect(attemptFor([row('a')], '', undefined, makeKey).key).to.equal('key-4');
  });

  it('never sends more than the contract allows', () => {
    const many = Array.from({ length: maxRowsPerSave + 1 }, (_, index) => row(String(index)));
    expect(attemptFor(many, '', undefined, makeKeys()).rows).to.have.length(maxRowsPerSave);
  });

  it('leaves out refused units whatever the letters of their id', () => {
    expect(rowsWithout([row('AB'), row('cd')], [{ tenantId: 'ab', psaConnectionId: 'psa' }])).to.deep.equal([row('cd')]);
    expect(rowsWithout([row('ab')], [{ tenantId: 'ab', psaConnectionId: 'other' }])).to.deep.equal([row('ab')]);
  });
});
