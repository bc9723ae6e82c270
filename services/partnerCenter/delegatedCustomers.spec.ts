import { expect } from 'chai';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { startGraph, type GraphQuirks, type GraphSimulator } from '../../simulators/graph/startGraph.js';
import { startPartnerCenter, type PartnerCenterSimulator } from '../../simulators/partnerCenter/startPartnerCenter.js';
import { rejection } from '../../test/support/rejection.js';
import { createTestTools } from '../../test/support/sourceTools.js';
import type { PartnerAccountId } from '../domain/ids.js';
import { remark } from '../domain/remark.js';
import { connectPartnerCenter } from './index.js';

const account = { partnerAccountId: 'main' as PartnerAccountId, name: 'Main Account', tenantId: 'b3f2a6d4-52c1-4f0e-9a37-000000000001', clientId: 'b3f2a6d4-52c1-4f0e-9a37-000000000002', clientSecret: 'client-secret-canary' };
const aTenant = (n: number, name = `Tenant ${n}`) => ({ tenantId: `0b6f6a0e-5a1d-4a52-9d1e-${String(n).padStart(12, '0')}`, name, domain: `tenant${n}.onmicrosoft.com`, relationship: 'reseller' });
const customers = Array.from({ length: 12 }, (_, n) => aTenant(n));
/** Four of Partner Center's, under older names, and five of their own. */
const delegated = Array.from({ length: 9 }, (_, n) => aTenant(n + 8, `Delegated ${n + 8}`));

describe('customers with delegated admin relationships', () => {
  let entra: Entra;
  let source: PartnerCenterSimulator;
  let graph: GraphSimulator;
  let { tools, log } = createTestTools({});

  beforeEach(async () => {
    const accounts = [{ id: 'main', name: account.name, tenantId: account.tenantId, tenants: customers, delegated }];
    entra = await startEntra({ apps: [account] });
    source = await startPartnerCenter({ entra, accounts });
    graph = await startGraph({ entra, accounts, pageSize: 4 });
    ({ tools, log } = createTestTools({ entraAuthority: entra.url, partnerCenterOrigin: source.url, graphOrigin: graph.url }));
  });
  afterEach(() => Promise.all([entra, source, graph].map((simulator) => simulator.close())));

  const list = (lists: 'customers' | 'delegated' | 'both' = 'both') => connectPartnerCenter({ ...account, lists }, tools).listTenants();
  const quirk = (change: GraphQuirks) => void Object.assign(graph.quirks, change);

  it('are merged in: one row per tenant, which names its lists and keeps the name of Partner Center', async () => {
    const { kind, items } = await list();
    expect(kind).to.equal('complete');
    expect(items).to.have.length(17);
    const by = (n: number) => items.find(({ tenantId }) => tenantId === aTenant(n).tenantId);
    expect(by(0)).to.deep.include({ name: 'Tenant 0', listedBy: ['partner-center'] });
    expect(by(9)).to.deep.include({ name: 'Tenant 9', relationship: 'reseller', listedBy: ['partner-center', 'gdap'] });
    expect(by(16)).to.deep.equal({ partnerAccountId: 'main', tenantId: aTenant(16).tenantId, name: 'Delegated 16', domain: '', relationship: 'none', listedBy: ['gdap'] });
    expect(graph.requests).to.have.length(3);
  });

  it('are not asked for unless the account says so, and may be the only list', async () => {
    expect((await list('customers')).items).to.have.length(12);
    expect(graph.requests).to.deep.equal([]);
    source.requests.length = 0;
    expect((await list('delegated')).items).to.have.length(9);
    expect(source.requests).to.deep.equal([]);
  });

  it('make the list partial when they can not be read; so does Partner Center', async () => {
    quirk({ lacksPermission: true });
    const withoutGraph = await list();
    expect(withoutGraph.items).to.have.length(12);
    expect(withoutGraph.kind === 'partial' && withoutGraph.why).to.match(/It needs the permission DelegatedAdminRelationship.Read.All\.$/);
    quirk({ lacksPermission: false });
    source.faults.next({ kind: 'status', status: 403 });
    const withoutPartnerCenter = await list();
    expect(withoutPartnerCenter.items).to.have.length(9);
    expect(withoutPartnerCenter.kind === 'partial' && withoutPartnerCenter.why).to.match(/^Partner Center does not let the app/);
  });

  it('end the list where Graph ends it early, loops or names another host, which gets no token', async () => {
    graph.faults.next({ kind: 'status', status: 503, path: /skiptoken/ }, 4);
    expect(await list('delegated')).to.deep.include({ kind: 'partial', why: 'Microsoft Graph stopped answering after 4 customers with delegated admin relationships.', facts: [{ code: 'list-stopped', system: 'Microsoft Graph', count: 4, rows: 'delegated-customers', cause: 'silent' }] });
    quirk({ nextLink: 'loop' });
    expect(await list('delegated')).to.include({ kind: 'partial' });
    quirk({ nextLink: 'foreign-host' });
    const foreign = await list('delegated');
    expect(foreign.kind === 'partial' && foreign.why).to.match(/named an address that we do not trust after 4/);
    expect(log.join('')).not.to.include('127.0.0.2').and.not.to.include('eyJ');
  });

  it('do with a byte order mark and without names', async () => {
    quirk({ hasByteOrderMark: true, omitsNames: true });
    const { kind, items } = await list('delegated');
    expect([kind, items.length, items[0]?.name]).to.deep.equal(['complete', 9, '']);
  });

  it('reject when neither list comes', async () => {
    source.faults.next({ kind: 'status', status: 403 });
    quirk({ lacksPermission: true });
    expect((await rejection(list())).code).to.equal('source-forbidden');
  });

  describe('checking access', () => {
    const check = (lists: 'customers' | 'delegated' | 'both', change: object = {}) => connectPartnerCenter({ ...account, ...change, lists }, tools).checkAccess();

    it('counts where one page holds all, in one call a list', async () => {
      expect(await check('customers')).to.deep.equal({ count: 12, limits: [] });
      expect(source.requests).to.have.length(1);
      expect(await check('delegated')).to.deep.equal({ count: null, limits: [] });
      expect(await check('both')).to.deep.equal({ count: null, limits: [] });
    });

    it('names what can not be read, and rejects when nothing can', async () => {
      quirk({ lacksPermission: true });
      expect((await check('both')).limits).to.deep.equal([remark('Microsoft Graph does not let the app of account "Main Account" read the customers with delegated admin relationships. It needs the permission DelegatedAdminRelationship.Read.All.', { code: 'app-lacks-right', system: 'Microsoft Graph', account: 'Main Account', right: 'DelegatedAdminRelationship.Read.All' })]);
      expect((await rejection(check('delegated'))).code).to.equal('source-forbidden');
      expect((await rejection(check('both', { clientSecret: 'wrong' }))).code).to.equal('source-unauthorized');
    });
  });
});
