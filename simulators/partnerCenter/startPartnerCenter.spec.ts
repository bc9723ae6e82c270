import { expect } from 'chai';
import { startEntra, type Entra } from '../entra/startEntra.js';
import { sampleTenantId, sampleTenants } from '../../test/support/sampleRecords.js';
import { partnerCenterFaults } from './partnerErrors.js';
import { startPartnerCenter, type PartnerCenterQuirks, type PartnerCenterSimulator } from './startPartnerCenter.js';

const clientId = '22222222-2222-4222-8222-222222222222';
const audience = 'https://api.partnercenter.microsoft.com';
const accounts = [
  { id: 'first', name: 'First', tenantId: sampleTenantId(901), tenants: sampleTenants(7) },
  { id: 'second', name: 'Second', tenantId: sampleTenantId(902), tenants: sampleTenants(2, 100) },
];

type Link = { readonly uri: string; readonly headers: { readonly key: string; readonly value: string }[] };
type Page = { readonly totalCount: number; readonly items: { readonly id: string }[]; readonly continuationToken?: string; readonly links: { readonly self: Link; readonly next?: Link } };

describe('simulators/partnerCenter', () => {
  let entra: Entra;
  let simulator: PartnerCenterSimulator;
  const tokens: Record<string, string> = {};
  before(async () => {
    entra = await startEntra({ apps: accounts.map(({ tenantId }) => ({ tenantId, clientId, clientSecret: 'right' })) });
    for (const { id, tenantId } of accounts) tokens[id] = await tokenFor(tenantId, audience);
  });
  beforeEach(async () => {
    simulator = await startPartnerCenter({ accounts, entra, pageSize: 3 });
  });
  afterEach(() => simulator.close());
  after(() => entra.close());

  async function tokenFor(tenantId: string, resource: string): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'right', scope: `${resource}/.default` });
    const response = await fetch(`${entra.url}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
    return ((await response.json()) as { access_token: string }).access_token;
  }
  const get = (path: string, headers: Record<string, string> = {}, account = 'first') => fetch(simulator.url + path, { headers: { authorization: `Bearer ${tokens[account] ?? ''}`, ...headers } });
  const read = async (response: Response) => (await response.json()) as Page;
  const follow = ({ links: { next } }: Page, account?: string) => get(`/v1${next?.uri ?? ''}`, Object.fromEntries(next?.headers.map(({ key, value }) => [key, value]) ?? []), account);
  const withQuirks = (quirks: PartnerCenterQuirks) => Object.assign(simulator.quirks, quirks);

  it('pages to the end: 7 rows by 3, the last page without a next link', async () => {
    const first = await read(await get('/v1/customers?size=500'));
    const second = await read(await follow(first));
    const third = await read(await follow(second));
    expect([first, second, third].map(({ totalCount }) => totalCount)).to.deep.equal([3, 3, 1]);
    expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).to.deep.equal(accounts[0]?.tenants.map(({ tenantId }) => tenantId));
    expect(third.links.next).to.equal(undefined);
    expect(first.continuationToken).to.equal(first.links.next?.headers[0]?.value);
  });

  it('shows list items as the documentation does', async () => {
    const [item] = (await read(await get('/v1/customers'))).items;
    const id = sampleTenantId(1);
    expect(item).to.deep.include({ id, relationshipToPartner: 'reseller', attributes: { objectType: 'Customer' } });
    expect(item).to.have.nested.include({ 'companyProfile.tenantId': id, 'companyProfile.companyName': 'Tenant 1', 'companyProfile.domain': 'tenant1.onmicrosoft.com' });
  });

  it('refuses a continuation without the token, with another size, or of another account', async () => {
    const first = await read(await get('/v1/customers?size=2'));
    const token = first.continuationToken ?? '';
    expect((await get('/v1/customers?size=2&seekOperation=Next')).status).to.equal(400);
    expect((await get('/v1/customers?size=3&seekOperation=Next', { 'MS-ContinuationToken': token })).status).to.equal(400);
    expect((await follow(first, 'second')).status).to.equal(400);
    expect((await follow(first)).status).to.equal(200);
  });

  it('shows each account its own customers only', async () => {
    expect((await read(await get('/v1/customers', {}, 'second'))).items.map(({ id }) => id)).to.deep.equal([sampleTenantId(100), sampleTenantId(101)]);
    expect((await get(`/v1/customers/${sampleTenantId(100)}`)).status).to.equal(404);
    expect((await get(`/v1/customers/${sampleTenantId(1)}`)).status).to.equal(200);
  });

  it('refuses other tokens: none, another audience, another key, an unknown partner', async () => {
    const status = async (token: string) => {
      const response = await fetch(`${simulator.url}/v1/customers`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
      const text = await response.text();
      return [response.status, text ? (JSON.parse(text) as { code: number }).code : undefined];
    };
    const claims = { iss: `${entra.url}/${sampleTenantId(901)}/`, aud: audience, tid: sampleTenantId(901), appid: clientId, idtyp: 'app', nbf: 0, exp: 4e9 };
    expect(await status('')).to.deep.equal([401, undefined]);
    expect(await status(await tokenFor(sampleTenantId(901), 'https://graph.windows.net'))).to.deep.equal([401, 900420]);
    expect(await status(await entra.sign(claims, { key: 'stranger' }))).to.deep.equal([401, 400]);
    expect(await status(await entra.sign({ ...claims, exp: 1 }))).to.deep.equal([401, 400]);
    expect(await status(await entra.sign({ ...claims, tid: sampleTenantId(903), iss: `${entra.url}/${sampleTenantId(903)}/` }))).to.deep.equal([403, 900308]);
    expect(await status(await entra.sign(claims))).to.deep.equal([200, undefined]);
  });

  it('takes its own origin as audience too, as a partner centre of its own', async () => {
    tokens['own'] = await tokenFor(sampleTenantId(901), simulator.url);
    expect((await get('/v1/customers', {}, 'own')).status).to.equal(200);
  });

  it('echoes the request\'s ids', async () => {
    const { headers } = await get('/v1/customers', { 'MS-RequestId': 'r-1', 'MS-CorrelationId': 'c-1' });
    expect([headers.get('ms-requestid'), headers.get('ms-correlationid'), headers.has('ms-cv')]).to.deep.equal(['r-1', 'c-1', true]);
  });

  it('filters by the start of the name', async () => {
    const filter = (Operator: string) => encodeURIComponent(JSON.stringify({ Field: 'CompanyName', Value: 'tenant 7', Operator }));
    expect((await read(await get(`/v1/customers?filter=${filter('starts_with')}`))).items).to.have.length(1);
    expect((await get(`/v1/customers?filter=${filter('contains')}`)).status).to.equal(400);
    expect((await get('/v1/customers?size=0')).status).to.equal(400);
  });

  it('quirk: the next link with version or on another host', async () => {
    expect((await read(await get('/v1/customers?size=2'))).links.next?.uri).to.equal('/customers?size=2&seekOperation=Next');
    withQuirks({ nextUri: 'with-version' });
    expect((await read(await get('/v1/customers?size=2'))).links.next?.uri).to.equal('/v1/customers?size=2&seekOperation=Next');
    withQuirks({ nextUri: 'foreign-host' });
    expect(new URL((await read(await get('/v1/customers?size=2'))).links.next?.uri ?? '').origin).to.not.equal(simulator.url);
  });

  it('quirk: what a continuation may be', async () => {
    const first = await read(await get('/v1/customers?size=2'));
    withQuirks({ continuation: 'no-content' });
    const empty = await follow(first);
    expect([empty.status, Number.isNaN(Date.parse(empty.headers.get('retry-after') ?? ''))]).to.deep.equal([204, false]);
    withQuirks({ continuation: 'not-found' });
    expect((await follow(first)).status).to.equal(404);
  });

  it('quirk: a repeated token, a byte order mark, items without links', async () => {
    withQuirks({ repeatsToken: true, omitsItemLinks: true });
    const first = await read(await get('/v1/customers?size=2'));
    const second = await read(await follow(first));
    expect(second.continuationToken).to.equal(first.continuationToken);
    expect(second.items[0]).to.not.have.property('links');
    withQuirks({ hasByteOrderMark: true });
    const bytes = new Uint8Array(await (await get('/v1/customers')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
  });

  it('throttles by account with Retry-After in seconds', async () => {
    await simulator.close();
    simulator = await startPartnerCenter({ accounts, entra, rateLimit: { requests: 1, windowMs: 60_000 } });
    expect((await get('/v1/customers')).status).to.equal(200);
    expect((await get('/v1/customers', {}, 'second')).status).to.equal(200);
    const refused = await get('/v1/customers');
    expect([refused.status, Number(refused.headers.get('retry-after'))]).to.deep.equal([429, 60]);
    expect(await refused.json()).to.deep.equal({ statusCode: 429, message: 'Rate limit is exceeded. Try again in 60 seconds.' });
  });

  it('has ready-made refusals and takes other accounts while it runs', async () => {
    simulator.faults.next(partnerCenterFaults.needsMfa);
    expect((await get('/v1/customers')).status).to.equal(401);
    simulator.replaceAccounts([{ id: 'first', name: 'First', tenantId: sampleTenantId(901), tenants: sampleTenants(1, 50) }]);
    expect((await read(await get('/v1/customers'))).items.map(({ id }) => id)).to.deep.equal([sampleTenantId(50)]);
  });
});
