import { expect } from 'chai';
import { createCompanyIndex } from '../lookup/companyIndex.js';
import { profileTenant } from '../lookup/profile.js';
import { ownersOf } from './compareDomains.js';
import { comparePair, featuresOf } from './comparePair.js';
import { featureNames } from './features.js';
import { fittedWeights } from './weights.js';
import { someCompany, someTenant } from '../../../test/support/matchSamples.js';

describe('features', () => {
  it('are measured in the order of their names, which is that of the weights', () => {
    const index = createCompanyIndex();
    const company = someCompany('Corvane Motors');
    index.put(company);
    index.settle();
    const tenant = profileTenant(someTenant('Corvane Motors'), index.lexicon);
    const profile = index.find(company);
    if (!profile) throw new Error('not found');
    const features = featuresOf(comparePair(tenant, profile, ownersOf(tenant, index), index, false));
    expect(Object.keys(features)).to.deep.equal([...featureNames]);
    expect(Object.keys(fittedWeights)).to.deep.equal([...featureNames]);
    for (const [name, value] of Object.entries(features)) expect(value, name).to.be.within(0, 1);
  });
});
