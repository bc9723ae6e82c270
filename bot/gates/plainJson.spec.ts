import { expect } from 'chai';
import { assertPlainJson } from './plainJson.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('plainJson', () => {
  it('lets plain values pass', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { a: [{ b: null }] }, nested(32)]) assertPlainJson(value);
  });

  it('refuses depth and prototype keys', () => {
    expect(() => assertPlainJson(nested(34))).to.throw().with.property('code', 'bad-request');
    expect(() => assertPlainJson(nested(100_000))).to.throw().with.property('code', 'bad-request');
    for (const text of ['{"__proto__":1}', '{"a":[{"constructor":{}}]}', '{"a":{"b":{"prototype":null}}}']) {
      expect(() => assertPlainJson(JSON.parse(text)), text).to.throw().with.property('code', 'bad-request');
    }
  });
});
