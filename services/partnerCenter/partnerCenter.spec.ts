import { expect } from 'chai';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { startPartnerCenter, type PartnerCenterQuirks, type PartnerCenterSimulator } from '../../simulators/partnerCenter/startPartnerCenter.js';
import { rejection } from '../../test/support/rejection.js';
import { createTestTools } from '../../test/support/sourceTools.js';
import type { PartnerAccountId } from '../domain/ids.js';
import type { SourceList } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';
import { connectPartnerCenter, type PartnerAccountAccess } from './index.js';

const account = { partnerAccountId: 'main' as PartnerAccountId, name: 'Main Account', tenantId: 'b3f2a6d4-52c1-4f0e-9a37-000000000001', clientId: 'b3f2a6d4-52c1-4f0e-9a37-000000000002', clientSecret: 'client-secret-canary' };
const other = { ...account, tenantId: 'b3f2a6d4-52c1-4f0e-9a37-000000000003' };
const relationships = ['reseller', 'advisor', 'syndication', 'microsoft_support', 'none'] as const;
const tenants = Array.from({ length: 25 }, (_, index) => ({
  tenantId: `0b6f6a0e-5a1d-4a52-9d1e-${String(index).padStart(12, '0')}`,
  name: `Tenant ${index}`,
  domain: `tenant${index}.onmicrosoft.com`,
  relationship: relationships[index % relationships.length] ?? 'none',
}));
const page = /\/v1\/customers\?/;
const laterPage = /seekOperation=Next/;

