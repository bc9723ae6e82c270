import { expect } from 'chai';
import { doubt, type EvidenceView } from '../evidence.js';
import { texts as german } from './de.js';
import { texts as english } from './en.js';
import { texts as spanish } from './es.js';
import { texts as french } from './fr.js';
import { texts as dutch } from './nl.js';
import { evidenceSentence } from './reasonWords.js';

const expected: readonly (readonly [EvidenceView, string])[] = [
  [{ kind: 'same-tenant-id' }, 'The PSA already holds this tenant id for the company.'],
  [{ kind: 'alias', name: 'Contoso' }, 'A tenant called “Contoso” was linked to this company before.'],
  [{ kind: 'same-domain', domain: 'corvane.example', companyCount: 1 }, 'Same domain corvane.example.'],
  [{ kind: 'same-domain', domain: 'corvane.example', companyCount: 3 }, 'Same domain corvane.example, which 3 companies share.'],
  [{ kind: 'lent-domain', domain: 'corvane.example' }, 'A branch or an old record of the company has the domain corvane.example.'],
  [{ kind: 'same-domain-label', label: 'corvane' }, "The tenant's domain begins with “corvane”, as the company's name or domain does."],
  [{ kind: 'different-domain', tenantDomain: 'a.example', companyDomain: 'b.example' }, 'Domains differ: a.example and b.example.'],
  [{ kind: 'same-name' }, 'Same name.'],
  [{ kind: 'same-name', tenantOnly: 'Ltd.' }, "Same name but for “Ltd.”, which only the tenant's has."],
  [{ kind: 'same-name', tenantOnly: 'Ltd.', companyOnly: 'Inc.' }, 'Same name but for “Ltd.” / “Inc.”.'],
  [{ kind: 'same-other-name', name: 'Contoso' }, '“Contoso” is another name of the same organisation.'],
  [{ kind: 'acronym', short: 'CTS' }, '“CTS” is short for the other name.'],
  [{ kind: 'similar-name', similarity: 0.928 }, 'Names are 92% alike.'],
  [{ kind: 'similar-name', similarity: 0.999, companyOnly: 'Group' }, "Names are 99% alike; they differ by “Group”, which only the company's has."],
  [{ kind: 'same-city', city: 'Leeds' }, "The tenant's name holds the company's city, Leeds."],
  [{ kind: 'different-legal-form', tenantForm: 'Ltd', companyForm: 'LLP' }, 'Legal forms differ: Ltd and LLP.'],
  [{ kind: 'different-number', tenantNumber: '12', companyNumber: '' }, 'Numbers in the names differ: “12” and no number.'],
  [{ kind: 'different-number', tenantNumber: '1 2', companyNumber: '3' }, 'Numbers in the names differ: “1, 2” and “3”.'],
  [{ kind: 'inactive-company', status: 'Closed' }, 'The company is not active in the PSA (Closed).'],
  [{ kind: 'inactive-company', status: '' }, 'The company is marked as old in the PSA.'],
];

describe('reasons', () => {
  for (const [evidence, sentence] of expected) it(sentence, () => expect(evidenceSentence(english, evidence)).to.equal(sentence));

  for (const [language, words] of Object.entries({ english, german, french, dutch, spanish })) {
    it(`are whole sentences with all their facts in ${language}`, () => {
      for (const [evidence] of expected) {
        const sentence = evidenceSentence(words, evidence);
        expect(sentence).to.match(/^[^ ].*[^ ]\.$/).and.not.include('undefined');
        const facts = Object.entries(evidence).filter(([key, value]) => key !== 'kind' && value !== '' && value !== 1);
        for (const [, fact] of facts) expect(sentence).to.include(typeof fact === 'number' && fact < 1 ? String(Math.floor(fact * 100)) : String(fact).replace(' ', ', '));
      }
      for (const each of doubt.options) expect(words.doubts[each]).to.match(/^\p{Lu}.*\.$/u);
    });
  }

  it('are in no language as in another', () => {
    const said = [english, german, french, dutch, spanish].flatMap((words) => [...expected.map(([evidence]) => evidenceSentence(words, evidence)), ...Object.values(words.doubts)]);
    expect(new Set(said).size).to.equal(said.length);
  });
});
