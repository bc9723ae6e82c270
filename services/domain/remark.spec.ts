import { expect } from 'chai';
import { joinRemarks, remark } from './remark.js';

describe('joinRemarks', () => {
  const cut = remark('The contacts could not all be read.', { code: 'domains-cut-off', of: 'contacts' });
  const changed = remark('The list changed. We wait.', { code: 'list-changed-meanwhile' }, { code: 'waits-for-room' });

  it('puts sentences and facts in one order', () => {
    expect(joinRemarks([cut, changed])).to.deep.equal({ why: 'The contacts could not all be read. The list changed. We wait.', facts: [{ code: 'domains-cut-off', of: 'contacts' }, { code: 'list-changed-meanwhile' }, { code: 'waits-for-room' }] });
    expect(joinRemarks([])).to.deep.equal({ why: '', facts: [] });
  });

  it('has no facts where one of them has none: they would leave its sentence out', () => {
    for (const plain of [{ sentence: 'Only these words.' }, { sentence: 'Only these words.', facts: [] }]) expect(joinRemarks([cut, plain])).to.deep.equal({ why: 'The contacts could not all be read. Only these words.' });
  });
});
