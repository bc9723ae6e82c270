import { expect } from 'chai';
import type { Evidence } from '../../../services/domain/match.js';
import { describeDoubt, describeEvidence } from '../../../services/matching/describe.js';
import { doubtText, evidenceText } from './reasonText.js';
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
  it('have the words of the bot and of exports in English', () => {
    for (const evidence of examples) expect(evidenceText(evidence)).to.equal(describeEvidence(evidence));
    const doubts = Object.keys(texts.doubts) as (keyof typeof texts.doubts)[];
    for (const doubt of doubts) expect(doubtText(doubt)).to.equal(describeDoubt(doubt));
    expect(new Set(examples.map(({ kind }) => kind))).to.deep.equal(new Set(Object.keys(texts.evidence)));
  });
});
