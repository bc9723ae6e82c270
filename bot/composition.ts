import { createSecretVault, createServices, type ConnectedSources, type ConnectionDirectory, type ConnectionType, type SecretVault, type Services } from '../services/index.js';
import { parseOrgId, type PartnerAccountId, type PsaConnectionId } from '../services/domain/ids.js';
import { connectPartnerCenter } from '../services/partnerCenter/index.js';
import { partnerCenterAlternativeSecretNames, partnerCenterOptionalSecretNames, partnerCenterSecretLabels, partnerCenterSecretNames, partnerCenterSecretProblem, partnerCenterSettings } from '../services/partnerCenter/definition.js';
import { findPsa, psas } from '../services/psa/registry.js';
import { systemClock, type Clock } from '../services/runtime/clock.js';
import { loadConfig, type Config, type PsaConnectionConfig } from '../services/runtime/config.js';
import { AppError, toAppError } from '../services/runtime/errors.js';
import { createHttpClient } from '../services/runtime/httpClient.js';
import type { Logger } from '../services/runtime/logger.js';
import { openKeyRing } from '../services/runtime/secrets/openKeyRing.js';
import type { SourceTools } from '../services/runtime/sourceTools.js';
import { createUpstreamGuard } from '../services/runtime/upstreamGuard.js';
import { openMongoStore } from '../services/storage/mongo/openMongoStore.js';
import { openPatiently } from '../services/storage/openPatiently.js';
import type { Store } from '../services/storage/ports.js';
import { openSqliteStore } from '../services/storage/sqlite/openSqliteStore.js';
import { createChat } from './chat/createChat.js';
import { runNotifier } from './chat/notifications/runNotifier.js';
import { runSyncSchedule } from './runSyncSchedule.js';
import { startServer } from './server.js';

/** AppError `configuration` names every missing or wrong setting. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  return loadConfig(env, findPsa);
}

export type App = {
  readonly url: string;
  /** Rejects when the app can't go on: the database, away at the start, refuses for good now that it is there. */
  readonly ready: Promise<void>;
  /** Lets running requests end, then closes the database. */
  close(): Promise<void>;
};
type AppParts = { readonly config: Config; readonly logger: Logger; /** Where the built tab lies. */ readonly tabFolder: string; readonly clock?: Clock };

/** The one place that names concrete adapters. Resolves when the server listens; the first pull of the sources then runs beside it. */
export async function startApp({ config, logger, tabFolder, clock = systemClock }: AppParts): Promise<App> {
  const stop = new AbortController();
  const { store, opened } = await openStore(config, logger, stop.signal);
  try {
    const tools = { http: createHttpClient({ logger, clock, anchors: config.anchors }), clock, logger, anchors: config.anchors };
    const vault = createSecretVault(store.secrets, openKeyRing(config.secrets, { identity: config.identity, anchors: config.anchors, clock, logger }), clock);
    const services = createServices({ store, connections: createDirectory(config, tools), connectionTypes: connectionTypesOf(tools), vault, guard: createUpstreamGuard(config.anchors), clock, logger });
    const chat = createChat({ config, services, logger, clock });
    const server = await startServer({ config, services, chat, clock, logger, tabFolder });
    const ready = opened.then(() => requireKey(vault, config, logger)).then(() => tidyUp(services, config, logger));
    const schedule = ready.then(() => runSyncSchedule({ orgId: config.organization.orgId, services, clock, logger, intervalMinutes: config.syncIntervalMinutes, signal: stop.signal, afterPull: chat.tellNews }));
    const notifier = ready.then(() => runNotifier({ tellNews: chat.tellNews, signal: stop.signal }));
    // Whoever started the app learns it from `ready`.
    for (const work of [schedule, notifier]) work.catch(() => undefined);
    return {
      url: server.url,
      ready,
      async close() {
        stop.abort();
        await server.close();
        await Promise.allSettled([schedule, notifier]);
        await services.close();
        await store.close();
      },
    };
  } catch (thrown) {
    await store.close();
    throw thrown;
  }
}

