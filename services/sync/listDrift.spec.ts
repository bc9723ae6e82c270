import { expect } from 'chai';
import type { SourceList } from '../domain/sync.js';
import type { Company } from '../domain/company.js';
import type { AccountTenant } from '../domain/tenant.js';
import { AppError } from '../runtime/errors.js';
import { aCaller, aCompany, accountOne, accountTwo, aRow, aTenant, companyId, openTestOrganization, psaOne, summaryOf, tenantId, type TestOrganization } from '../../test/support/testOrganization.js';

describe('listDrift', () => {
  let organization: TestOrganization;
  const drift = (limit = 100) => organization.services.listDrift(aCaller(), { limit });
  const texts = async () => (await drift()).links.map(({ kind, nameThen, now }) => `${kind}: ${nameThen}${now === '' ? '' : ` -> ${now}`}`);
  const newNames = async () => (await drift()).newTenants.map(({ name }) => name);
  const sync = () => organization.services.syncSources(aCaller());
  const complete = <Row>(items: readonly Row[]): SourceList<Row> => ({ kind: 'complete', items });
  const partial = <Row>(items: readonly Row[]): SourceList<Row> => ({ kind: 'partial', items, expected: null, why: 'Page 2 did not come.' });
  const listTenants = (list: SourceList<AccountTenant>, other: SourceList<AccountTenant> = complete([])) => (organization.lists.tenants = (account) => (account === accountOne ? list : other));
  const listCompanies = (list: SourceList<Company>) => (organization.lists.companies = (psa) => (psa === psaOne ? list : complete([])));
  const link = async (...numbers: readonly number[]) => summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: `key-0000000${numbers.join('')}`, rows: numbers.map((n) => aRow(n, n)), reason: '' }));

  const tenants = [aTenant(1), aTenant(2), aTenant(3)];
  const companies = [aCompany(1), aCompany(2), aCompany(3)];
  beforeEach(async () => {
    organization = await openTestOrganization(tenants, companies);
    await link(1, 2);
  });
  afterEach(() => organization.close());

  it('finds nothing while everything is as it was', async () => {
    await sync();
    expect(await drift()).to.deep.equal({ links: [], newTenants: [], counts: { 'tenant-renamed': 0, 'company-renamed': 0, 'company-inactive': 0, 'company-deleted': 0, 'relationship-lost': 0, 'new-tenant': 0 }, dismissed: [], dismissedCount: 0, unjudged: 0 });
  });

  it('tells each side that was renamed, with its link', async () => {
    listTenants(complete([aTenant(1, { name: 'Nordwind AG' }), aTenant(2)]));
    listCompanies(complete([aCompany(1), aCompany(2, { name: 'Südwind' })]));
    await sync();
    const { links, counts } = await drift();
    expect(links[0]).to.deep.include({ kind: 'company-renamed', tenantId: tenantId(2), tenantName: 'Customer 2', psaConnectionId: psaOne, psaName: 'Test PSA (PSA psa-one)', companyId: companyId(2), companyName: 'Südwind', nameThen: 'Customer 2', now: 'Südwind', version: 1 });
    expect(links[0]?.decidedBy.name).to.equal('Demo Admin');
    expect(links[1]).to.deep.include({ kind: 'tenant-renamed', tenantName: 'Nordwind AG', nameThen: 'Customer 1', now: 'Nordwind AG' });
    expect([links.length, counts['company-renamed'], counts['tenant-renamed']]).to.deep.equal([2, 1, 1]);
  });

  it('does not take capitals, accents, spaces or a missing name for another name', async () => {
    listTenants(complete([aTenant(1, { name: ' CUSTÓMER  1' }), aTenant(2, { name: '' })]));
    await sync();
    expect(await texts()).to.deep.equal([]);
  });

  it('tells a company that became inactive, takes no part any more or is gone: the gravest first', async () => {
    organization.lists.companies = (psa) => ({ ...complete(psa === psaOne ? [aCompany(1, { isActive: false, status: 'Former customer' })] : []), heldBack: [] });
    await sync();
    expect(await texts()).to.deep.equal(['company-deleted: Customer 2', 'company-inactive: Customer 1 -> Former customer']);
    organization.lists.companies = (psa) => ({ ...complete(psa === psaOne ? [aCompany(1)] : []), heldBack: psa === psaOne ? [{ psaConnectionId: psaOne, companyId: companyId(2), name: 'Customer 2', why: 'Its type "Vendor" takes no part.' }] : [] });
    await sync();
    expect(await texts()).to.deep.equal(['company-inactive: Customer 2 -> Its type "Vendor" takes no part.']);
  });

  it('does not call a company newly inactive that was inactive when it was linked', async () => {
    listCompanies(complete([aCompany(1), aCompany(2), aCompany(3, { isActive: false, status: 'Inactive' })]));
    await sync();
    await link(3);
    expect(await texts()).to.deep.equal([]);
  });

  it('tells a lost relationship only when no account lists the tenant any more', async () => {
    listTenants(complete([aTenant(1)]), complete([aTenant(2, { partnerAccountId: accountTwo })]));
    await sync();
    expect(await texts()).to.deep.equal([]);
    listTenants(complete([aTenant(1)]));
    await sync();
    expect(await texts()).to.deep.equal(['relationship-lost: Customer 2']);
  });

  it('concludes nothing from what a partial or failed list lacks', async () => {
    listTenants(partial([aTenant(1)]));
    listCompanies(partial([aCompany(1)]));
    await sync();
    expect(await texts()).to.deep.equal([]);
    organization.lists.tenants = () => {
      throw new AppError('source-unavailable', 'down');
    };
    listCompanies(complete([]));
    await sync();
    expect(await texts()).to.deep.equal(['company-deleted: Customer 1', 'company-deleted: Customer 2']);
    expect((await drift()).unjudged).to.equal(0);
  });

  it('a link that is put right drifts no more', async () => {
    listCompanies(complete([aCompany(1), aCompany(3)]));
    await sync();
    expect(await texts()).to.deep.equal(['company-deleted: Customer 2']);
    summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000009', rows: [aRow(2, 3, { baseVersion: 1 })], reason: '' }));
    expect(await texts()).to.deep.equal([]);
  });

  it('gives `limit` of many and counts all', async () => {
    listCompanies(complete([]));
    await sync();
    const { links, counts } = await drift(1);
    expect([links.length, counts['company-deleted']]).to.deep.equal([1, 2]);
  });

  describe('new tenants', () => {
    it('are those that appeared after the first whole reading, the newest first, until somebody links, ignores or unlinks them', async () => {
      expect(await newNames()).to.deep.equal([]);
      const later = [...tenants, aTenant(4)];
      listTenants(complete(later));
      await sync();
      listTenants(partial([...later, aTenant(5)]));
      await sync();
      listTenants(complete([...later, aTenant(5), aTenant(6)]), complete([aTenant(4, { partnerAccountId: accountTwo })]));
      listCompanies(complete([...companies, aCompany(5)]));
      await sync();
      expect(await newNames()).to.deep.equal(['Customer 6', 'Customer 5', 'Customer 4']);
      const { newTenants } = await drift();
      expect(newTenants[2]?.partnerAccountNames).to.have.members([`Account ${accountOne}`, `Account ${accountTwo}`]);
      expect(newTenants[0]?.firstListedAt.localeCompare(newTenants[1]?.firstListedAt ?? '')).to.equal(1);
      await link(5);
      await organization.services.decideDraft(aCaller(), { since: 0, decisions: [{ kind: 'ignore', tenantId: tenantId(6), baseVersion: 0, reason: '', until: null }] });
      expect(await newNames()).to.deep.equal(['Customer 4']);
      summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000010', rows: [aRow(5, 5, { baseVersion: 1, action: 'unlink' })], reason: '' }));
      expect(await newNames()).to.deep.equal(['Customer 4']);
    });

    it('are not those that another account had from the start', async () => {
      listTenants(complete(tenants), complete([aTenant(3, { partnerAccountId: accountTwo }), aTenant(7, { partnerAccountId: accountTwo })]));
      await sync();
      expect(await newNames()).to.deep.equal(['Customer 7']);
    });
  });
});
