import { expect } from 'chai';
import { mainPsa, openPsaOrganization, psaSimulators, type PsaOrganization } from '../../../test/support/psaOrganization.js';
import { rejection } from '../../../test/support/rejection.js';
import { sampleCompany } from '../../../test/support/sampleRecords.js';
import { aCaller, aTenant, orgId, tenantId } from '../../../test/support/testOrganization.js';
import type { CompanyId } from '../../domain/ids.js';
import type { CreateCompanyRequest } from '../../index.js';

const tenants = [aTenant(1, { name: 'Lakeside Dental (Tenant)', domain: 'lakesidedental.example' }), aTenant(2, { name: 'Zephyr Foundation - Microsoft 365', domain: 'zephyr.example' }), aTenant(3, { name: 'Unhosted', domain: 'unhosted.onmicrosoft.com' })];
const companies = [sampleCompany(1, { name: 'Lakeside Dental Ltd', website: 'www.lakesidedental.example', emailDomains: [] }), sampleCompany(2, { name: 'Lakeside Holding', website: '', emailDomains: ['lakesidedental.example'] }), sampleCompany(3, { name: 'Somebody Else', website: '', emailDomains: [] })];
const zephyr: CreateCompanyRequest = {
  idempotencyKey: 'key-00000001',
  tenantId: tenantId(2),
  psaConnectionId: mainPsa,
  fields: { name: 'Zephyr Foundation', website: 'zephyr.example', phone: '+44 1', addressLine: '', city: '', typeId: null },
  seenCompanyIds: [],
};

