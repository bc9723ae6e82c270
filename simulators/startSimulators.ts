import { randomBytes, randomUUID } from 'node:crypto';
import type { SettingsFile } from '../services/runtime/settingsFile.js';
import { microsoftAnchors, type TrustAnchors } from '../services/runtime/trustAnchors.js';
import { startConnectWise, type ConnectWiseSimulator } from './connectWise/startConnectWise.js';
import { demoIds, partnerAppClientId } from './demoIds.js';
import { startEntra, type Entra } from './entra/startEntra.js';
import { startGraph, type GraphSimulator } from './graph/startGraph.js';
import { startHaloPsa, type HaloPsaSimulator } from './haloPsa/startHaloPsa.js';
import { startPartnerCenter, type PartnerCenterSimulator } from './partnerCenter/startPartnerCenter.js';
import type { Msp, MspCompany } from './seed/msp.js';

type Options = {
  readonly msp: Msp;
  /** Default: any free ones. */
  readonly ports?: { readonly entra?: number; readonly partnerCenter?: number; readonly graph?: number; readonly connectWise?: number; readonly haloPsa?: number };
  /** Caps per page, for small data to have several pages. Default: the products' own. */
  readonly pageSizes?: { readonly partnerCenter?: number; readonly connectWise?: number; readonly haloPsa?: number };
  readonly latencyMs?: number;
  /** PEM: registered for the app of every partner account, beside its client secret. */
  readonly certificates?: readonly string[];
  /** Where the Teams simulator is or will be. Without it `anchors` trusts no bot service that exists: see `anchorsFor`. */
  readonly teamsOrigin?: string;
};

export type Simulators = {
  readonly entra: Entra;
  readonly partnerCenter: PartnerCenterSimulator;
  readonly graph: GraphSimulator;
  readonly connectWise: ConnectWiseSimulator | undefined;
  readonly haloPsa: HaloPsaSimulator | undefined;
  /** For SETTINGS_FILE. */
  readonly settings: SettingsFile;
  /** The variables that the app needs beside SETTINGS_FILE and TRUST_ANCHORS_FILE, the secrets included. */
  readonly env: Readonly<Record<string, string>>;
  /** For TRUST_ANCHORS_FILE. */
  readonly anchors: TrustAnchors;
  anchorsFor(teamsOrigin: string): TrustAnchors;
  /** What the sources list from now on, and how they misbehave. */
  readonly change: (change: WorldChange) => void;
  close(): Promise<void>;
};

/** What happens to the MSP while the app runs. Plain data: it may come from another process. */
export type WorldChange = {
  /** The same partner accounts and PSAs, with other rows. */
  readonly msp: Msp;
  readonly faults?: readonly { readonly simulator: 'partnerCenter' | 'connectWise' | 'haloPsa'; readonly fault: { readonly kind: 'status'; readonly status: number } | { readonly kind: 'slow'; readonly delayMs: number }; readonly times: number }[];
};

type PsaConnection = SettingsFile['psaConnections'][number];

