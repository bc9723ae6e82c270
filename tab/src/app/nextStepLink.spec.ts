import { expect } from 'chai';
import { nextStepLink } from './nextStepLink.js';

describe('nextStepLink', () => {
  it('fills in both ids, encoded, wherever they stand', () => {
    const link = nextStepLink('https://billing.example/{tenantId}?c={companyId}&t={tenantId}', { tenantId: 't-1', companyId: 'a&b {tenantId}' });
    expect(link).to.equal('https://billing.example/t-1?c=a%26b%20%7BtenantId%7D&t=t-1');
  });

  it('is nothing when no address is configured', () => {
    expect(nextStepLink(null, { tenantId: 't', companyId: 'c' })).to.equal(undefined);
  });
});
