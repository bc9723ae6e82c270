import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from './toCsv.js';

describe('toCsv', () => {
  it('can be read again, whatever the texts, and holds no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.oneof(fc.string(), fc.constantFrom('=1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', '"', ',', '\n'))), { maxLength: 8 }), (rows) => {
        const read = parse(toCsv(['a', 'b'], rows), { bom: true, record_delimiter: '\r\n' });
        expect(read.slice(1)).to.deep.equal(rows.map((row) => row.map((cell) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell))));
        for (const cell of read.flat()) expect(cell).to.not.match(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });
});
