import { expect } from 'chai';
import { aCaller, aCompany, accountOne, aRow, aTenant, companyId, openTestOrganization, psaOne, summaryOf, tenantId, type TestOrganization } from '../../test/support/testOrganization.js';
import { remark } from '../domain/remark.js';
import { AppError } from '../runtime/errors.js';

describe('findMissing', () => {
  let organization: TestOrganization;
  const find = (query: string) => organization.services.findMissing(aCaller(), { query });

  beforeEach(async () => {
    organization = await openTestOrganization(
      [aTenant(1, { name: 'Fabrik Nord', domain: 'fabrik-nord.example' }), aTenant(2, { name: 'Fabrik Süd', domain: 'sued.onmicrosoft.com' })],
      [aCompany(1, { name: 'Fabrik Nord GmbH', website: 'https://www.fabrik-nord.example/start' }), aCompany(2, { name: 'Fabrik Alt', isActive: false, status: 'Inactive' })],
    );
    organization.lists.companies = (psa) => ({
      kind: 'complete',
      items: psa === psaOne ? [aCompany(1, { name: 'Fabrik Nord GmbH', website: 'https://www.fabrik-nord.example/start' }), aCompany(2, { name: 'Fabrik Alt', isActive: false, status: 'Inactive' })] : [],
      heldBack: psa === psaOne ? [{ psaConnectionId: psaOne, companyId: companyId(9), name: 'Fabrik Lieferant', why: 'Its type "Vendor" takes no part.', facts: [{ code: 'row-type-left-out', type: 'Vendor' }] }, { psaConnectionId: psaOne, companyId: companyId(10), name: 'Fabrik Haendler', why: 'It is a dealer.' }] : [],
    });
    await organization.services.syncSources(aCaller());
  });
  afterEach(() => organization.close());

  it('finds a customer by name in every list, whatever the accents, and says what is shown where', async () => {
    const { findings, total } = await find('fabrik sud');
    expect(findings).to.deep.equal([{ what: 'tenant', kind: 'shown', name: 'Fabrik Süd', detail: 'sued.onmicrosoft.com', listedBy: [`Account ${accountOne}`], why: [remark('It is on the bulk page.', { code: 'on-bulk-page' })] }]);
    expect(total).to.equal(1);
  });

  it('finds by a domain as people paste it', async () => {
    expect((await find('https://www.fabrik-nord.example/kontakt')).findings.map(({ what, name }) => `${what} ${name}`)).to.deep.equal(['tenant Fabrik Nord', 'company Fabrik Nord GmbH']);
  });

  it('says that a tenant is linked already, or that somebody ignores it', async () => {
    summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000001', rows: [aRow(1, 1)], reason: '' }));
    const decision = { kind: 'ignore', tenantId: tenantId(2), baseVersion: 0, reason: 'Left us', until: null } as const;
    await organization.services.decideDraft(aCaller(), { since: 0, decisions: [decision] });
    const { findings } = await find('fabrik');
    const of = (name: string) => findings.find((finding) => finding.name === name);
    expect(of('Fabrik Nord')).to.deep.include({ kind: 'hidden', why: [remark('It is linked already, to Fabrik Nord GmbH (Test PSA (PSA psa-one)). The bulk page shows it with "Show already added tenants".', { code: 'linked-already', companies: ['Fabrik Nord GmbH (Test PSA (PSA psa-one))'] })] });
    expect(of('Fabrik Süd')).to.deep.include({ kind: 'hidden', why: [remark('Demo Admin ignores it: Left us. The bulk page shows it under "Ignored".', { code: 'ignored-by', person: 'Demo Admin', until: null, reason: 'Left us' })] });
    expect(of('Fabrik Nord GmbH')?.why).to.deep.equal([remark('It is linked to one tenant already.', { code: 'company-linked', count: 1 })]);
  });

  it('says that a company is inactive, or takes no part', async () => {
    expect((await find('fabrik alt')).findings[0]).to.deep.include({ what: 'company', kind: 'hidden', detail: 'Lund, #2', why: [remark('Its status "Inactive" makes it inactive: it comes last in searches, and auto-map does not choose it by itself.', { code: 'inactive-status', status: 'Inactive' })] });
    expect((await find('fabrik')).findings.map(({ kind }) => kind)).to.deep.equal(['hidden', 'held-back', 'held-back', 'shown', 'shown', 'shown']);
    expect((await find('lieferant')).findings).to.deep.equal([{ what: 'company', kind: 'held-back', name: 'Fabrik Lieferant', detail: '#9', listedBy: ['Test PSA (PSA psa-one)'], why: [remark('Its type "Vendor" takes no part. So it is not offered here.', { code: 'row-type-left-out', type: 'Vendor' }, { code: 'not-offered' })] }]);
    expect((await find('haendler')).findings[0]?.why, 'only these words tell it').to.deep.equal([{ sentence: 'It is a dealer. So it is not offered here.', facts: undefined }]);
  });

  it('names each list that could hide it, with what its last reading came to', async () => {
    organization.lists.tenants = () => {
      throw new AppError('source-unavailable', 'down', { sentence: 'Partner Center does not answer.' });
    };
    await organization.services.syncSources(aCaller());
    const { findings, sources } = await find('nobody');
    expect(findings).to.deep.equal([]);
    expect(sources.map(({ name, health }) => `${name}: ${health.state} ${health.why}`.trim())).to.deep.equal(['Account account-one: failed Partner Center does not answer.', 'Account account-two: failed Partner Center does not answer.', 'Test PSA (PSA psa-one): complete', 'Test PSA (PSA psa-two): complete']);
  });

  it('gives 50 of many, and counts all', async () => {
    organization.lists.tenants = (account) => ({ kind: 'complete', items: account === accountOne ? Array.from({ length: 60 }, (_, n) => aTenant(n + 10)) : [] });
    await organization.services.syncSources(aCaller());
    const { findings, total } = await find('customer');
    expect([findings.length, total]).to.deep.equal([50, 60]);
  });
});
