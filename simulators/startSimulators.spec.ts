import { expect } from 'chai';
import { settingsFileSchema } from '../services/runtime/settingsFile.js';
import { areAnchorsAllowed, trustAnchorsSchema } from '../services/runtime/trustAnchors.js';
import { demoIds } from './demoIds.js';
import { sampleCompanies, sampleTenantId, sampleTenants } from '../test/support/sampleRecords.js';
import type { Msp } from './seed/msp.js';
import { startSimulators, type Simulators } from './startSimulators.js';

const msp: Msp = {
  orgId: sampleTenantId(900),
  name: 'Demo MSP',
  people: [{ userId: sampleTenantId(910), name: 'Demo Admin', role: 'admin' }],
  partnerAccounts: [
    { id: 'partner-one', name: 'Partner One', tenantId: sampleTenantId(901), tenants: sampleTenants(5) },
    { id: 'partner-two', name: 'Partner Two', tenantId: sampleTenantId(902), tenants: sampleTenants(1, 50) },
  ],
  connectWise: sampleCompanies(5),
  haloPsa: sampleCompanies(4),
  truth: {},
};

describe('simulators/startSimulators', () => {
  let simulators: Simulators;
  before(async () => {
    simulators = await startSimulators({ msp, pageSizes: { partnerCenter: 2, connectWise: 2, haloPsa: 3 }, teamsOrigin: 'http://127.0.0.1:4000' });
  });
  after(() => simulators.close());

  async function appToken(tenantId: string, clientId: string, secretName: string, scope: string) {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: simulators.env[secretName] ?? '', scope });
    const response = await fetch(`${simulators.entra.url}/${tenantId}/oauth2/v2.0/token`, { method: 'POST', body });
    return ((await response.json()) as { access_token?: string }).access_token;
  }

  it('says how the app is set up, in the shapes that the app reads', () => {
    expect(settingsFileSchema.parse(simulators.settings)).to.deep.equal(simulators.settings);
    expect(trustAnchorsSchema.parse(simulators.anchors)).to.deep.equal(simulators.anchors);
    expect(simulators.anchors).to.deep.include({ botServiceOrigins: ['http://127.0.0.1:4000'], frameAncestors: ['http://127.0.0.1:4000'] });
    expect(simulators.anchorsFor('http://127.0.0.1:4001').botServiceOrigins).to.deep.equal(['http://127.0.0.1:4001']);
    expect(areAnchorsAllowed(simulators.anchors, '0.0.0.0')).to.equal(false);
  });

  it('holds no secret in the settings, and one variable for each that they name', () => {
    const { settings, env } = simulators;
    const names = [...settings.partnerAccounts.map(({ secrets }) => secrets.clientSecret), ...settings.psaConnections.flatMap(({ secrets }) => Object.values(secrets)), 'BOT_PASSWORD'];
    expect(new Set(names.map((name) => env[name])).size).to.equal(names.length);
    for (const name of names) {
      expect(env[name]).to.have.length.greaterThan(20);
      expect(JSON.stringify([settings, simulators.anchors])).to.not.contain(env[name]);
    }
    expect(env).to.include({ BOT_TYPE: 'SingleTenant', BOT_TENANT_ID: msp.orgId, BOT_ID: demoIds.botId, TAB_CLIENT_ID: demoIds.tabClientId, TEAMS_APP_ID: demoIds.teamsAppId });
  });

  it('lets the settings in: each partner account sees its customers', async () => {
    const counts = await Promise.all(
      simulators.settings.partnerAccounts.map(async ({ tenantId, clientId, secrets }) => {
        const token = await appToken(tenantId, clientId, secrets.clientSecret, 'https://api.partnercenter.microsoft.com/.default');
        const response = await fetch(`${simulators.partnerCenter.url}/v1/customers?size=500`, { headers: { authorization: `Bearer ${token ?? ''}` } });
        return ((await response.json()) as { totalCount: number }).totalCount;
      }),
    );
    expect(counts).to.deep.equal([2, 1]);
  });

  it('lets the settings in: the PSAs, with small pages', async () => {
    const { env } = simulators;
    const key = Buffer.from(`${demoIds.connectWiseCompanyId}+${env['CONNECTWISE_PUBLIC_KEY'] ?? ''}:${env['CONNECTWISE_PRIVATE_KEY'] ?? ''}`).toString('base64');
    const companies = await fetch(`${simulators.connectWise?.url ?? ''}/v4_6_release/apis/3.0/company/companies?pageSize=1000`, { headers: { authorization: `Basic ${key}`, clientid: demoIds.connectWiseClientId } });
    expect(await companies.json()).to.have.length(2);
    const halo = simulators.haloPsa?.url ?? '';
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: env['HALOPSA_CLIENT_ID'] ?? '', client_secret: env['HALOPSA_CLIENT_SECRET'] ?? '', scope: 'all' });
    const { access_token: token } = (await (await fetch(`${halo}/auth/token?tenant=demo`, { method: 'POST', body: form })).json()) as { access_token: string };
    const clients = await fetch(`${halo}/api/Client?pageinate=true&page_size=100`, { headers: { authorization: `Bearer ${token}` } });
    expect(await clients.json()).to.have.property('clients').with.length(3);
  });

  it('shows another day: other rows, and what goes wrong with them, so often', async () => {
    const changing = await startSimulators({ msp });
    try {
      const key = Buffer.from(`${demoIds.connectWiseCompanyId}+${changing.env['CONNECTWISE_PUBLIC_KEY'] ?? ''}:${changing.env['CONNECTWISE_PRIVATE_KEY'] ?? ''}`).toString('base64');
      const list = async () => {
        const response = await fetch(`${changing.connectWise?.url ?? ''}/v4_6_release/apis/3.0/company/companies?pageSize=10`, { headers: { authorization: `Basic ${key}`, clientid: demoIds.connectWiseClientId } });
        return response.ok ? ((await response.json()) as { name: string; _info: { lastUpdated: string } }[]).map(({ name, _info }) => ({ name, at: _info.lastUpdated })) : [];
      };
      const before = await list();
      const connectWise = sampleCompanies(5).map((company) => (company.id === 2 ? { ...company, name: 'Renamed' } : company));
      changing.change({ msp: { ...msp, connectWise }, faults: [{ simulator: 'connectWise', fault: { kind: 'status', status: 503 }, times: 1 }] });
      expect(await list()).to.deep.equal([]);
      const after = await list();
      // Only what changed has a new time, by which the app finds it.
      expect(after.filter(({ at }, index) => at !== before[index]?.at).map(({ name }) => name)).to.deep.equal(['Renamed']);
      expect(after).to.have.lengthOf(before.length);
    } finally {
      await changing.close();
    }
  });

  it('gives the bot a token for the Bot Connector and for nothing else', async () => {
    const token = await appToken(msp.orgId, demoIds.botId, 'BOT_PASSWORD', 'https://api.botframework.com/.default');
    expect(await simulators.entra.verifyAppToken(token ?? '', 'https://api.botframework.com')).to.include({ appid: demoIds.botId });
    expect(await appToken(msp.orgId, demoIds.botId, 'BOT_PASSWORD', 'https://api.partnercenter.microsoft.com/.default')).to.equal(undefined);
  });

  it('starts only what the MSP has, with other secrets each time', async () => {
    const { haloPsa = [], ...rest } = msp;
    const others = await startSimulators({ msp: { orgId: rest.orgId, name: rest.name, people: rest.people, partnerAccounts: rest.partnerAccounts, truth: {}, haloPsa } });
    try {
      expect(others.connectWise).to.equal(undefined);
      expect(others.settings.psaConnections.map(({ id }) => id)).to.deep.equal(['halopsa']);
      expect(others.env['BOT_PASSWORD']).to.not.equal(simulators.env['BOT_PASSWORD']);
      expect(others.settings.partnerAccounts).to.deep.equal(simulators.settings.partnerAccounts);
    } finally {
      await others.close();
    }
  });
});
