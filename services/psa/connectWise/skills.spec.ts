import { expect } from 'chai';
import fc from 'fast-check';
import { sampleCompany, sampleTenantId } from '../../../test/support/sampleRecords.js';
import { rejection } from '../../../test/support/rejection.js';
import { createTestTools } from '../../../test/support/sourceTools.js';
import { startConnectWise, type ConnectWiseSimulator } from '../../../simulators/connectWise/startConnectWise.js';
import type { Company } from '../../domain/company.js';
import { remark } from '../../domain/remark.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import type { NewCompany, Participation } from '../psaAdapter.js';
import { connectWise } from './index.js';

const member = { companyId: 'demomsp', publicKey: 'public', privateKey: 'private', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04' };
const companies = [
  ...Array.from({ length: 20 }, (_, index) => sampleCompany(index + 1)),
  sampleCompany(21, { status: 'Vendor' }),
  sampleCompany(22, { status: 'Gone', isInactive: true }),
  sampleCompany(23, { status: 'Prospect' }),
  sampleCompany(24, { isDeleted: true }),
];

describe('ConnectWise: types, changes, writing', () => {
  let simulator: ConnectWiseSimulator;
  let { tools } = createTestTools({});

  beforeEach(async () => {
    simulator = await startConnectWise({ company: member, companies, quirks: { pageCap: 10 } });
    ({ tools } = createTestTools({ extraUpstreamOrigins: [simulator.url] }));
  });
  afterEach(() => simulator.close());

  const connect = (changes: { participation?: Participation; tenantIdField?: string } = {}) =>
    connectWise.connect(
      { psaConnectionId: 'main' as PsaConnectionId, settings: { site: simulator.url, companyId: member.companyId, clientId: member.clientId, tenantIdField: changes.tenantIdField }, secrets: { publicKey: member.publicKey, privateKey: member.privateKey }, participation: changes.participation },
      tools,
    );
  const sent = (method: string) => simulator.requests.filter((request) => request.method === method);

  describe('who takes part', () => {
    const listed = async (participation?: Participation) => {
      const adapter = connect(participation && { participation });
      const { items } = await adapter.listCompanies();
      return { ids: items.map(({ companyId }) => Number(companyId)), inactive: items.filter(({ isActive }) => !isActive).map(({ companyId }) => Number(companyId)), count: (await adapter.checkAccess()).count };
    };
    const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

    it('by default who is no vendor; inactive statuses are inactive', async () => {
      expect(await listed()).to.deep.equal({ ids: [...upTo(20), 22, 23], inactive: [22], count: 21 });
      expect(await connect().kinds?.listKinds()).to.deep.equal({
        types: [{ id: '1', name: 'Customer', takesPartByDefault: true }, { id: '2', name: 'Prospect', takesPartByDefault: true }, { id: '3', name: 'Vendor', takesPartByDefault: false }],
        statuses: [{ id: '1', name: 'Active', takesPartByDefault: true }, { id: '2', name: 'Vendor', takesPartByDefault: true }, { id: '3', name: 'Gone', takesPartByDefault: false }, { id: '4', name: 'Prospect', takesPartByDefault: true }],
      });
    });

    it('is chosen by type, and by status: who has another status is listed as inactive', async () => {
      expect(await listed({ typeIds: ['2', '3'], statusIds: null })).to.deep.equal({ ids: [21, 23], inactive: [], count: 2 });
      expect(await listed({ typeIds: null, statusIds: ['3', '4'] })).to.deep.equal({ ids: [...upTo(20), 22, 23], inactive: upTo(20), count: 2 });
    });

    it('is not counted one by one where there are very many', async () => {
      simulator.faults.next({ kind: 'status', status: 200, body: { count: 1_243_000 }, path: /companies\/count/ });
      expect(await connect().checkAccess()).to.deep.equal({ count: null, limits: [remark('1,243,000 companies are readable; how many of them take part is known after the first sync.', { code: 'counted-later', count: 1_243_000 })] });
    });

    it('a role that shows nothing is told', async () => {
      simulator.replaceCompanies([]);
      expect((await connect().checkAccess()).limits).to.deep.equal([remark('The keys are right, but no company is readable. The security role of the API member needs "inquire all" for companies.', { code: 'nothing-readable', right: 'Companies: inquire all' })]);
    });
  });

  describe('listChanges', () => {
    const since = '2026-05-01T12:00:00Z';
    const soon = '2026-05-01T12:30:00Z';
    const changes = () => connect().changes?.listChanges(since) ?? Promise.reject(new Error('it tells no changes'));

    it('gives what changed since, and a little before, for clocks that differ', async () => {
      const times = new Map([[3, soon], [5, '2026-05-01T11:55:00Z'], [7, '2026-05-01T11:45:00Z']]);
      simulator.replaceCompanies(companies, { companies: times });
      const { changed, gone } = await changes();
      expect([changed.map(({ companyId }) => companyId), gone]).to.deep.equal([['3', '5'], []]);
      expect(changed[0]?.emailDomains).to.deep.equal(['company3.example']);
    });

    it('gives nothing in four calls when nothing changed', async () => {
      await changes();
      simulator.requests.length = 0;
      const adapter = connect();
      expect(await adapter.changes?.listChanges(since)).to.deep.equal({ changed: [], gone: [] });
      expect(simulator.requests.filter(({ path }) => !path.startsWith('/login/'))).to.have.length(4);
    });

    it('rejects rather than leave a change out', async () => {
      simulator.replaceCompanies(companies, { companies: new Map(companies.map(({ id }) => [id, soon])) });
      simulator.faults.next({ kind: 'rewrite', path: /companies\?.*pageId=/, rewrite: (answer) => ({ ...answer, body: (answer.body as object[]).slice(1) }) });
      expect((await rejection(changes())).sentence).to.equal('ConnectWise gave only 23 of 24 companies that changed.');
      simulator.faults.next({ kind: 'status', status: 500, path: /contacts\?/ }, 9);
      expect((await rejection(changes())).code).to.equal('source-unavailable');
      simulator.faults.clear();
      simulator.faults.next({ kind: 'rewrite', path: /companies\?/, rewrite: (answer) => ({ ...answer, body: [{ name: 'no id' }, ...(answer.body as object[])] }) });
      expect((await rejection(changes())).code).to.equal('source-odd-answer');
    });

    it('an old list and the changes are the new list, whatever happened', async () => {
      const fate = fc.constantFrom('kept', 'renamed', 'deleted', 'vendor', 'ended', 'new contact', 'lost contact');
      await fc.assert(
        fc.asyncProperty(fc.array(fate, { minLength: 24, maxLength: 24 }), async (fates) => {
          simulator.replaceCompanies(companies);
          const known = new Map((await connect().listCompanies()).items.map((company) => [company.companyId, company]));
          const now = companies.map((company, index) => changedBy(company, fates[index] ?? 'kept'));
          const idsOf = (fits: (fate: string) => boolean) => companies.filter((_, index) => fits(fates[index] ?? 'kept')).map(({ id }) => [id, soon] as const);
          simulator.replaceCompanies(now, { companies: new Map(idsOf((what) => what !== 'kept' && !what.includes('contact'))), contacts: new Map(idsOf((what) => what.includes('contact'))) });
          const { changed, gone } = await changes();
          for (const id of gone) known.delete(id);
          for (const company of changed) known.set(company.companyId, company);
          const whole = (await connect().listCompanies()).items;
          expect(sorted([...known.values()])).to.deep.equal(sorted(whole));
        }),
        { numRuns: 8 },
      );
    }).timeout(30_000);

    it('takes the same companies as a whole list without the right to read contacts', async () => {
      simulator.replaceCompanies(companies, { companies: new Map([[3, soon]]) });
      simulator.faults.next({ kind: 'status', status: 403, path: /contacts/ }, 9);
      expect((await changes()).changed[0]).to.deep.include({ companyId: '3', emailDomains: [] });
    });
  });

  describe('writing a tenant id', () => {
    const [first, second] = [sampleTenantId(1) as TenantId, sampleTenantId(2) as TenantId];
    const store = (tenantId: TenantId, companyId = '3', tenantIdField = 'tenant id') => connect({ tenantIdField }).tenantIdWriter?.storeTenantId(companyId as CompanyId, tenantId) ?? Promise.reject(new Error('it can\'t write'));

    it('keeps the ids and the other fields that are there', async () => {
      const before = (await connect().listCompanies()).items.find(({ companyId }) => companyId === '3');
      for (const [tenantId, outcome] of [[first, 'stored'], [second, 'stored'], [first, 'already-there']] as const) expect(await store(tenantId)).to.equal(outcome);
      const after = (await connect().listCompanies()).items.find(({ companyId }) => companyId === '3');
      expect(after).to.deep.equal({ ...before, tenantIds: [first, second] });
      expect(sent('PATCH')).to.have.length(2);
      const raw = await fetch(`${simulator.url}/v4_6_release/apis/3.0/company/companies/3?fields=customFields`, { headers: { authorization: `Basic ${Buffer.from('demomsp+public:private').toString('base64')}`, clientid: member.clientId } });
      expect(await raw.json()).to.have.nested.property('customFields[1].value', 'North');
    });

    it('needs the field, which the check tells beforehand', async () => {
      expect((await connect({ tenantIdField: 'Nothing' }).checkAccess()).limits).to.deep.equal([remark('Companies have no custom field called "Nothing", so tenant ids can\'t be stored.', { code: 'field-absent', field: 'Nothing' })]);
      expect((await connect({ tenantIdField: 'Tenant ID' }).checkAccess()).limits).to.deep.equal([]);
      expect((await rejection(store(first, '3', 'Nothing'))).sentence).to.equal('Companies have no custom field called "Nothing" in ConnectWise. Create it, or change the settings of the connection.');
      expect(connect().tenantIdWriter).to.equal(undefined);
    });

    it('notices a change that was taken and not stored', async () => {
      simulator.quirks.ignoresChanges = true;
      expect((await rejection(store(first))).sentence).to.match(/^ConnectWise did not store the tenant id in "tenant id"\./);
    });

    it('names the field of a stored record that is no longer valid', async () => {
      simulator.quirks.invalidField = 'yearEstablished';
      const error = await rejection(store(first));
      expect([error.code, error.sentence]).to.deep.equal(['bad-request', 'ConnectWise refused this because of the field "yearEstablished" of the company. Correct it in ConnectWise, then try again.']);
    });

    it('tells of a company that is gone, and never sends a change twice', async () => {
      expect((await rejection(store(first, '999'))).sentence).to.equal('This company is no longer in ConnectWise.');
      simulator.faults.next({ kind: 'status', status: 500, path: /companies\/3$/ }, 3);
      expect((await rejection(store(first))).code).to.equal('source-unavailable');
      expect(simulator.faults.pending).to.equal(2);
    });
  });

  describe('creating a company', () => {
    const fields: NewCompany = { name: 'Nördlicht "Praxis" GmbH', website: 'www.nordlicht.example', phone: '+49 431 1', addressLine: 'Hafenstr. 12', city: 'Kiel', typeId: null, tenantId: null };
    const create = (changes: Partial<NewCompany> = {}, tenantIdField?: string) => connect(tenantIdField === undefined ? {} : { tenantIdField }).companyCreator?.createCompany({ ...fields, ...changes }) ?? Promise.reject(new Error('it can\'t create'));

    it('makes an active customer that is then listed', async () => {
      const created = await create();
      expect(created).to.include({ companyId: '25', name: fields.name, identifier: 'NordlichtPraxisGmbH', website: fields.website, phone: fields.phone, city: 'Kiel', status: 'Active, Customer', isActive: true });
      const listed: Company | undefined = (await connect().listCompanies()).items.find(({ companyId }) => companyId === '25');
      expect(listed).to.deep.equal(created);
    });

    it('finds an identifier that is free, and shortens what is too long', async () => {
      const name = 'A'.repeat(80);
      const identifiers = [await create({ name }), await create({ name }), await create({ name: '!!!' })].map(({ identifier }) => identifier);
      expect(identifiers).to.deep.equal(['A'.repeat(25), `${'A'.repeat(24)}2`, 'Company']);
      expect((await connect().listCompanies()).items.find(({ companyId }) => companyId === '25')?.name).to.equal('A'.repeat(50));
    });

    it('finds companies by their whole name, as far as ConnectWise keeps it, the inactive ones too', async () => {
      const find = async (name: string) => (await connect().companyCreator?.findByName(name))?.map(({ companyId, isActive }) => [companyId, isActive]);
      const long = `${'B'.repeat(49)}XY`;
      const created = [await create(), await create({ name: long })];
      expect(await find(fields.name)).to.deep.equal([['25', true]]);
      expect(await find(long)).to.deep.equal([['26', true]]);
      expect(await find('Nördlicht')).to.deep.equal([]);
      expect(await connect().companyCreator?.findByName(long)).to.deep.equal([created[1]]);
      simulator.replaceCompanies([sampleCompany(1, { name: 'Gone Ltd', status: 'Gone', isInactive: true }), sampleCompany(2, { name: 'Gone Ltd', isDeleted: true })]);
      expect(await find('Gone Ltd')).to.deep.equal([['1', false]]);
    });

    it('stores the tenant id as well; a failure there does not hide that the company exists', async () => {
      const tenantId = sampleTenantId(3) as TenantId;
      expect((await create({ tenantId }, 'Tenant ID')).tenantIds).to.deep.equal([tenantId]);
      simulator.quirks.ignoresChanges = true;
      expect(await create({ tenantId }, 'Tenant ID')).to.deep.include({ companyId: '26', tenantIds: [] });
      expect((await create({ tenantId })).tenantIds).to.deep.equal([]);
    });

    it('is never sent twice', async () => {
      simulator.faults.next({ kind: 'status', status: 500, path: /companies$/ }, 3);
      expect((await rejection(create())).code).to.equal('source-unavailable');
      expect(simulator.faults.pending).to.equal(2);
    });
  });
});

function changedBy(company: ReturnType<typeof sampleCompany>, fate: string): ReturnType<typeof sampleCompany> {
  switch (fate) {
    case 'renamed':
      return { ...company, name: `${company.name} renamed` };
    case 'deleted':
      return { ...company, isDeleted: true };
    case 'vendor':
      return { ...company, status: 'Vendor' };
    case 'ended':
      return { ...company, status: 'Gone', isInactive: true };
    case 'new contact':
      return { ...company, emailDomains: [...company.emailDomains, 'new.example'] };
    case 'lost contact':
      return { ...company, emailDomains: ['only.example'] };
    default:
      return company;
  }
}

function sorted(companies: readonly Company[]): Company[] {
  return [...companies].sort((a, b) => Number(a.companyId) - Number(b.companyId));
}
