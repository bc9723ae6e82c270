import { expect } from 'chai';
import { AppError } from '../../runtime/errors.js';
import { readNextLink } from './linkHeader.js';

const host = 'api-eu.myconnectwise.net';

describe('readNextLink', () => {
  it('tells a missing header from an empty one', () => {
    expect(readNextLink(null, host)).to.deep.equal({ kind: 'none' });
    expect(readNextLink('', host)).to.deep.equal({ kind: 'end' });
    expect(readNextLink(`<https://${host}/x?page=1>; rel="first"`, host)).to.deep.equal({ kind: 'end' });
  });

  it('finds the next page among the others', () => {
    const link = `<https://${host}/x?pageSize=1000&page=1>; rel="prev", <https://${host}/x?pageSize=1000&page=3>; rel="next", <https://${host}/x?page=7>; rel="last"`;
    expect(readNextLink(link, host)).to.deep.equal({ kind: 'next', pageId: null, page: 3 });
    expect(readNextLink(`<https://${host}/x?pageId=4711&pageSize=1000>; rel="next"`, host)).to.deep.equal({ kind: 'next', pageId: '4711', page: null });
    expect(readNextLink('</x?pageId=4711>; rel=next', host)).to.deep.equal({ kind: 'next', pageId: '4711', page: null });
  });

  it('refuses another host', () => {
    for (const uri of ['https://example.org/x?pageId=1', `https://${host}.example.org/?pageId=1`, '//example.org/?pageId=1', 'https://']) expect(() => readNextLink(`<${uri}>; rel="next"`, host), uri).to.throw(AppError, 'next link');
  });
});
