import { expect } from 'chai';
import { errorCodes, errorTable } from '../../../services/runtime/errors.js';
import { describeDoubt, describeEvidence } from '../../../services/matching/describe.js';
import type { Evidence } from '../../../services/domain/match.js';
import { ApiError, makeApiError } from '../apiError.js';
import { speechOf } from '../app/language.js';
import { speak } from '../app/words.js';
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

describe('what the server tells', () => {
  afterEach(() => speak(speechOf('en')));

  it('has the words of the bot and of exports in English', () => {
    for (const evidence of examples) {
      const say = texts.evidence[evidence.kind] as (evidence: Evidence) => string;
      expect(say(evidence)).to.equal(describeEvidence(evidence));
    }
    const doubts = Object.entries(texts.doubts) as [keyof typeof texts.doubts, string][];
    for (const [doubt, sentence] of doubts) expect(sentence).to.equal(describeDoubt(doubt));
    expect(new Set(examples.map(({ kind }) => kind))).to.deep.equal(new Set(Object.keys(texts.evidence)));
  });

  it("has the server's sentence for every code of a failed call", () => {
    for (const code of errorCodes) expect(texts.errors[code], code).to.equal(errorTable[code].sentence);
    expect(Object.keys(texts.errors).length).to.equal(errorCodes.length + 4);
  });

  it("keeps the server's own words in English, and puts them beside the person's language elsewhere", async () => {
    const problem = { code: 'source-unauthorized', sentence: 'ConnectWise refused the keys.', requestId: 'r1' };
    const inEnglish = new ApiError('refused', problem);
    expect([inEnglish.problem.sentence, inEnglish.original]).to.deep.equal(['ConnectWise refused the keys.', '']);
    await speak(speechOf('de'));
    const inGerman = new ApiError('refused', problem);
    expect([inGerman.problem.sentence, inGerman.original]).to.deep.equal(['Das verbundene System lehnt unsere Anmeldedaten ab.', 'ConnectWise refused the keys.']);
    expect(new ApiError('refused', { ...problem, sentence: errorTable['source-unauthorized'].sentence }).original).to.equal('');
    expect([makeApiError('network').problem.sentence, makeApiError('network').original]).to.deep.equal(['Der Server hat nicht geantwortet. Prüfen Sie die Verbindung und versuchen Sie es erneut.', '']);
    expect(new ApiError('refused', { code: 'of-a-newer-server', sentence: 'Not today.', requestId: '' }).original).to.equal('Not today.');
  });
});
