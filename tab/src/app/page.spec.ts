import { expect } from 'chai';
import { hashOf, pageOf, pages } from './page.js';

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
