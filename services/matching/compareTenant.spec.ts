import { expect } from 'chai';
import { compareTenant } from './compareTenant.js';
import { someCompany, someTenant } from '../../test/support/matchSamples.js';

describe('compareTenant', () => {
  const tenant = someTenant('Corvane Motors Ltd', { domain: 'corvane.example' });

  it('is certain of a pair with the same name and domain', () => {
    const { confidence, evidence } = compareTenant(tenant, someCompany('Corvane Motors Limited', { website: 'https://www.corvane.example' }));
    expect(confidence.band).to.equal('certain');
    expect(evidence).to.deep.equal([{ kind: 'same-domain', domain: 'corvane.example', companyCount: 1 }, { kind: 'same-name', tenantOnly: 'Ltd', companyOnly: 'Limited' }]);
  });

  it('is certain of the same name alone, when no other company is looked at', () => {
    expect(compareTenant(tenant, someCompany('Corvane Motors')).confidence).to.include({ band: 'certain' });
  });

  it('has no opinion of strangers', () => {
    const { confidence, evidence } = compareTenant(tenant, someCompany('Marlpit Studios'));
    expect(confidence.band).to.equal('low');
    expect(confidence.score).to.be.below(0.1);
    expect(evidence).to.deep.equal([]);
  });

  it('says what speaks against a pair', () => {
    const { evidence } = compareTenant(tenant, someCompany('Corvane Motors 2 LLP', { website: 'other.example', isActive: false, status: 'Closed' }));
    expect(evidence.map(({ kind }) => kind)).to.deep.equal(['different-domain', 'similar-name', 'different-legal-form', 'different-number', 'inactive-company']);
  });
});
