import { expect } from 'chai';
import { aCaller, aCompany, aTenant, openTestOrganization, psaOne, tenantId, companyId, type TestOrganization } from '../../test/support/testOrganization.js';

describe('rankTenants', () => {
  let organization: TestOrganization;
  const companies = [aCompany(1, { name: 'Quillstone Surveyors' }), aCompany(2, { name: 'Brunnen Apotheke Nord' }), aCompany(3, { name: 'Brunnen Apotheke Süd' })];
  const ids = [1, 2, 3].map(tenantId);
  const rank = async (isNewRound = false, tenantIds = ids) => {
    const ranks = await organization.services.rankTenants(aCaller(), { tenantIds, isNewRound });
    return tenantIds.map((id) => ranks.get(id)?.kind);
  };
  const reject = (n: number, company: number) => organization.services.decideDraft(aCaller(), { since: 0, decisions: [{ kind: 'reject', tenantId: tenantId(n), baseVersion: 0, psaConnectionId: psaOne, companyId: companyId(company) }] });
  beforeEach(async () => {
    organization = await openTestOrganization([aTenant(1, { name: 'Zzyzx Quux' }), aTenant(2, { name: 'Brunnen Apotheke' }), aTenant(3, { name: 'Quillstone Surveyors' })], companies);
  });
  afterEach(() => organization.close());

  it('tells how sure auto-map is of each', async () => {
    expect(await rank()).to.deep.equal(['unmatched', 'needs-review', 'matched']);
    const ranks = await organization.services.rankTenants(aCaller(), { tenantIds: ids, isNewRound: false });
    const [none, unsure, sure] = ids.map((id) => ranks.get(id)?.score ?? -1);
    expect(none).to.be.lessThan(unsure ?? 0);
    expect(sure).to.be.greaterThan(unsure ?? 1);
  });

  it('keeps what it said while people decide, and looks again in a new round at what they decided of', async () => {
    await rank();
    await reject(3, 1);
    expect(await rank()).to.deep.equal(['unmatched', 'needs-review', 'matched']);
    expect(await rank(true)).to.deep.equal(['unmatched', 'needs-review', 'unmatched']);
  });

  it('looks again at all of them once a list has changed', async () => {
    await rank();
    organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? [aCompany(1, { name: 'Zzyzx Quux' }), aCompany(2, { name: 'Werft Hafenbau' }), aCompany(3, { name: 'Alpenblick Hotel' })] : [] });
    await organization.services.syncSources(aCaller());
    expect(await rank()).to.deep.equal(['matched', 'unmatched', 'unmatched']);
  });

  it('asks the matcher once for two who start at once, and after a failure again', async () => {
    organization.failNextConnections(1);
    const [failed, done] = await Promise.all([rank().catch(() => 'failed'), rank()]);
    expect([failed, done]).to.deep.equal(['failed', ['unmatched', 'needs-review', 'matched']]);
    // Nothing is missing now, so a matcher that could not answer is not asked.
    organization.failNextConnections(1);
    expect(await rank()).to.deep.equal(done);
    expect(await rank(true).catch(() => 'failed')).to.deep.equal(done);
  });
});
