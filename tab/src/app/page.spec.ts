import { expect } from 'chai';
import { findOf, hashOf, pageOf, pages } from './page.js';

describe('findOf', () => {
  it('reads what a deep link says is to be found on its page, and on no other', () => {
    const subPageId = `bulk?find=${encodeURIComponent('Café & Söhne 100%')}`;
    expect(pageOf('', subPageId)).to.equal('bulk');
    expect(findOf(subPageId, 'bulk')).to.equal('Café & Söhne 100%');
    expect([findOf(subPageId, 'companies'), findOf('bulk', 'bulk'), findOf('', 'bulk')]).to.deep.equal(['', '', '']);
    expect(findOf(`bulk?find=${'a'.repeat(500)}`, 'bulk')).to.have.lengthOf(200);
  });
});

describe('pageOf', () => {
  it('reads back every address it writes', () => {
    for (const page of pages) expect(pageOf(hashOf(page), 'companies')).to.equal(page);
  });

  it('takes the deep link when the address names none, and the start page otherwise', () => {
    expect(pageOf('', 'bulk')).to.equal('bulk');
    expect(pageOf('#/bulk', 'add')).to.equal('bulk');
    expect([pageOf('', ''), pageOf('#/nonsense', 'nonsense')]).to.deep.equal(['companies', 'companies']);
  });
});
