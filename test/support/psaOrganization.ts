import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { PsaConnectionId } from '../../services/domain/ids.js';
import type { AccountTenant } from '../../services/domain/tenant.js';
import { createServices, type ConnectedSources, type Services } from '../../services/index.js';
import { autotask } from '../../services/psa/autotask/index.js';
import { connectWise } from '../../services/psa/connectWise/index.js';
import { haloPsa } from '../../services/psa/haloPsa/index.js';
import type { PsaAdapter } from '../../services/psa/psaAdapter.js';
import { openSqliteStore } from '../../services/storage/sqlite/openSqliteStore.js';
import type { Store } from '../../services/storage/ports.js';
import { startAutotask } from '../../simulators/autotask/startAutotask.js';
import { startConnectWise } from '../../simulators/connectWise/startConnectWise.js';
import { startHaloPsa } from '../../simulators/haloPsa/startHaloPsa.js';
import type { ApiSimulator } from '../../simulators/router.js';
import type { MspCompany } from '../../simulators/seed/msp.js';
import { fixedConnections } from './connectionParts.js';
import { createTestTools } from './sourceTools.js';
import { accountOne, orgId } from './testOrganization.js';

export const mainPsa = 'main' as PsaConnectionId;

/** A PSA that runs as a simulator, and the adapter that is connected to it. `ordersAt`: where companies are created. */
export type TestPsa = { readonly name: string; readonly simulator: ApiSimulator; readonly adapter: PsaAdapter; readonly ordersAt: RegExp };
type StartPsa = (companies: readonly MspCompany[]) => Promise<TestPsa>;

/** `tenantIdField` of each is the one that its simulator has. */
export const psaSimulators: Readonly<Record<'ConnectWise' | 'HaloPSA' | 'Autotask', StartPsa>> = {
  async ConnectWise(companies) {
    const simulator = await startConnectWise({ company: { companyId: 'demomsp', publicKey: 'public', privateKey: 'private', clientId: '00000000-0000-4000-8000-000000000000' }, companies });
    const settings = connectWise.settingsSchema.parse({ site: simulator.url, companyId: 'demomsp', clientId: '00000000-0000-4000-8000-000000000000', tenantIdField: 'Tenant ID' });
    return { name: 'ConnectWise', simulator, ordersAt: /company\/companies$/, adapter: connectWise.connect({ psaConnectionId: mainPsa, settings, secrets: { publicKey: 'public', privateKey: 'private' } }, toolsFor(simulator)) };
  },
  async HaloPSA(clients) {
    const simulator = await startHaloPsa({ tenant: 'demo', clientId: 'client', clientSecret: 'secret', clients });
    const settings = haloPsa.settingsSchema.parse({ baseUrl: simulator.url, tenant: 'demo', tenantIdField: 'CFTenantID' });
    return { name: 'HaloPSA', simulator, ordersAt: /api\/Client$/, adapter: haloPsa.connect({ psaConnectionId: mainPsa, settings, secrets: { clientId: 'client', clientSecret: 'secret' } }, toolsFor(simulator)) };
  },
  async Autotask(companies) {
    const simulator = await startAutotask({ user: { userName: 'api@demo-msp.example', secret: 'secret', integrationCode: 'code' }, companies });
    const settings = autotask.settingsSchema.parse({ userName: 'api@demo-msp.example', zoneLookup: simulator.url, tenantIdField: 'M365 Tenant ID' });
    return { name: 'Autotask', simulator, ordersAt: /\/Companies$/, adapter: autotask.connect({ psaConnectionId: mainPsa, settings, secrets: { secret: 'secret', integrationCode: 'code' } }, toolsFor(simulator)) };
  },
};

function toolsFor({ url }: ApiSimulator) {
  return createTestTools({ extraUpstreamOrigins: [url] }).tools;
}

export type PsaOrganization = { readonly psa: TestPsa; readonly services: Services; readonly store: Store; /** How many orders to create a company were sent. */ orders(): number; /** A second process on the same data. */ beside(): Services; close(): Promise<void> };

/** The service layer over the embedded store, with one partner account whose tenants the spec gives, and one simulated PSA. Already synced. */
export async function openPsaOrganization(start: StartPsa, tenants: readonly AccountTenant[], companies: readonly MspCompany[]): Promise<PsaOrganization> {
  const psa = await start(companies);
  const folder = mkdtempSync(join(tmpdir(), 'tenant-mapper-psa-'));
  const logger = pino({ level: 'silent' });
  const store = await openSqliteStore({ folder, logger });
  let tick = Date.parse('2026-03-01T08:00:00Z');
  const clock = { now: () => new Date((tick += 1000)) };
  const sources: ConnectedSources = {
    partnerAccounts: [{ partnerAccountId: accountOne, name: 'Account one', partnerCenter: { listTenants: () => Promise.resolve({ kind: 'complete', items: tenants }), checkAccess: () => Promise.resolve({ count: tenants.length, limits: [] }) } }],
    psaConnections: [{ psaConnectionId: mainPsa, psaId: psa.name, psaName: psa.name, name: psa.name, adapter: psa.adapter }],
  };
  const open = () => createServices({ store, connections: { connectionsOf: () => Promise.resolve(sources) }, ...fixedConnections(store), clock, logger });
  const opened = [open()];
  const [services = open()] = opened;
  await services.syncSources({ orgId });
  return {
    psa,
    services,
    store,
    orders: () => psa.simulator.requests.filter(({ method, path }) => method === 'POST' && psa.ordersAt.test(path)).length,
    beside() {
      const other = open();
      opened.push(other);
      return other;
    },
    async close() {
      for (const one of opened) await one.close();
      await store.close();
      await psa.simulator.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
