import { expect } from 'chai';
import type { SourceList } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';
import { AppError } from '../runtime/errors.js';
import { aCaller, aCompany, accountOne, accountTwo, aTenant, openTestOrganization, psaOne, tenantId, type TestOrganization } from '../../test/support/testOrganization.js';

describe('syncSources', () => {
  let organization: TestOrganization;
  const names = async () => (await organization.services.listTenants(aCaller())).map((row) => row.name);
  const healthOf = async (account: string) => (await organization.services.listConnections(aCaller())).partnerAccounts.find((row) => row.partnerAccountId === account)?.health;
  const companyCount = async () => (await organization.services.searchCompanies(aCaller(), { query: '', limit: 100, psaConnectionId: psaOne })).total;

  /** The other account lists nothing any more. */
  const ofAccountOne = (list: () => SourceList<AccountTenant>) => (account: string) => (account === accountOne ? list() : { kind: 'complete' as const, items: [] });

  beforeEach(async () => {
    organization = await openTestOrganization([aTenant(1), aTenant(2), aTenant(2, { partnerAccountId: accountTwo, name: 'Customer Two', relationship: 'none' })], [aCompany(1), aCompany(2)]);
  });
  afterEach(() => organization.close());

  it('shows a tenant of two partner accounts as one row that names both', async () => {
    const rows = await organization.services.listTenants(aCaller());
    expect(rows.map((row) => row.tenantId)).to.deep.equal([tenantId(1), tenantId(2)]);
    expect(rows[1]?.sources.map((source) => `${source.partnerAccountId} ${source.relationship}`)).to.have.members([`${accountOne} reseller`, `${accountTwo} none`]);
  });

  it('forgets what a complete list no longer has', async () => {
    organization.lists.tenants = ofAccountOne(() => ({ kind: 'complete', items: [aTenant(1)] }));
    await organization.services.syncSources(aCaller());
    expect(await names()).to.deep.equal(['Customer 1']);
  });

  it('removes nothing on a partial list, and says what is missing', async () => {
    organization.lists.tenants = ofAccountOne(() => ({ kind: 'partial', items: [aTenant(1, { name: 'Renamed' })], expected: 3, why: 'Stopped after 1 of 3.' }));
    await organization.services.syncSources(aCaller());
    expect(await names()).to.deep.equal(['Customer 2', 'Renamed']);
    expect(await healthOf(accountOne)).to.include({ state: 'partial', why: 'Stopped after 1 of 3.', rowCount: 2 });
  });

  it('keeps the last good rows of a source that fails, and pulls the others', async () => {
    organization.lists.tenants = () => {
      throw new AppError('source-unavailable', 'down', { sentence: 'Partner Center does not answer.' });
    };
    organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? [aCompany(1)] : [] });
    await organization.services.syncSources(aCaller());
    expect(await names()).to.deep.equal(['Customer 1', 'Customer 2']);
    const health = await healthOf(accountOne);
    expect(health).to.include({ state: 'failed', why: 'Partner Center does not answer.' });
    expect(health?.completeAt).to.be.a('string');
    expect(await companyCount()).to.equal(1);
  });

  it('ends with the reason of the signal, and records nothing, when it is cancelled', async () => {
    const abort = new AbortController();
    organization.lists.tenants = () => {
      abort.abort(new Error('enough'));
      throw new AppError('cancelled', 'aborted');
    };
    const error = await organization.services.syncSources(aCaller(), { signal: abort.signal }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(AppError).with.property('code', 'cancelled');
    expect(await healthOf(accountOne)).to.include({ state: 'complete' });
  });
});
