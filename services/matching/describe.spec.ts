import { expect } from 'chai';
import type { Evidence } from '../domain/match.js';
import { describeDoubt, describeEvidence } from './describe.js';

const expected: readonly (readonly [Evidence, string])[] = [
  [{ kind: 'same-tenant-id' }, 'The PSA already holds this tenant id for the company.'],
  [{ kind: 'same-domain', domain: 'corvane.example', companyCount: 1 }, 'Same domain corvane.example.'],
  [{ kind: 'same-domain', domain: 'corvane.example', companyCount: 3 }, 'Same domain corvane.example, which 3 companies share.'],
  [{ kind: 'same-domain-label', label: 'corvane' }, "The tenant's domain begins with “corvane”, as the company's name or domain does."],
  [{ kind: 'different-domain', tenantDomain: 'a.example', companyDomain: 'b.example' }, 'Domains differ: a.example and b.example.'],
  [{ kind: 'same-name' }, 'Same name.'],
  [{ kind: 'similar-name', similarity: 0.928 }, 'Names are 92% alike.'],
  [{ kind: 'different-legal-form', tenantForm: 'Ltd', companyForm: 'LLP' }, 'Legal forms differ: Ltd and LLP.'],
  [{ kind: 'different-number', tenantNumber: '12', companyNumber: '' }, 'Numbers in the names differ: “12” and no number.'],
  [{ kind: 'inactive-company', status: 'Closed' }, 'The company is not active in the PSA (Closed).'],
  [{ kind: 'inactive-company', status: '' }, 'The company is marked as old in the PSA.'],
];

describe('describe', () => {
  for (const [evidence, sentence] of expected) it(sentence, () => expect(describeEvidence(evidence)).to.equal(sentence));

  it('never rounds a likeness up to 100%', () => {
    expect(describeEvidence({ kind: 'similar-name', similarity: 0.999 })).to.equal('Names are 99% alike.');
  });

  it('has a sentence for every doubt', () => {
    for (const doubt of ['several-companies-fit', 'low-confidence', 'inactive-company', 'different-domain', 'generic-name', 'different-number', 'look-alike-characters'] as const) {
      expect(describeDoubt(doubt)).to.match(/^[A-Z].*\.$/);
    }
  });
});
