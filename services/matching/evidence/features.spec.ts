import { expect } from 'chai';
import { createCompanyIndex } from '../lookup/companyIndex.js';
import { profileTenant } from '../lookup/profile.js';
import { ownersOf } from './compareDomains.js';
import { comparePair } from './comparePair.js';
import { featureNames, featuresOf } from './features.js';
import { fittedWeights } from './weights.js';
import { someCompany, someTenant } from '../../../test/support/matchSamples.js';

describe('features', () => {
  it('are shares, each with a weight', () => {
    const index = createCompanyIndex();
    const company = someCompany('Corvane Motors');
    index.put(company);
    index.settle();
    const tenant = profileTenant(someTenant('Corvane Motors'), index.lexicon);
    const profile = index.find(company);
    if (!profile) throw new Error('not found');
    const features = new Float64Array(featureNames.length).fill(NaN);
    featuresOf(comparePair(tenant, profile, ownersOf(tenant, index), index, false), features);
    expect(Object.keys(fittedWeights)).to.deep.equal([...featureNames]);
    for (const [at, value] of features.entries()) expect(value, featureNames[at]).to.be.within(0, 1);
    expect(features[featureNames.indexOf('sameName')]).to.equal(1);
  });
});
