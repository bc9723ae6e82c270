import { expect } from 'chai';
import { assertPlainJson } from './plainJson.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

describe('plainJson', () => {
  it('lets plain values pass', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { a: [{ b: null }] }, nested(32)]) assertPlainJson(value);
  });

  it('refuses more values than any honest request has', () => {
    assertPlainJson({ rows: Array.from({ length: 10_000 }, () => ({ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 })) });
    for (const text of [`[${'{},'.repeat(1_300_000)}{}]`, `[${'"",'.repeat(1_300_000)}""]`, `[${'[1,2,3,4,5,6,7,8,9],'.repeat(100_000)}0]`]) {
      expect(() => assertPlainJson(JSON.parse(text)), text.slice(0, 20)).to.throw().with.property('code', 'bad-request');
    }
  });

  it('refuses depth and prototype keys', () => {
    expect(() => assertPlainJson(nested(34))).to.throw().with.property('code', 'bad-request');
    expect(() => assertPlainJson(nested(100_000))).to.throw().with.property('code', 'bad-request');
    for (const text of ['{"__proto__":1}', '{"a":[{"constructor":{}}]}', '{"a":{"b":{"prototype":null}}}']) {
      expect(() => assertPlainJson(JSON.parse(text)), text).to.throw().with.property('code', 'bad-request');
    }
  });
});
