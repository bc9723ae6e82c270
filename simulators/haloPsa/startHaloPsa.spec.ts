import { expect } from 'chai';
import { sampleCompanies, sampleCompany, sampleTenantId } from '../../test/support/sampleRecords.js';
import { haloPsaFaults } from './haloPsaErrors.js';
import { startHaloPsa, type HaloPsaSimulator } from './startHaloPsa.js';

const credentials = { tenant: 'demo', clientId: 'client', clientSecret: 'secret' };
const listPath = '/api/Client?pageinate=true&page_size=100&order=id&includeinactive=true&exclude_internal=true';

type Page = { readonly page_no?: number; readonly page_size?: number; readonly record_count: number; readonly clients: ({ readonly id: number } & Readonly<Record<string, unknown>>)[] };

describe('simulators/haloPsa', () => {
  let simulator: HaloPsaSimulator;
  let now = Date.parse('2026-01-01T00:00:00Z');
  let token = '';
  beforeEach(async () => {
    simulator = await startHaloPsa({ ...credentials, clients: sampleCompanies(7), clock: { now: () => new Date(now) } });
    token = String((await askToken()).body['access_token']);
  });
  afterEach(() => simulator.close());

  async function askToken(fields: Record<string, string> = {}, query = '?tenant=demo') {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'client', client_secret: 'secret', scope: 'all', ...fields });
    const response = await fetch(`${simulator.url}/auth/token${query}`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const get = (path: string) => fetch(simulator.url + path, { headers: { authorization: `Bearer ${token}` } });
  const json = async (path: string): Promise<unknown> => (await get(path)).json();
  const list = async (path: string) => (await json(path)) as Page;
  const idsOf = ({ clients }: Page) => clients.map(({ id }) => id);

  it('names its sign-in address to everybody', async () => {
    const info = async () => (await fetch(`${simulator.url}/api/authinfo`)).json();
    expect(await info()).to.deep.equal({ auth_url: `${simulator.url}/auth`, tenant_id: 'demo' });
    Object.assign(simulator.quirks, { omitsTenantId: true, authUrl: 'https://elsewhere.example/auth' });
    expect(await info()).to.deep.equal({ auth_url: 'https://elsewhere.example/auth' });
  });

  it('gives tokens to its client only', async () => {
    expect((await askToken()).body).to.include({ token_type: 'Bearer', expires_in: 3600, scope: 'all' });
    const refused = { status: 401, body: { error: 'invalid_client' } };
    expect(await askToken({ client_secret: 'wrong' })).to.deep.equal(refused);
    expect(await askToken({ client_id: 'wrong' })).to.deep.equal(refused);
    expect(await askToken({}, '?tenant=other')).to.deep.equal(refused);
    expect((await askToken({}, '')).status).to.equal(200);
    simulator.quirks.needsTenant = true;
    expect(await askToken({}, '')).to.deep.equal(refused);
    expect((await askToken({ scope: '' })).body).to.deep.equal({ error: 'invalid_scope' });
    expect((await askToken({ grant_type: 'password' })).status).to.equal(400);
  });

  it('refuses calls without a token, with a stranger\'s, an expired or a revoked one', async () => {
    expect((await fetch(simulator.url + listPath)).status).to.equal(401);
    expect((await fetch(simulator.url + listPath, { headers: { authorization: 'Bearer made-up' } })).status).to.equal(401);
    expect((await get(listPath)).status).to.equal(200);
    now += 3600_000;
    expect((await get(listPath)).status).to.equal(401);
    now -= 1;
    expect((await get(listPath)).status).to.equal(200);
    simulator.revokeTokens();
    expect((await get(listPath)).status).to.equal(401);
  });

  it('caps pages in silence: the asked size is repeated, the count stays right, no row is lost', async () => {
    simulator.quirks.pageCap = 3;
    const pages = [await list(`${listPath}&page_no=1`), await list(`${listPath}&page_no=2`), await list(`${listPath}&page_no=3`), await list(`${listPath}&page_no=4`)];
    expect(pages.map(idsOf)).to.deep.equal([[1, 2, 3], [4, 5, 6], [7], []]);
    expect(pages[1]).to.include({ page_no: 2, page_size: 100, record_count: 7 });
  });

  it('has a cap of 100 unless switched off', async () => {
    simulator.replaceClients(sampleCompanies(130));
    const path = '/api/Client?pageinate=true&page_size=1000&exclude_internal=true';
    expect((await list(path)).clients).to.have.length(100);
    simulator.quirks.pageCap = null;
    expect((await list(path)).clients).to.have.length(130);
  });

  it('without pageinate gives count rows', async () => {
    const page = await list('/api/Client?count=2&exclude_internal=true&order=id');
    expect([idsOf(page), page.record_count, page.page_no]).to.deep.equal([[1, 2], 7, undefined]);
  });

  it('hides inactive clients unless asked, deleted ones always, its own unless excluded', async () => {
    simulator.replaceClients([sampleCompany(1), sampleCompany(2, { isInactive: true }), sampleCompany(3, { isDeleted: true })]);
    const ids = async (query: string) => idsOf(await list(`/api/Client?order=id&${query}`));
    expect(await ids('exclude_internal=true')).to.deep.equal([1]);
    expect(await ids('exclude_internal=true&includeinactive=true')).to.deep.equal([1, 2]);
    expect(await ids('exclude_internal=true&includeinactive=true&includeactive=false')).to.deep.equal([2]);
    expect(await ids('')).to.deep.equal([1, 4]);
    expect(await ids('includeinactive=true&search=COMPANY%202')).to.deep.equal([2]);
    expect(await ids('domain=company1.example')).to.deep.equal([1]);
  });

  it('shows a client in any letter case of the path', async () => {
    expect(await json('/API/client/3')).to.include({ id: 3, name: 'Company 3', ref: 'C3', domain: 'company3.example', main_phonenumber: '+49 431 1000', inactive: false });
    expect((await get('/api/Client/99')).status).to.equal(404);
  });

  it('has users and sites, of all clients or of one', async () => {
    simulator.replaceClients([sampleCompany(1, { emailDomains: ['a.example', 'b.example'] }), sampleCompany(2)]);
    const users = (await json('/api/Users?client_id=1')) as { record_count: number; users: { emailaddress: string }[] };
    expect([users.record_count, users.users.map(({ emailaddress }) => emailaddress)]).to.deep.equal([2, ['contact.1@a.example', 'contact.2@b.example']]);
    expect(await json('/api/Users?pageinate=true&page_size=2&page_no=2')).to.have.nested.include({ record_count: 3, 'users[0].client_name': 'Company 2' });
    const sites = (await json('/api/Site?client_id=2')) as { sites: object[] };
    expect(sites.sites[0]).to.deep.include({ client_id: 2, emaildomain: 'company2.example' });
    expect(sites.sites[0]).to.have.nested.property('delivery_address.line3', 'Kiel');
  });

  it('knows the tenants of clients natively, one client with two', async () => {
    simulator.replaceClients([sampleCompany(1, { tenantIds: [sampleTenantId(1), sampleTenantId(2)] }), sampleCompany(2)]);
    const mapped = { client_id: 1, azure_tenant_id: sampleTenantId(2) };
    const connection = (await json('/api/azureadconnection/3?type=2&includedetails=true&includetenants=true')) as { mappings_client: object[] };
    expect(connection.mappings_client).to.have.length(2);
    expect(connection.mappings_client[1]).to.include(mapped);
    expect(await json('/api/AzureADConnection/3?type=2')).to.not.have.property('mappings_client');
    expect(((await json('/api/AreaAzureTenant?client_id=1')) as object[])[1]).to.include(mapped);
    expect((await list('/api/Client?includeazuretenants=true&order=id')).clients[0]?.['azure_tenants']).to.have.length(2);
    expect((await list('/api/Client?order=id')).clients[0]).to.not.have.property('azure_tenants');
    expect(await json('/api/Client/1?includedetails=true')).to.have.property('azure_tenants');
  });

  it('writes the list of Azure connections in three shapes', async () => {
    expect(await json('/api/AzureADConnection?type=2')).to.deep.equal([{ id: 3, name: 'Microsoft CSP', type: 2 }]);
    simulator.quirks.connectionList = 'object';
    expect(await json('/api/AzureADConnection?type=2')).to.deep.equal({ id: 3, name: 'Microsoft CSP', type: 2 });
    simulator.quirks.connectionList = 'wrapped';
    expect(await json('/api/AzureADConnection?type=2')).to.have.nested.property('connections[0].id', 3);
    simulator.quirks.connectionList = undefined;
    expect(await json('/api/AzureADConnection?type=1')).to.deep.equal([]);
  });

  it('quirks: a count that is never reached, pages that repeat, big pictures', async () => {
    Object.assign(simulator.quirks, { missingRows: 2, repeatsPage: true, pageCap: 3, hasLogos: true });
    const third = await list(`${listPath}&page_no=3`);
    expect([idsOf(third), third.record_count]).to.deep.equal([[4, 5, 6], 9]);
    expect(String(third.clients[0]?.['logo']).length).to.be.greaterThan(4000);
  });

  it('throttles in plain text without Retry-After', async () => {
    await simulator.close();
    simulator = await startHaloPsa({ ...credentials, clients: [], rateLimit: { requests: 1, windowMs: 60_000 } });
    token = String((await askToken()).body['access_token']);
    expect((await get(listPath)).status).to.equal(200);
    const refused = await get(listPath);
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('content-type')]).to.deep.equal([429, null, 'text/plain; charset=utf-8']);
    expect(await refused.text()).to.contain('Rate Limit Reached');
  });

  it('has each shape of error ready', async () => {
    for (const fault of Object.values(haloPsaFaults)) {
      simulator.faults.next(fault);
      const response = await get(listPath);
      expect([response.status, (await response.text()).length > 0]).to.deep.equal([fault.status, true]);
    }
  });

  it('POST takes a list: with an id it changes what is sent, without one it creates', async () => {
    const post = (body: unknown) => fetch(`${simulator.url}/api/Client`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
    expect((await post({ id: 1 })).status).to.equal(400);
    expect((await post([{ id: 1, customfields: [{ id: 151, value: 'x' }] }])).status).to.equal(201);
    expect(await json('/api/Client/1?includedetails=true')).to.have.nested.property('customfields[1].value', 'x');
    expect((await list(listPath)).clients[0]).to.have.deep.property('customfields', []);
    expect((await list(`${listPath}&include_custom_fields=151`)).clients[0]).to.have.nested.property('customfields[1].value', 'x');
    expect((await post([{ id: 99 }])).status).to.equal(400);
    expect((await post([{ name: 'New' }])).status).to.equal(400);
    const created = await post([{ name: 'New', toplevel_id: 1, newclient_sitename: 'Main' }]);
    expect(await created.json()).to.deep.equal([{ id: 9, name: 'New' }]);
  });
});
