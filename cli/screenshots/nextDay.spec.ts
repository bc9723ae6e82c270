import { expect } from 'chai';
import { makeMsp } from '../../simulators/seed/makeMsp.js';
import { nextDay } from './nextDay.js';

describe('nextDay', () => {
  it('has two new tenants, one of them like a company of the PSA, and three renamed companies; all else stays', () => {
    const [before, { msp: after }] = [makeMsp(), nextDay()];
    const idsBefore = new Set(before.partnerAccounts.flatMap(({ tenants }) => tenants.map(({ tenantId }) => tenantId)));
    const added = after.partnerAccounts.flatMap(({ tenants }) => tenants).filter(({ tenantId }) => !idsBefore.has(tenantId));
    const companies = before.connectWise ?? [];
    expect(added.map(({ name }) => companies.some((company) => company.name === name))).to.deep.equal([true, false]);
    expect((after.connectWise ?? []).filter(({ name }, index) => name !== companies[index]?.name)).to.have.lengthOf(3);
    expect(after.haloPsa).to.deep.equal(before.haloPsa);
  });
});