for (const [name, start] of Object.entries(psaSimulators)) {
  describe(`a new company in ${name}`, () => {
    let organization: PsaOrganization;
    beforeEach(async () => (organization = await openPsaOrganization(start, tenants, companies)));
    afterEach(() => organization.close());

    const prepare = (n: number) => organization.services.prepareNewCompany(aCaller(), { tenantId: tenantId(n), psaConnectionId: mainPsa });
    const create = (changes: Partial<CreateCompanyRequest> = {}) => organization.services.createCompany(aCaller(), { ...zephyr, ...changes });
    const namesInPsa = async () => (await organization.psa.adapter.companyCreator?.findByName(zephyr.fields.name))?.map(({ companyId }) => companyId) ?? [];
    const listed = async () => (await organization.services.searchCompanies(aCaller(), { query: zephyr.fields.name, limit: 100 })).companies.filter(({ name: found }) => found === zephyr.fields.name).map(({ companyId }) => companyId);

    it('fills the form in from the tenant, and names who may be this one already, with reasons', async () => {
      expect((await prepare(2)).fields).to.deep.equal({ name: 'Zephyr Foundation', website: 'zephyr.example', phone: '', addressLine: '', city: '', typeId: null });
      expect((await prepare(3)).fields).to.include({ name: 'Unhosted', website: '' });
      const { duplicates, types, psaName } = await prepare(1);
      expect(psaName).to.equal(name);
      expect(duplicates.map(({ company }) => company.companyId).sort()).to.deep.equal(['1', '2']);
      for (const { evidence } of duplicates) expect(evidence[0]).to.include({ kind: 'same-domain', domain: 'lakesidedental.example' });
      expect(types.map((type) => type.name).includes('Vendor')).to.equal(false);
      expect(types.length > 0).to.equal(name !== 'HaloPSA');
      expect(organization.orders()).to.equal(0);
    });

    it('refuses while possible duplicates were not looked at, also those that came since the last reading', async () => {
      const fields = { ...zephyr.fields, name: 'Lakeside Dental', website: 'lakesidedental.example' };
      const refused = await create({ tenantId: tenantId(1), fields, seenCompanyIds: ['1' as CompanyId] });
      expect(refused).to.include({ kind: 'duplicates' });
      await organization.psa.adapter.companyCreator?.createCompany({ ...zephyr.fields, tenantId: null });
      const late = await create();
      expect(late).to.deep.include({ sentence: `A company of ${name} may be this one already. Look at it first; nothing was created.`, facts: [{ code: 'companies-maybe-there', psa: name, count: 1 }] });
      expect(late.kind === 'duplicates' && late.duplicates.map(({ evidence, isUnread }) => ({ evidence, isUnread }))).to.deep.equal([{ evidence: [], isUnread: true }]);
      expect(organization.orders()).to.equal(1);
      const seenCompanyIds = await namesInPsa();
      const created = await create({ seenCompanyIds });
      expect(created.kind).to.equal('created');
      expect((await namesInPsa()).length).to.equal(2);
    });

    it('creates it once, lists it at once so that it can be linked, and says in the history who asked', async () => {
      const before = (await organization.services.listConnections(aCaller())).psaConnections[0]?.health.completeAt;
      const results = await Promise.all([create(), create()]);
      expect(results.map(({ kind }) => kind)).to.deep.equal(['created', 'created']);
      expect(results.map((result) => result.kind === 'created' && result.isRepeat).sort()).to.deep.equal([false, true]);
      expect(organization.orders()).to.equal(1);
      const [companyId] = await namesInPsa();
      expect(await listed()).to.deep.equal([companyId]);
      const health = (await organization.services.listConnections(aCaller())).psaConnections[0]?.health;
      expect(health?.state).to.equal('complete');
      expect(Date.parse(health?.completeAt ?? '') - Date.parse(before ?? '')).to.be.within(0, 10);
      const { entries } = await organization.services.listHistory(aCaller(), { limit: 10 });
      expect(entries.map(({ reason, actor, added }) => [reason, actor.name, added])).to.deep.equal([[`Asked ${name} to create the company "Zephyr Foundation"`, 'Demo Admin', 0]]);
      expect((await organization.services.verifyHistory(aCaller())).kind).to.equal('intact');
      const row = { action: 'link', tenantId: tenantId(2), psaConnectionId: mainPsa, companyId: companyId as CompanyId, baseVersion: 0, origin: 'manual' } as const;
      expect((await organization.services.saveMappings(aCaller(), { idempotencyKey: 'save-0000001', rows: [row] })).kind).to.equal('saved');
      await organization.services.syncSources({ orgId });
      expect(await listed()).to.deep.equal([companyId]);
    });

    it('with a lost reply it finds what was created, in this process and in another', async () => {
      organization.psa.simulator.faults.next({ kind: 'truncate', path: organization.psa.ordersAt });
      const result = await create();
      expect(result).to.include({ kind: 'created', isRepeat: false });
      const again = await organization.beside().createCompany(aCaller(), zephyr);
      expect(again).to.include({ kind: 'created', isRepeat: true });
      expect(organization.orders()).to.equal(1);
      expect(await listed()).to.deep.equal(await namesInPsa());
    });

    it('when nobody can tell it says so, and sends nothing again under the same key', async () => {
      organization.psa.simulator.faults.next({ kind: 'reset', path: organization.psa.ordersAt });
      const result = await create();
      expect(result.kind === 'unclear' && result.sentence).to.match(/did not confirm that the company "Zephyr Foundation" was created, and has no new company of that name at this moment\./);
      expect(result.kind === 'unclear' && result.facts?.at(-1)).to.deep.equal({ code: 'creation-unconfirmed', psa: name, company: 'Zephyr Foundation' });
      expect(result.kind === 'unclear' && result.facts, 'the failure, and what came of it').to.have.lengthOf(2);
      expect(await create(), 'later there is no failure to tell').to.deep.include({ kind: 'unclear', facts: [{ code: 'creation-unconfirmed', psa: name, company: 'Zephyr Foundation' }] });
      expect(organization.orders()).to.equal(1);
      expect((await rejection(create({ fields: { ...zephyr.fields, city: 'Lund' } }))).code).to.equal('key-reused');
      // The order was late.
      await organization.psa.adapter.companyCreator?.createCompany({ ...zephyr.fields, tenantId: null });
      expect(await create()).to.include({ kind: 'created', isRepeat: true });
      expect(organization.orders()).to.equal(2);
    });

    it('tells a refusal as one, and a new key may try again', async () => {
      organization.psa.simulator.faults.next({ kind: 'status', status: 403, path: organization.psa.ordersAt });
      expect((await rejection(create())).code).to.equal('source-forbidden');
      expect(await listed()).to.deep.equal([]);
      expect((await create({ idempotencyKey: 'key-00000002' })).kind).to.equal('created');
      expect(await listed()).to.deep.equal(await namesInPsa());
    });
  });
}