/** AppError `configuration` when the stored secrets were sealed with another key. That the key is out of reach for now keeps nobody waiting. */
async function requireKey(vault: SecretVault, { organization }: Config, logger: Logger): Promise<void> {
  const orgId = parseOrgId(organization.orgId);
  try {
    if (orgId) await vault.check(orgId);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code === 'configuration') throw error;
    logger.warn({ code: error.code, err: error }, 'the key of the stored secrets could not be tried');
  }
}

/** What a crash left behind. That it can't be removed now keeps nobody waiting. */
async function tidyUp({ removeLeftovers }: Services, { organization }: Config, logger: Logger): Promise<void> {
  const orgId = parseOrgId(organization.orgId);
  if (orgId) await removeLeftovers({ orgId }).catch((error: unknown) => logger.warn({ err: error }, 'what no connection uses could not be looked for'));
}

/** The embedded database is there or will never be; a server elsewhere may come later. */
async function openStore({ storage }: Config, logger: Logger, signal: AbortSignal): Promise<{ readonly store: Store; readonly opened: Promise<void> }> {
  switch (storage.kind) {
    case 'sqlite':
      return { store: await openSqliteStore({ folder: storage.folder, logger }), opened: Promise.resolve() };
    case 'mongo':
      return openPatiently(() => openMongoStore({ uri: storage.uri, logger }), { logger, signal });
  }
}

/** The connections of the one organization that the settings file names; any other has none. */
function createDirectory(config: Config, tools: SourceTools): ConnectionDirectory {
  const sources: ConnectedSources = {
    partnerAccounts: config.partnerAccounts.map(({ id, name, tenantId, clientId, clientSecret }) => {
      const partnerAccountId = id as PartnerAccountId;
      return { partnerAccountId, name, partnerCenter: connectPartnerCenter({ partnerAccountId, name, tenantId, clientId, clientSecret }, tools) };
    }),
    psaConnections: config.psaConnections.map((connection) => connectPsa(connection, tools)),
  };
  const none: ConnectedSources = { partnerAccounts: [], psaConnections: [] };
  return { connectionsOf: (orgId) => Promise.resolve(orgId === config.organization.orgId ? sources : none) };
}

function connectPsa({ id, name, psaId, settings, secrets }: PsaConnectionConfig, tools: SourceTools): ConnectedSources['psaConnections'][number] {
  const psa = findPsa(psaId);
  if (!psa) throw new AppError('configuration', `there is no PSA called ${psaId}`);
  const psaConnectionId = id as PsaConnectionId;
  return { psaConnectionId, psaId, psaName: psa.name, name, adapter: psa.connect({ psaConnectionId, settings, secrets }, tools) };
}

/** What people may add on the Connections page. */
function connectionTypesOf(tools: SourceTools): ConnectionType[] {
  return [
    ...psas.map((psa): ConnectionType => ({ ...psa, kind: 'psa-connection', typeId: psa.psaId, connect: (psaConnectionId, access) => psa.connect({ psaConnectionId, ...access }, tools) })),
    {
      kind: 'partner-account',
      typeId: 'partnerCenter',
      name: 'Microsoft Partner Center account',
      settingsSchema: partnerCenterSettings,
      secretNames: partnerCenterSecretNames,
      optionalSecretNames: partnerCenterOptionalSecretNames,
      alternativeSecretNames: partnerCenterAlternativeSecretNames,
      secretProblem: partnerCenterSecretProblem,
      secretLabels: partnerCenterSecretLabels,
      connect: (partnerAccountId, { name, settings, secrets, rotating }) =>
        connectPartnerCenter({ partnerAccountId, name, ...partnerCenterSettings.parse(settings), ...(secrets['certificate'] === undefined ? { clientSecret: secrets['clientSecret'] ?? '' } : { certificatePem: secrets['certificate'] }), refreshTokens: rotating['refreshToken'] }, tools),
    },
  ];
}