/** Starts the stand-ins for everything that the MSP has, with new secrets each time, and says how the app must be set up to use them. */
export async function startSimulators({ msp, ports = {}, pageSizes = {}, latencyMs, certificates = [], teamsOrigin = 'http://127.0.0.1:9' }: Options): Promise<Simulators> {
  const secrets = makeSecrets(msp);
  const secret = (variable: string) => secrets[variable] ?? '';
  const entra = await startEntra({
    port: ports.entra,
    apps: [
      ...msp.partnerAccounts.map(({ id, tenantId }) => ({ tenantId, clientId: partnerAppClientId(id), clientSecret: secret(partnerSecretName(id)), certificates })),
      { tenantId: msp.orgId, clientId: demoIds.botId, clientSecret: secret('BOT_PASSWORD'), audiences: ['https://api.botframework.com'] },
    ],
  });
  const partnerCenter = await startPartnerCenter({ port: ports.partnerCenter, accounts: msp.partnerAccounts, entra, pageSize: pageSizes.partnerCenter, latencyMs });
  const graph = await startGraph({ port: ports.graph, accounts: msp.partnerAccounts, entra, latencyMs });
  const connectWise =
    msp.connectWise &&
    (await startConnectWise({
      port: ports.connectWise,
      latencyMs,
      company: { companyId: demoIds.connectWiseCompanyId, publicKey: secret('CONNECTWISE_PUBLIC_KEY'), privateKey: secret('CONNECTWISE_PRIVATE_KEY'), clientId: demoIds.connectWiseClientId },
      companies: msp.connectWise,
      quirks: { pageCap: pageSizes.connectWise },
    }));
  const haloPsa =
    msp.haloPsa &&
    (await startHaloPsa({ port: ports.haloPsa, latencyMs, tenant: demoIds.haloPsaTenant, clientId: secret('HALOPSA_CLIENT_ID'), clientSecret: secret('HALOPSA_CLIENT_SECRET'), clients: msp.haloPsa, pageCap: pageSizes.haloPsa }));

  let current = msp;
  const psas = [connectWise, haloPsa].filter((psa) => psa !== undefined);
  const anchorsFor = (origin: string): TrustAnchors => ({
    ...microsoftAnchors,
    entraAuthority: entra.url,
    botIssuer: entra.url,
    botOpenIdMetadataUrl: `${entra.url}/v1/.well-known/openidconfiguration`,
    botServiceOrigins: [origin],
    partnerCenterOrigin: partnerCenter.url,
    graphOrigin: graph.url,
    extraUpstreamOrigins: psas.map(({ url }) => url),
    frameAncestors: [origin],
  });
  return {
    entra,
    partnerCenter,
    graph,
    connectWise,
    haloPsa,
    settings: describeSettings(msp, { connectWise, haloPsa }),
    env: { ...secrets, TEAMS_APP_ID: demoIds.teamsAppId, TAB_CLIENT_ID: demoIds.tabClientId, BOT_ID: demoIds.botId, BOT_TYPE: 'SingleTenant', BOT_TENANT_ID: msp.orgId },
    anchors: anchorsFor(teamsOrigin),
    anchorsFor,
    change({ msp: next, faults = [] }) {
      const changedAt = new Date().toISOString();
      partnerCenter.replaceAccounts(next.partnerAccounts);
      connectWise?.replaceCompanies(next.connectWise ?? [], { companies: new Map(changedCompanies(current.connectWise, next.connectWise).map(({ id }) => [id, changedAt])) });
      haloPsa?.replaceClients(next.haloPsa ?? []);
      current = next;
      for (const { simulator, fault, times } of faults) ({ partnerCenter, connectWise, haloPsa })[simulator]?.faults.next(fault, times);
    },
    close: async () => void (await Promise.all([entra, partnerCenter, graph, ...psas].map((simulator) => simulator.close()))),
  };
}

function changedCompanies(before: readonly MspCompany[] = [], after: readonly MspCompany[] = []): MspCompany[] {
  const known = new Map(before.map((company) => [company.id, JSON.stringify(company)]));
  return after.filter((company) => known.get(company.id) !== JSON.stringify(company));
}

function makeSecrets({ partnerAccounts, connectWise, haloPsa }: Msp): Record<string, string> {
  const random = () => randomBytes(24).toString('base64url');
  return {
    BOT_PASSWORD: random(),
    ...Object.fromEntries(partnerAccounts.map(({ id }) => [partnerSecretName(id), random()])),
    ...(connectWise ? { CONNECTWISE_PUBLIC_KEY: random(), CONNECTWISE_PRIVATE_KEY: random() } : {}),
    ...(haloPsa ? { HALOPSA_CLIENT_ID: randomUUID(), HALOPSA_CLIENT_SECRET: random() } : {}),
  };
}

const partnerSecretName = (accountId: string) => `PARTNER_${accountId.toUpperCase().replaceAll('-', '_')}_CLIENT_SECRET`;

function describeSettings(msp: Msp, { connectWise, haloPsa }: { connectWise: ConnectWiseSimulator | undefined; haloPsa: HaloPsaSimulator | undefined }): SettingsFile {
  const psaConnections: PsaConnection[] = [];
  if (connectWise) {
    const settings = { site: connectWise.url, companyId: demoIds.connectWiseCompanyId, clientId: demoIds.connectWiseClientId, tenantIdField: 'Tenant ID' };
    psaConnections.push({ id: 'connectwise', name: 'ConnectWise', psa: 'connectWise', settings, secrets: { publicKey: 'CONNECTWISE_PUBLIC_KEY', privateKey: 'CONNECTWISE_PRIVATE_KEY' } });
  }
  if (haloPsa) {
    const settings = { baseUrl: haloPsa.url, tenant: demoIds.haloPsaTenant, tenantIdField: 'CFTenantID' };
    psaConnections.push({ id: 'halopsa', name: 'HaloPSA', psa: 'haloPsa', settings, secrets: { clientId: 'HALOPSA_CLIENT_ID', clientSecret: 'HALOPSA_CLIENT_SECRET' } });
  }
  return {
    organization: { orgId: msp.orgId, name: msp.name },
    defaultRole: 'none',
    people: msp.people.map(({ userId, role }) => ({ userId, role })),
    partnerAccounts: msp.partnerAccounts.map(({ id, name, tenantId }) => ({ id, name, tenantId, clientId: partnerAppClientId(id), secrets: { clientSecret: partnerSecretName(id) } })),
    psaConnections,
  };
}
