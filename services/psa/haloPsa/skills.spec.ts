import { expect } from 'chai';
import { sampleCompanies, sampleCompany, sampleTenantId } from '../../../test/support/sampleRecords.js';
import { rejection } from '../../../test/support/rejection.js';
import { createTestTools } from '../../../test/support/sourceTools.js';
import { startHaloPsa, type HaloPsaQuirks, type HaloPsaSimulator } from '../../../simulators/haloPsa/startHaloPsa.js';
import type { CompanyId, PsaConnectionId, TenantId } from '../../domain/ids.js';
import { remark } from '../../domain/remark.js';
import type { NewCompany } from '../psaAdapter.js';
import { haloPsa } from './index.js';

const secrets = { clientId: 'client-id', clientSecret: 'client-secret' };
const [first, second] = [sampleTenantId(1) as TenantId, sampleTenantId(2) as TenantId];

describe('HaloPSA: links that it knows, writing', () => {
  let simulator: HaloPsaSimulator;
  let { tools } = createTestTools({});

  beforeEach(async () => {
    simulator = await startHaloPsa({ tenant: 'demo', ...secrets, clients: [...sampleCompanies(3), sampleCompany(4, { tenantIds: [first, second] }), sampleCompany(5, { tenantIds: [second] })] });
    ({ tools } = createTestTools({ extraUpstreamOrigins: [simulator.url] }));
  });
  afterEach(() => simulator.close());

  const connect = (tenantIdField = '') => haloPsa.connect({ psaConnectionId: 'main' as PsaConnectionId, settings: haloPsa.settingsSchema.parse({ baseUrl: simulator.url, tenantIdField }), secrets }, tools);
  const quirk = (change: HaloPsaQuirks) => void Object.assign(simulator.quirks, change);
  const tenantIds = async (adapter = connect()) => {
    const list = await adapter.listCompanies();
    expect(list.kind === 'partial' ? list.why : '').to.equal('');
    return Object.fromEntries(list.items.filter((company) => company.tenantIds.length > 0).map((company) => [company.companyId, company.tenantIds]));
  };

  describe('links of the Microsoft integration', () => {
    const linked = { 4: [first, second], 5: [second] };

    for (const connectionList of ['array', 'object', 'wrapped'] as const) {
      it(`become tenant ids of the companies (${connectionList}), one tenant on two clients as well`, async () => {
        quirk({ connectionList, hidesClientTenants: true });
        expect(await tenantIds()).to.deep.equal(linked);
      });
    }

    it('only help: without the right to read them, or on an instance without them, the list is complete', async () => {
      quirk({ hidesConnections: true });
      expect(await tenantIds()).to.deep.equal(linked);
      expect((await connect().checkAccess()).limits).to.deep.equal([remark('Integration settings are not readable: the Microsoft tenants that HaloPSA already ties to clients are not known.', { code: 'tenant-links-unreadable', system: 'HaloPSA' })]);
      quirk({ hidesConnections: false });
      simulator.faults.next({ kind: 'status', status: 404, path: /azureadconnection/i }, 2);
      expect(await tenantIds()).to.deep.equal(linked);
    });

    it('that could not all be read are told', async () => {
      simulator.faults.next({ kind: 'status', status: 500, path: /azureadconnection\/3/i }, 9);
      expect(await connect().listCompanies()).to.include({ kind: 'partial', why: 'The links to Microsoft tenants that HaloPSA knows could not all be read.' });
    });
  });

  describe('writing a tenant id', () => {
    const store = (tenantId: TenantId, companyId = '1', field = 'cftenantid') => connect(field).tenantIdWriter?.storeTenantId(companyId as CompanyId, tenantId) ?? Promise.reject(new Error('it can\'t write'));

    it('keeps those that are there; the list then tells them', async () => {
      for (const [tenantId, outcome] of [[first, 'stored'], [second, 'stored'], [first, 'already-there']] as const) expect(await store(tenantId)).to.equal(outcome);
      expect((await tenantIds(connect('CFTenantID')))[1]).to.deep.equal([first, second]);
      expect(simulator.requests.filter(({ method, path }) => method === 'POST' && path === '/api/Client')).to.have.length(2);
    });

    it('needs the field, which the check tells beforehand', async () => {
      expect((await connect('CFNothing').checkAccess()).limits).to.deep.equal([remark('Clients have no custom field called "CFNothing", so tenant ids can\'t be stored.', { code: 'field-absent', field: 'CFNothing' })]);
      expect((await connect('CFTenantID').checkAccess()).limits).to.deep.equal([]);
      expect((await rejection(store(first, '1', 'CFNothing'))).sentence).to.match(/^Clients have no custom field called "CFNothing" in HaloPSA\./);
      expect(connect().tenantIdWriter).to.equal(undefined);
    });

    it('notices a change that was taken and not stored, a missing right, and a client that is gone', async () => {
      expect((await rejection(store(first, '999'))).sentence).to.equal('This company is no longer in HaloPSA.');
      quirk({ ignoresChanges: true });
      expect((await rejection(store(first))).sentence).to.match(/^HaloPSA did not store the tenant id in "cftenantid"\./);
      simulator.faults.next({ kind: 'status', status: 403, path: /client$/i });
      const forbidden = await rejection(store(first));
      expect([forbidden.code, forbidden.sentence]).to.deep.equal(['source-forbidden', 'The agent of connection "main" has no right to change clients in HaloPSA. Give it the permission to edit customers.']);
    });
  });

  describe('creating a company', () => {
    const fields: NewCompany = { name: 'New Company', website: 'new.example', phone: '+49 431 1', addressLine: '', city: '', typeId: null, tenantId: first };
    const create = (field = '') => connect(field).companyCreator?.createCompany(fields) ?? Promise.reject(new Error('it can\'t create'));

    for (const postAnswer of ['list', 'object'] as const) {
      it(`makes a client with its first site and the tenant id (${postAnswer})`, async () => {
        quirk({ postAnswer });
        expect(await create('CFTenantID')).to.deep.include({ companyId: '7', name: 'New Company', website: 'new.example', phone: '+49 431 1', isActive: true, tenantIds: [first] });
        expect((await connect().listCompanies()).items.map(({ companyId }) => companyId)).to.include('7');
      });
    }

    it('finds clients by their whole name', async () => {
      const created = await create();
      const find = async (name: string) => (await connect().companyCreator?.findByName(name))?.map(({ companyId }) => companyId);
      expect(await find('new company')).to.deep.equal([created.companyId]);
      expect(await find('New')).to.deep.equal([]);
      simulator.faults.next({ kind: 'status', status: 500, path: /client/i }, 9);
      expect((await rejection(find('New Company'))).code).to.equal('source-unavailable');
      simulator.faults.clear();
    });

    it('is never sent twice; a failure to store the tenant id does not hide that the client exists', async () => {
      quirk({ ignoresChanges: true });
      expect((await create('CFTenantID')).tenantIds).to.deep.equal([]);
      simulator.faults.next({ kind: 'status', status: 500, path: /client$/i }, 3);
      expect((await rejection(create())).code).to.equal('source-unavailable');
      expect(simulator.faults.pending).to.equal(2);
    });
  });
});
