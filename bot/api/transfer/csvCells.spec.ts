import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readCell, writeCell } from './csvCells.js';

describe('csvCells', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', "=HYPERLINK(\"http://x\")", '=cmd|" /C calc"!A0'];

  for (const formula of formulas) {
    it(`makes ${JSON.stringify(formula)} a text, and gives it back as it was`, () => {
      const [[cell = ''] = []] = parse(`${writeCell(formula)}\n`);
      expect(cell).to.equal(`'${formula}`);
      expect(readCell(cell)).to.equal(formula);
    });
  }

  it('leaves what is no formula as it is', () => {
    for (const text of ['Fabrikam', "O'Brien & Sons", "'quoted'", '1-2', 'a=b', 'x@y.example', '']) expect(writeCell(text)).to.equal(text);
  });

  it('gives back every text exactly, and no cell begins as a formula', () => {
    const odd = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', ' ', 'a', 'Ü', '＝') });
    fc.assert(
      fc.property(fc.oneof(odd, fc.string({ unit: 'grapheme' })), (text) => {
        const [[cell = '', next = ''] = []] = parse(`${writeCell(text)},x\r\n`);
        expect(cell).to.not.match(/^[=+\-@\t\r\n＝＋－＠]/);
        expect(readCell(cell)).to.equal(text);
        expect(next).to.equal('x');
      }),
      { numRuns: 2_000 },
    );
  });
});
