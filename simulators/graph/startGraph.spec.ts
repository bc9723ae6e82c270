import { expect } from 'chai';
import { startEntra, type Entra } from '../entra/startEntra.js';
import { startGraph, type GraphSimulator } from './startGraph.js';

const tenantId = '11111111-1111-4111-8111-111111111111';
const clientId = '22222222-2222-4222-8222-222222222222';
const customer = (n: number) => ({ tenantId: `0b6f6a0e-5a1d-4a52-9d1e-${String(n).padStart(12, '0')}`, name: `Customer ${n}`, domain: `customer${n}.example`, relationship: 'advisor' });
type Body = { value?: { tenantId: string }[]; '@odata.nextLink'?: string; error?: { code: string }; tenantId?: string };

describe('simulators/graph', () => {
  let entra: Entra;
  let graph: GraphSimulator;
  let token = '';
  before(async () => {
    entra = await startEntra({ apps: [tenantId, customer(1).tenantId].map((tenant) => ({ tenantId: tenant, clientId, clientSecret: 'right' })) });
    graph = await startGraph({ entra, accounts: [{ id: 'main', name: 'Main', tenantId, tenants: [customer(9)], delegated: [1, 2, 3, 4, 5].map(customer) }], pageSize: 2 });
    token = await tokenOf(tenantId);
  });
  after(() => Promise.all([entra.close(), graph.close()]));

  async function tokenOf(tenant: string, resource = 'https://graph.microsoft.com'): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'right', scope: `${resource}/.default` });
    return ((await (await fetch(`${entra.url}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body })).json()) as { access_token: string }).access_token;
  }
  async function get(path: string, bearer = token) {
    const response = await fetch(path.startsWith('http') ? path : graph.url + path, { headers: { authorization: `Bearer ${bearer}` } });
    return { status: response.status, body: (await response.json()) as Body };
  }
  const list = '/v1.0/tenantRelationships/delegatedAdminCustomers';

  it('pages through the delegated customers by its own links', async () => {
    const seen: string[] = [];
    for (let next: string | undefined = `${list}?$top=300`; next; ) {
      const { body }: { body: Body } = await get(next);
      seen.push(...(body.value ?? []).map((row) => row.tenantId));
      next = body['@odata.nextLink'];
    }
    expect(seen).to.deep.equal([1, 2, 3, 4, 5].map((n) => customer(n).tenantId));
  });

  it('refuses odd pages, other audiences, tenants that are no partners, and apps without the permission', async () => {
    expect((await get(`${list}?$top=301`)).status).to.equal(400);
    expect((await get(`${list}?$skiptoken=x`)).status).to.equal(400);
    expect((await get(list, await tokenOf(tenantId, 'https://api.partnercenter.microsoft.com'))).body.error?.code).to.equal('InvalidAuthenticationToken');
    expect((await get(list, await tokenOf(customer(1).tenantId))).status).to.equal(403);
    graph.quirks.lacksPermission = true;
    expect((await get(list)).body.error?.code).to.equal('Authorization_RequestDenied');
    graph.quirks.lacksPermission = false;
  });

  it('tells whose tenant a domain or an id is, and the domains of the tenant that asks', async () => {
    const by = (call: string) => get(`/v1.0/tenantRelationships/${call}`);
    expect((await by("findTenantInformationByDomainName(domainName='customer9.example')")).body.tenantId).to.equal(customer(9).tenantId);
    expect((await by(`findTenantInformationByTenantId(tenantId='${customer(2).tenantId}')`)).body).to.include({ displayName: 'Customer 2', defaultDomainName: 'customer2.example' });
    expect((await by("findTenantInformationByDomainName(domainName='nobody.example')")).status).to.equal(404);
    expect((await get('/v1.0/domains', await tokenOf(customer(1).tenantId))).body.value).to.have.length(1);
  });
});
