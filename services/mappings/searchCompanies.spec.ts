import { expect } from 'chai';
import { aCaller, aCompany, openTestOrganization, psaTwo, type TestOrganization } from '../../test/support/testOrganization.js';

describe('searchCompanies', () => {
  let organization: TestOrganization;
  const search = async (query: string, more = {}) => (await organization.services.searchCompanies(aCaller(), { query, limit: 10, ...more })).companies.map((company) => company.name);

  before(async () => {
    organization = await openTestOrganization(
      [],
      [
        aCompany(1, { name: 'Bäckerei Nord', city: 'Kiel' }),
        aCompany(2, { name: 'Nordwind Logistik', identifier: 'NWL', emailDomains: ['nordwind.example'] }),
        aCompany(3, { name: 'Alte Nord Reederei', isActive: false, status: 'Inactive' }),
        aCompany(42, { name: 'Zimmer & Söhne' }),
        aCompany(5, { name: 'Nordwind Halle', psaConnectionId: psaTwo }),
      ],
    );
  });
  after(() => organization.close());

  it('lists all by name, active ones first, when nothing is asked', async () => {
    expect(await search('')).to.deep.equal(['Bäckerei Nord', 'Nordwind Halle', 'Nordwind Logistik', 'Zimmer & Söhne', 'Alte Nord Reederei']);
  });
  it('puts names that begin with the query first', async () => {
    expect(await search('nord')).to.deep.equal(['Nordwind Halle', 'Nordwind Logistik', 'Bäckerei Nord', 'Alte Nord Reederei']);
  });
  it('ignores accents and case', async () => expect(await search('BACKEREI')).to.deep.equal(['Bäckerei Nord']));
  it('finds by id', async () => expect(await search('42')).to.deep.equal(['Zimmer & Söhne']));
  it('finds by identifier', async () => expect(await search('nwl')).to.deep.equal(['Nordwind Logistik']));
  it('finds by domain', async () => expect(await search('nordwind.example')).to.deep.equal(['Nordwind Logistik']));
  it('finds by words of name and city together', async () => expect(await search('kiel nord')).to.deep.equal(['Bäckerei Nord']));
  it('keeps to one PSA', async () => expect(await search('nordwind', { psaConnectionId: psaTwo })).to.deep.equal(['Nordwind Halle']));
  it('counts all that fit, beyond the limit', async () => {
    const hits = await organization.services.searchCompanies(aCaller(), { query: 'nord', limit: 1 });
    expect(hits.companies).to.have.length(1);
    expect(hits.total).to.equal(4);
  });
});
