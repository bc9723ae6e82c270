import { expect } from 'chai';
import fc from 'fast-check';
import type { Evidence } from '../../../services/domain/match.js';
import { describeDoubt, describeEvidence } from '../../../services/matching/describe.js';
import { speechOf } from '../app/language.js';
import { speak } from '../app/words.js';
import { doubtText, evidenceText, reasonText } from './reasonText.js';
import { recogniseDoubt, recogniseEvidence } from './recogniseReason.js';
import { texts } from './texts.js';

const examples: Evidence[] = [
  { kind: 'same-tenant-id' },
  { kind: 'alias', name: 'Contoso' },
  { kind: 'same-domain', domain: 'contoso.com', companyCount: 1 },
  { kind: 'same-domain', domain: 'contoso.com', companyCount: 3 },
  { kind: 'lent-domain', domain: 'contoso.com' },
  { kind: 'same-domain-label', label: 'contoso' },
  { kind: 'different-domain', tenantDomain: 'contoso.com', companyDomain: 'fabrikam.com' },
  { kind: 'same-name' },
  { kind: 'same-name', tenantOnly: 'Ltd.' },
  { kind: 'same-name', tenantOnly: 'Ltd.', companyOnly: 'Inc.' },
  { kind: 'same-other-name', name: 'Contoso' },
  { kind: 'acronym', short: 'CTS' },
  { kind: 'similar-name', similarity: 0.919, companyOnly: 'Group' },
  { kind: 'same-city', city: 'Leeds' },
  { kind: 'different-legal-form', tenantForm: 'GmbH', companyForm: 'AG' },
  { kind: 'different-number', tenantNumber: '', companyNumber: '1 2' },
  { kind: 'inactive-company', status: 'Lost' },
  { kind: 'inactive-company', status: '' },
];

describe('reasons', () => {
  afterEach(() => speak(speechOf('en')));

  it('have the words of the bot and of exports in English', () => {
    for (const evidence of examples) expect(evidenceText(evidence)).to.equal(describeEvidence(evidence));
    const doubts = Object.keys(texts.doubts) as (keyof typeof texts.doubts)[];
    for (const doubt of doubts) expect(doubtText(doubt)).to.equal(describeDoubt(doubt));
    expect(new Set(examples.map(({ kind }) => kind))).to.deep.equal(new Set(Object.keys(texts.evidence)));
  });

  it('are recognised in every sentence that the server makes, with all their facts', () => {
    for (const evidence of examples) {
      const found = recogniseEvidence(describeEvidence(evidence));
      expect(found && describeEvidence(found as Evidence), JSON.stringify(evidence)).to.equal(describeEvidence(evidence));
      expect(found?.kind).to.equal(evidence.kind);
    }
    for (const doubt of Object.keys(texts.doubts) as (keyof typeof texts.doubts)[]) expect(recogniseDoubt(describeDoubt(doubt))).to.equal(doubt);
  });

  it('keep names of any kind whole', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-zÄÖÜäöüß0-9&'().,“” -]{1,24}$/), (name) => {
        expect(recogniseEvidence(describeEvidence({ kind: 'same-other-name', name }))).to.deep.equal({ kind: 'same-other-name', name });
        expect(recogniseEvidence(describeEvidence({ kind: 'same-city', city: name }))).to.deep.equal({ kind: 'same-city', city: name });
      }),
    );
  });

  it('are told in the language of the page; what is not of the matcher stays', async () => {
    await speak(speechOf('de'));
    expect(reasonText('Same domain contoso.com.')).to.equal('Gleiche Domäne contoso.com.');
    expect(reasonText('Only an acronym speaks for it.')).to.equal('Nur eine Abkürzung spricht dafür.');
    expect(reasonText('Something else.')).to.equal('Something else.');
  });
});
