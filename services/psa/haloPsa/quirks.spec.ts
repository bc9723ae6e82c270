import { expect } from 'chai';
import { startHaloPsa, type HaloPsaQuirks, type HaloPsaSimulator } from '../../../simulators/haloPsa/startHaloPsa.js';
import { rejection } from '../../../test/support/rejection.js';
import { createTestTools } from '../../../test/support/sourceTools.js';
import type { PsaConnectionId } from '../../domain/ids.js';
import type { PsaAdapter } from '../psaAdapter.js';
import { haloPsa } from './index.js';

const secrets = { clientId: 'client-id', clientSecret: 'client-secret' };
const clients = Array.from({ length: 250 }, (_, index) => ({
  id: index + 1,
  name: `Company ${index}`,
  identifier: `C${index}`,
  website: '',
  emailDomains: [`company-${index}.example`],
  city: `City ${index}`,
  phone: '',
  status: index % 2 === 0 ? 'Customer' : '',
  isInactive: index === 5,
  isDeleted: false,
  tenantIds: [],
}));

describe('HaloPSA: how instances differ', () => {
  let simulator: HaloPsaSimulator;
  let { tools, sleptMs } = createTestTools({});

  beforeEach(async () => {
    simulator = await startHaloPsa({ tenant: 'demo', ...secrets, clients });
    ({ tools, sleptMs } = createTestTools({ extraUpstreamOrigins: [simulator.url] }));
  });
  afterEach(() => simulator.close());

  const connect = (settings: { tenant?: string } = {}) => haloPsa.connect({ psaConnectionId: 'main' as PsaConnectionId, settings: haloPsa.settingsSchema.parse({ baseUrl: `${simulator.url}/`, ...settings }), secrets }, tools);
  const quirk = (change: HaloPsaQuirks) => void Object.assign(simulator.quirks, change);
  const expectAll = async (adapter: PsaAdapter = connect(), expected: readonly { id: number }[] = clients) => {
    const found = await adapter.listCompanies();
    expect(found.kind === 'partial' ? found.why : '').to.equal('');
    expect(found.items.map(({ companyId }) => Number(companyId))).to.deep.equal(expected.map(({ id }) => id));
    return found.items;
  };
  const tokenRequests = () => simulator.requests.filter(({ path }) => path === '/auth/token');

  it('reads past the cap of 100 a page, without the internal client', async () => {
    const items = await expectAll();
    expect(new Set(items.map(({ status }) => status))).to.deep.equal(new Set(['Customer', 'Active', 'Inactive']));
    expect(simulator.requests.filter(({ path }) => path === '/api/Client')).to.have.length(3);
  });

  for (const change of [{ pageCap: null }, { pageCap: 7 }, { omitsTenantId: true }, { needsTenant: true }, { hasLogos: true }] satisfies HaloPsaQuirks[]) {
    it(`reads all with ${JSON.stringify(change)}`, async () => {
      quirk(change);
      await expectAll();
    });
  }

  it('names the tenant of its settings when the instance does not', async () => {
    quirk({ omitsTenantId: true, needsTenant: true });
    expect((await rejection(connect().listCompanies())).code).to.equal('source-unauthorized');
    await expectAll(connect({ tenant: 'demo' }));
    expect(tokenRequests().at(-1)?.query).to.equal('?tenant=demo');
  });

  it('finds the token endpoint without authinfo', async () => {
    simulator.faults.next({ kind: 'status', status: 404, path: /authinfo/ });
    simulator.faults.next({ kind: 'html', status: 200, path: /authinfo/ });
    await expectAll(connect({ tenant: 'demo' }));
    await expectAll(connect({ tenant: 'demo' }));
    expect(simulator.faults.pending).to.equal(0);
  });

  it('sends no secret to an address that authinfo makes up', async () => {
    for (const authUrl of ['https://example.org/auth', 'https://halopsa.com.example.org/auth', 'http://demo.halopsa.com/auth', 'https://u@demo.halopsa.com/auth', 'https://demo.halopsa.com:8443/auth', 'https://evilhalopsa.com', '//example.org', 'http://127.0.0.2:1/auth', 'https://']) {
      quirk({ authUrl });
      expect((await rejection(connect().listCompanies())).code, authUrl).to.equal('source-blocked');
    }
    expect(tokenRequests()).to.deep.equal([]);
  });

  it('signs in once, and again when its token is refused', async () => {
    const adapter = connect();
    await expectAll(adapter);
    await expectAll(adapter);
    expect(tokenRequests()).to.have.length(1);
    simulator.revokeTokens();
    await expectAll(adapter);
    expect(tokenRequests()).to.have.length(2);
  });

  it('waits on its own when 429 says no time', async () => {
    simulator.faults.next({ kind: 'status', status: 429, body: 'Rate Limit Reached - 300 Requests per rolling 5 minute window', path: /page_no=2/ }, 3);
    await expectAll();
    expect(sleptMs).to.have.length(3);
  });

  describe('completeness', () => {
    it('is not claimed when rows are fewer than the count', async () => {
      quirk({ missingRows: 3 });
      expect(await connect().listCompanies()).to.deep.include({ kind: 'partial', why: 'HaloPSA gave only 250 of 253 companies that we can read.', facts: [{ code: 'list-short', system: 'HaloPSA', count: 250, expected: 253, rows: 'companies' }], expected: 253 });
    });

    it('is won by a second look when a client goes away while it reads', async () => {
      // Row 101 slips to the first page, which was read already.
      simulator.faults.next({ kind: 'rewrite', path: /client\?/i, rewrite: (answer) => (simulator.replaceClients(clients.slice(1)), answer) });
      await expectAll(connect(), clients.slice(1));
    });

    it('is not claimed when clients keep going away', async () => {
      let gone = 0;
      simulator.faults.next({ kind: 'rewrite', path: /client\?.*page_no=1(?!\d)/i, rewrite: (answer) => (simulator.replaceClients(clients.slice((gone += 1))), answer) }, 2);
      expect(await connect().listCompanies()).to.include({ kind: 'partial', why: 'The list of companies changed while it was read, so some may be missing.' });
    });

    it('is kept without the right to read sites and users, which only help', async () => {
      simulator.faults.next({ kind: 'status', status: 403, path: /\/(site|users)\?/i }, 9);
      const items = await expectAll();
      expect(items.flatMap(({ emailDomains, city }) => [...emailDomains, city]).join('')).to.equal('');
    });

    it('is not claimed when the users could not all be read', async () => {
      simulator.faults.next({ kind: 'status', status: 500, path: /users\?.*page_no=2/i }, 9);
      const found = await connect().listCompanies();
      expect(found).to.include({ kind: 'partial', why: 'The sites and users could not all be read, so some companies lack e-mail domains.' });
      expect(found.items).to.have.length(clients.length);
    });
  });
});
