import { expect } from 'chai';
import fc from 'fast-check';
import { cleanText, freeText } from './freeText.js';

describe('cleanText', () => {
  it('trims and removes what nobody sees', () => {
    expect(cleanText('\u200E  Nordlicht\u200B Praxis\u00AD GmbH\uFEFF \u00A0')).to.equal('Nordlicht Praxis GmbH');
    expect(cleanText('two\r\nlines\tand\u0000nul')).to.equal('two lines and nul');
  });

  it('leaves letters of every script alone', () => expect(cleanText('Müller Å 株式会社 Ελλάς "Ünïcode" & Co.')).to.equal('Müller Å 株式会社 Ελλάς "Ünïcode" & Co.'));

  it('has nothing left to do the second time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
  });
});

describe('freeText', () => {
  it('takes absent, null and empty for the same', () => expect([undefined, null, '', ' '].map((value) => freeText.parse(value))).to.deep.equal(['', '', '', '']));

  it('takes digits that came as a number, and no object', () => {
    expect(freeText.parse(4711)).to.equal('4711');
    expect(freeText.safeParse({}).success).to.equal(false);
  });
});
