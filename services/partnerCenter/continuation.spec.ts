import { expect } from 'chai';
import { AppError } from '../runtime/errors.js';
import { nextContinuation } from './continuation.js';

const origin = 'https://api.partnercenter.microsoft.com';
const next = (uri: string, value?: string) => nextContinuation(origin, { items: [], links: { next: { uri, headers: value === undefined ? [] : [{ key: 'ms-continuationTOKEN', value }] } } });
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
  return undefined;
};

describe('nextContinuation', () => {
  it('is null on the last page', () => {
    expect(nextContinuation(origin, { items: [] })).to.equal(null);
    expect(nextContinuation(origin, { items: [], links: { next: null } })).to.equal(null);
  });

  it('reads both forms of the address', () => {
    const expected = { url: `${origin}/v1/customers?size=500&seekOperation=Next`, token: 'AAAA+/=' };
    for (const uri of ['/customers?size=500&seekOperation=Next', '/v1/customers?size=500&seekOperation=Next', `${origin}/v1/customers?size=500&seekOperation=Next`]) expect(next(uri, 'AAAA+/='), uri).to.deep.equal(expected);
  });

  it('finds the token beside the links, too', () => expect(nextContinuation(origin, { items: [], continuationToken: 'T', links: { next: { uri: '/customers' } } })?.token).to.equal('T'));

  it('refuses any other host', () => {
    for (const uri of ['https://example.org/v1/customers', '//example.org/v1/customers', '\\\\example.org/v1/customers', 'http://api.partnercenter.microsoft.com/v1/customers', 'https://api.partnercenter.microsoft.com:8443/v1/customers', 'https://a@api.partnercenter.microsoft.com/v1/customers', 'https://api.partnercenter.microsoft.com.example.org/v1/customers']) {
      expect(codeOf(() => next(uri)), uri).to.equal('source-blocked');
    }
  });

  it('refuses any other path, and a token that is no header', () => {
    for (const uri of ['/v1//v1/customers', '/v1/invoices', '/v1/customers/../users', '']) expect(codeOf(() => next(uri)), uri).to.equal('source-odd-answer');
    for (const token of ['a\r\nx-evil: 1', 'ä', '']) expect(codeOf(() => next('/customers', token)), token).to.equal('source-odd-answer');
  });
});
