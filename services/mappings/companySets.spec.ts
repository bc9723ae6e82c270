import { expect } from 'chai';
import { aCompany, psaOne, psaTwo } from '../../test/support/testOrganization.js';
import { createCompanySets } from './companySets.js';

describe('companySets', () => {
  it('gives the same array for the same question about the same list', () => {
    const companySet = createCompanySets();
    const companies = [aCompany(1), aCompany(2, { psaConnectionId: psaTwo })];
    const first = companySet(companies, [psaOne]);
    expect(first.companies).to.deep.equal([companies[0]]);
    expect(companySet(companies, [psaOne, psaOne]).companies).to.equal(first.companies);
    expect(companySet(companies, undefined).companies).to.equal(companies);
    expect(companySet([...companies], [psaOne]).companies).to.not.equal(first.companies);
    expect(new Set([companySet(companies, undefined).name, companySet(companies, []).name, first.name]).size).to.equal(3);
  });
});
