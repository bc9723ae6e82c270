import { expect } from 'chai';
import { aCaller, aCompany, aRow, aTenant, openTestOrganization, type TestOrganization } from '../../test/support/testOrganization.js';

describe('getStatus', () => {
  let organization: TestOrganization;
  const status = () => organization.services.getStatus(aCaller());
  beforeEach(async () => {
    organization = await openTestOrganization([aTenant(1, { name: 'Quillstone Surveyors' }), aTenant(2, { name: 'Nobody Knows' })], [aCompany(1, { name: 'Quillstone Surveyors' })]);
  });
  afterEach(() => organization.close());

  it('counts tenants, links and what waits, by what auto-map would say', async () => {
    const { lastSyncAt, ...counts } = await status();
    expect(counts).to.deep.equal({ tenants: 2, linked: 0, waiting: { matched: 1, needsReview: 0, unmatched: 1, ignored: 0 } });
    expect(lastSyncAt).to.match(/^2026-03-01T08:00:/);
  });

  it('counts anew once a link is saved or a list is pulled', async () => {
    await status();
    await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-1', rows: [aRow(1, 1)] });
    expect(await status()).to.deep.include({ linked: 1, waiting: { matched: 0, needsReview: 0, unmatched: 1, ignored: 0 } });
    organization.lists.tenants = () => ({ kind: 'complete', items: [] });
    await organization.services.syncSources(aCaller());
    expect(await status()).to.deep.include({ tenants: 0, linked: 0, waiting: { matched: 0, needsReview: 0, unmatched: 0, ignored: 0 } });
  });

  it('counts again after a failure', async () => {
    organization.failNextConnections(1);
    const outcomes = [await status().catch(() => 'failed'), await status()];
    expect(outcomes[0]).to.equal('failed');
    expect(outcomes[1]).to.include({ tenants: 2 });
  });
});