describe('connectPartnerCenter', () => {
  let entra: Entra;
  let source: PartnerCenterSimulator;
  let { tools, log, sleptMs } = createTestTools({});

  before(async () => {
    entra = await startEntra({ apps: [account, other].map(({ tenantId, clientId, clientSecret }) => ({ tenantId, clientId, clientSecret })) });
  });
  after(() => entra.close());
  beforeEach(async () => {
    entra.faults.clear();
    entra.requests.length = 0;
    source = await startPartnerCenter({ entra, pageSize: 10, accounts: [{ id: 'main', name: account.name, tenantId: account.tenantId, tenants }] });
    ({ tools, log, sleptMs } = createTestTools({ entraAuthority: entra.url, partnerCenterOrigin: source.url }));
  });
  afterEach(() => source.close());

  const connect = (change: Partial<PartnerAccountAccess> = {}) => connectPartnerCenter({ ...account, ...change }, tools);
  const quirk = (change: PartnerCenterQuirks) => void Object.assign(source.quirks, change);
  const expectAll = ({ kind, items }: SourceList<AccountTenant>) => {
    expect(kind).to.equal('complete');
    expect(items.map(({ tenantId }) => tenantId)).to.deep.equal(tenants.map(({ tenantId }) => tenantId));
  };
  const expectPartial = (list: SourceList<AccountTenant>, count: number, why: RegExp | string) => {
    expect([list.kind, list.items.length]).to.deep.equal(['partial', count]);
    if (list.kind === 'partial') typeof why === 'string' ? expect(list.why).to.equal(why) : expect(list.why).to.match(why);
  };

  it('lists every tenant of every page with all its fields', async () => {
    const list = await connect().listTenants();
    expectAll(list);
    expect(list.items).to.deep.equal(tenants.map((tenant) => ({ partnerAccountId: 'main', ...tenant, listedBy: ['partner-center'] })));
    expect(source.requests.map(({ query }) => new URLSearchParams(query).get('size'))).to.deep.equal(['500', '500', '500']);
  });

  it('lists an account without customers', async () => {
    source.replaceAccounts([{ id: 'main', name: account.name, tenantId: account.tenantId, tenants: [] }]);
    expect(await connect().listTenants()).to.deep.equal({ kind: 'complete', items: [] });
  });

  it('tells progress', async () => {
    const seen: number[] = [];
    await connect().listTenants({ onProgress: (done) => void seen.push(done) });
    expect(seen).to.deep.equal([10, 20, 25]);
  });

  it('signs in once for many lists', async () => {
    const partnerCenter = connect();
    await Promise.all([partnerCenter.listTenants(), partnerCenter.listTenants()]);
    await partnerCenter.listTenants();
    expect(entra.requests.filter(({ method }) => method === 'POST')).to.have.length(1);
  });

  it('signs in again after a 401', async () => {
    source.faults.next({ kind: 'status', status: 401, path: laterPage });
    expectAll(await connect().listTenants());
    expect(entra.requests.filter(({ method }) => method === 'POST')).to.have.length(2);
  });

  describe('reads a list', () => {
    for (const change of [{ nextUri: 'with-version' }, { hasByteOrderMark: true }, { omitsItemLinks: true }] satisfies PartnerCenterQuirks[]) {
      it(`with ${JSON.stringify(change)}`, async () => {
        quirk(change);
        expectAll(await connect().listTenants());
      });
    }

    it('after 429, 500, a broken body and a reset', async () => {
      source.faults.next({ kind: 'status', status: 429, headers: { 'Retry-After': '57' }, body: { statusCode: 429, message: 'Rate limit is exceeded. Try again in 57 seconds.' }, path: page });
      source.faults.next({ kind: 'status', status: 500, path: laterPage });
      source.faults.next({ kind: 'truncate', path: laterPage });
      source.faults.next({ kind: 'reset', path: laterPage });
      expectAll(await connect().listTenants());
      expect(sleptMs).to.have.length(4);
      expect(sleptMs[0]).to.be.at.least(57_000);
      expect(source.faults.pending).to.equal(0);
    });
  });

  describe('says what is missing', () => {
    it('when later pages fail', async () => {
      source.faults.next({ kind: 'status', status: 503, path: laterPage }, 4);
      expectPartial(await connect().listTenants(), 10, 'Partner Center stopped answering after 10 tenants.');
    });

    it('when it is throttled for long', async () => {
      source.faults.next({ kind: 'status', status: 429, headers: { 'Retry-After': '3600' }, path: laterPage });
      expectPartial(await connect().listTenants(), 10, /^Partner Center asked us to slow down after 10 tenants/);
    });

    for (const continuation of ['no-content', 'not-found'] as const) {
      it(`when a continuation is ${continuation}`, async () => {
        quirk({ continuation });
        expectPartial(await connect().listTenants(), 10, 'Partner Center stopped answering after 10 tenants.');
      });
    }

    it('when the pages go round in a circle', async () => {
      quirk({ repeatsToken: true });
      expectPartial(await connect().listTenants(), 20, /after 20 tenants; the rest is missing/);
    });

    it('when the next page is said to be elsewhere, without sending the token there', async () => {
      quirk({ nextUri: 'foreign-host' });
      expectPartial(await connect().listTenants(), 10, /address that we do not trust after 10 tenants/);
      expect(source.requests).to.have.length(1);
      expect(log.join('')).not.to.include('127.0.0.2');
    });

    it('when rows have no tenant id, or two', async () => {
      const odd = [{}, { id: 'none' }, null, 7, { id: tenants[0]?.tenantId, companyProfile: { tenantId: tenants[1]?.tenantId } }];
      source.faults.next({ kind: 'rewrite', path: page, rewrite: (answer) => ({ ...answer, body: { ...(answer.body as object), items: [...(answer.body as { items: object[] }).items, ...odd] } }) });
      expectPartial(await connect().listTenants(), 25, '5 customers came without a readable tenant id and are missing.');
    });
  });

  describe('rejects', () => {
    const failing = async (change: Partial<PartnerAccountAccess> = {}) => rejection(connect(change).listTenants());

    it('a wrong secret, a foreign app and an unknown tenant, each with its own sentence', async () => {
      const secret = await failing({ clientSecret: 'wrong' });
      expect([secret.code, secret.sentence]).to.deep.equal(['source-unauthorized', 'Partner Center refused the client secret of account "Main Account"; it may have expired.']);
      const app = await failing({ clientId: 'b3f2a6d4-52c1-4f0e-9a37-999999999999' });
      expect([app.code, app.sentence]).to.deep.equal(['source-unauthorized', 'Microsoft Entra does not know the app of account "Main Account" in its tenant. Check the client id and the tenant id.']);
      const tenant = await failing({ tenantId: 'b3f2a6d4-52c1-4f0e-9a37-999999999999' });
      expect(tenant.sentence).to.equal('Microsoft Entra does not know the tenant of account "Main Account". Check the tenant id.');
      expect(source.requests).to.deep.equal([]);
    });

    it('an expired secret, by the word that OAuth has for it', async () => {
      entra.faults.next({ kind: 'status', status: 401, body: { error: 'invalid_client', error_codes: [7000222] } });
      expect((await failing()).sentence).to.match(/^The client secret .* has expired/);
      entra.faults.next({ kind: 'status', status: 401, body: { error: 'invalid_client', error_codes: 'changed' } });
      expect((await failing()).sentence).to.match(/it may have expired\.$/);
    });

    it('an account that Partner Center does not know, and one that it does not accept', async () => {
      expect((await failing({ tenantId: other.tenantId })).code).to.equal('source-forbidden');
      source.faults.next({ kind: 'status', status: 401 }, 2);
      expect((await failing()).code).to.equal('source-unauthorized');
    });

    it('pages that are none', async () => {
      for (const body of ['<html></html>', {}, { items: null }, []]) {
        source.faults.next({ kind: 'status', status: 200, body, path: page });
        expect((await failing()).code, JSON.stringify(body)).to.equal('source-odd-answer');
      }
    });

    it('a first page that does not come', async () => {
      source.faults.next({ kind: 'status', status: 503, path: page }, 4);
      expect((await failing()).code).to.equal('source-unavailable');
      source.faults.next({ kind: 'status', status: 204, path: page });
      expect((await failing()).code).to.equal('source-odd-answer');
    });

    it('when cancelled: between pages, and while it waits', async () => {
      const controller = new AbortController();
      expect((await rejection(connect().listTenants({ signal: controller.signal, onProgress: () => controller.abort() }))).code).to.equal('cancelled');
      source.faults.next({ kind: 'hang', path: page });
      expect((await rejection(connect().listTenants({ signal: AbortSignal.timeout(150) }))).code).to.equal('cancelled');
    });
  });

  it('sends and logs the ids that Microsoft asks for, and no secret', async () => {
    await connect().listTenants();
    const lines = log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'Partner Center customers page');
    expect(lines).to.have.length(3);
    expect(new Set(lines.map(({ requestId }) => requestId)).size).to.equal(3);
    expect(new Set(lines.map(({ correlationId }) => correlationId)).size).to.equal(1);
    expect(lines.every((line) => line['requestId'] === line['msRequestId'] && line['correlationId'] === line['msCorrelationId'])).to.equal(true);
    expect(log.join('')).not.to.include('canary').and.not.to.include('eyJ');
  });
});
