import { expect } from 'chai';
import { aCaller, aCompany, accountOne, aRow, aTenant, openTestOrganization, psaTwo, tenantId, type TestOrganization } from '../../test/support/testOrganization.js';

describe('listMappings', () => {
  let organization: TestOrganization;
  before(async () => {
    const tenants = [aTenant(1, { name: 'Bäckerei Nord' }), aTenant(2, { domain: 'zwei.example' }), aTenant(3)];
    organization = await openTestOrganization(tenants, [aCompany(1), aCompany(2), aCompany(3, { psaConnectionId: psaTwo, name: 'Drei' })]);
    for (const row of [aRow(1, 1), aRow(2, 2), aRow(3, 3, { psaConnectionId: psaTwo })]) {
      await organization.services.saveMappings(aCaller(), { idempotencyKey: `key-${row.tenantId}`, rows: [row] });
    }
  });
  after(() => organization.close());

  const list = (query: string, page: { limit?: number; offset?: number } = {}) => organization.services.listMappings(aCaller(), { query, limit: 10, offset: 0, ...page });
  const tenantsOf = async (query: string) => (await list(query)).mappings.map((row) => row.tenantId);

  it('lists the newest first', async () => expect(await tenantsOf('')).to.deep.equal([3, 2, 1].map(tenantId)));

  it('pages, and counts what fits and what there is', async () => {
    const page = await list('customer', { limit: 1, offset: 1 });
    expect(page.mappings.map((row) => row.tenantId)).to.deep.equal([tenantId(2)]);
    expect(page).to.include({ total: 3, all: 3 });
    expect(await list('nothing like it')).to.deep.equal({ mappings: [], total: 0, all: 3 });
  });

  const queries = { 'a tenant, accents or not': 'BACKEREI', 'a domain': 'zwei.example', 'a tenant id': '00000003-0000', 'a company': 'drei', 'a PSA': 'psa-two' };
  const hits: Record<keyof typeof queries, number> = { 'a tenant, accents or not': 1, 'a domain': 2, 'a tenant id': 3, 'a company': 3, 'a PSA': 3 };
  for (const [what, query] of Object.entries(queries) as [keyof typeof queries, string][]) {
    it(`finds by ${what}`, async () => expect(await tenantsOf(query)).to.deep.equal([tenantId(hits[what])]));
  }

  it('finds by the person who decided', async () => expect(await tenantsOf('demo admin')).to.have.length(3));

  it("shows today's names, and those of then where a source no longer lists the row", async () => {
    const before = (await list('')).mappings;
    organization.lists.tenants = (account) => ({ kind: 'complete', items: account === accountOne ? [aTenant(1, { name: 'Renamed' })] : [] });
    organization.lists.companies = () => ({ kind: 'complete', items: [] });
    await organization.services.syncSources(aCaller());
    const after = (await list('')).mappings;
    expect(after.map((row) => row.tenantName)).to.deep.equal(['Customer 3', 'Customer 2', 'Renamed']);
    expect(after.map((row) => row.companyName)).to.deep.equal(before.map((row) => row.companyName));
  });
});
