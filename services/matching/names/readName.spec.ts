import { expect } from 'chai';
import { readName } from './readName.js';

describe('readName', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['Corvane Motors Ltd.', 'corvane motors', 'Ltd'],
    ['Corvane Motors Company Limited', 'corvane motors', 'Ltd'],
    ['Corvane Motors, L.L.C.', 'corvane motors', 'LLC'],
    ['Talbrück GmbH & Co. KG', 'talbruck', 'GmbH & Co. KG'],
    ['Nordværk A/S', 'nordvaerk', 'AS'],
    ['Wierzbówka Sp. z o.o.', 'wierzbowka', 'Sp. z o.o.'],
    ['PT Corvane Jaya', 'corvane jaya', 'PT'],
    ['Crow & Company', 'crow', ''],
    ['Limited', 'limited', ''],
    ['The Crow Group', 'crow group', ''],
    ['K. L. V. Haulage', 'klv haulage', ''],
    ['Crow Mfg Intl', 'crow manufacturing international', ''],
    ['Crow Dental (OLD)', 'crow dental', ''],
    ['Crow Dental - DO NOT USE', 'crow dental', ''],
    ['zz Crow Dental', 'crow dental', ''],
  ];
  for (const [name, core, legalForm] of cases) {
    it(`${name} -> ${core}${legalForm ? `, ${legalForm}` : ''}`, () => {
      const reading = readName(name);
      expect([reading.words.join(' '), reading.legalForm]).to.deep.equal([core, legalForm]);
    });
  }

  it('tells dead records from living ones', () => {
    expect(['Crow (OLD)', 'Crow - Inactive', 'zz Crow', 'OLD - Crow'].map((name) => readName(name).isDead)).to.deep.equal([true, true, true, true]);
    expect(['Old Crow Inn', 'Crow (Old Town)', 'Crow - Old Town', 'Closed Loop Ltd'].map((name) => readName(name).isDead)).to.deep.equal([false, false, false, false]);
  });

  it('knows garbage', () => {
    expect(['', '***', 'Test', 'Default Directory', 'Contoso Ltd', 'org4711'].map((name) => readName(name).isGeneric)).to.deep.equal([true, true, true, true, true, true]);
    expect(['Test Valley Brewing', 'Home Bakers', '3D Print'].map((name) => readName(name).isGeneric)).to.deep.equal([false, false, false]);
  });

  it('finds the numbers whatever their zeros', () => {
    expect(readName('Crow 007 Unit 12').numbers).to.equal('7 12');
  });

  it('parts words and legal forms that are glued together by their capitals', () => {
    expect(readName('CorvaneTechnologies').words).to.deep.equal(['corvane', 'technology']);
    expect(readName('McDougall PayPoint').words).to.deep.equal(['mcdougall', 'paypoint']);
    expect(readName('CorvaneGmbH')).to.include({ headKey: 'corvane', legalForm: 'GmbH' });
  });

  it('takes legal forms off both ends and from before a place', () => {
    expect(readName('PT Corvane Tbk').words).to.deep.equal(['corvane']);
    expect(readName('PT Corvane Tbk Jakarta')).to.deep.include({ words: ['corvane'], extras: ['jakarta'] });
  });

  it('knows how a name is spelled in a domain', () => {
    expect(readName('Quill & Partners').spelledKey).to.equal('quillandpartners');
    expect(readName('The Quill').spelledKey).to.equal('thequill');
  });
});
