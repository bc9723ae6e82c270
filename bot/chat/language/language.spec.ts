import { expect } from 'chai';
import { countText, formatDay, formatList, formatNumber, formatPercent } from './formats.js';
import { languageOf } from './language.js';

describe('languageOf', () => {
  for (const [locale, language] of [['de-AT', 'de'], ['FR', 'fr'], ['nl-BE', 'nl'], ['es-MX', 'es'], ['en-GB', 'en'], ['sv-SE', 'en'], ['', 'en'], [undefined, 'en'], [5, 'en'], [{}, 'en']] as const) {
    it(`takes ${JSON.stringify(locale)} for ${language}`, () => expect(languageOf(locale)).to.equal(language));
  }
});

describe('formats', () => {
  it("write numbers, lists and days the language's way", () => {
    expect([formatNumber('en', 12345), formatNumber('de', 12345)]).to.deep.equal(['12,345', '12.345']);
    expect([formatPercent('en', 0.999), formatPercent('de', 1)]).to.deep.equal(['99%', '100\u00a0%']);
    expect([formatList('en', ['a', 'b', 'c']), formatList('es', ['a', 'b'])]).to.deep.equal(['a, b, and c', 'a y b']);
    expect([formatDay('en', new Date('2026-03-01T23:30:00Z')), formatDay('nl', new Date('2026-03-01T23:30:00Z'))]).to.deep.equal(['Mar 1, 2026', '1 mrt 2026']);
  });

  it('count as the language does: French has one for nothing', () => {
    const texts = { one: '# row', other: '# rows' };
    expect([0, 1, 2].map((count) => countText('en', count, texts))).to.deep.equal(['0 rows', '1 row', '2 rows']);
    expect(countText('fr', 0, texts)).to.equal('0 row');
    expect(countText('es', 1_000_000, texts)).to.equal('1.000.000 rows');
  });
});
