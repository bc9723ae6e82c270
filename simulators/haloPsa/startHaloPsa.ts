import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { createRateMeter, type RateLimit } from '../rateLimit.js';
import { serve, type Answer, type ApiSimulator, type Route, type SimulatorRequest } from '../router.js';
import type { MspCompany } from '../seed/msp.js';
import { createAccessTokens, type HaloPsaCredentials } from './accessTokens.js';
import { haloPsaFaults } from './haloPsaErrors.js';
import { answerPage, isTrue } from './page.js';
import type { HaloPsaQuirks } from './quirks.js';
import { makeClients, presentAzureConnection, tenantFieldId, presentClient, presentSite, presentTenants, presentUsers, type HaloClient } from './records.js';
import { saveClients } from './saveClients.js';
import { selectClients } from './selectClients.js';

export type { HaloPsaCredentials } from './accessTokens.js';
export type { HaloPsaQuirks } from './quirks.js';

/** `quirks` may be changed while it runs. */
export type HaloPsaSimulator = ApiSimulator & {
  readonly quirks: HaloPsaQuirks;
  replaceClients(clients: readonly MspCompany[]): void;
  /** Every access token handed out so far is refused from now on. */
  revokeTokens(): void;
};

type Options = HaloPsaCredentials & {
  readonly port?: number | undefined;
  readonly clients: readonly MspCompany[];
  /** The same as `quirks.pageCap`. */
  readonly pageCap?: number | null | undefined;
  readonly tokenLifetimeSeconds?: number;
  readonly latencyMs?: number | undefined;
  /** Default: none. Instances were seen with 300 in 5 minutes. */
  readonly rateLimit?: RateLimit | undefined;
  readonly clock?: Clock;
  readonly quirks?: HaloPsaQuirks;
};

type State = { clients: HaloClient[]; readonly quirks: HaloPsaQuirks };

/** Stands for a hosted HaloPSA: clients, users, sites and the tenants that clients are tied to. Paths in any letter case. */
export async function startHaloPsa({ port, tenant, clientId, clientSecret, clients, pageCap, tokenLifetimeSeconds = 3600, latencyMs, rateLimit, clock = systemClock, quirks = {} }: Options): Promise<HaloPsaSimulator> {
  const state: State = { clients: makeClients(clients), quirks: { ...(pageCap === undefined ? {} : { pageCap }), ...quirks } };
  const tokens = createAccessTokens({ tenant, clientId, clientSecret }, tokenLifetimeSeconds, clock);
  const meter = createRateMeter(rateLimit, clock);
  const guarded = (route: Route): Route => ({
    ...route,
    handle: (request) => {
      if (!tokens.isValid(request.headers.authorization)) return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
      return meter('instance') > 0 ? haloPsaFaults.throttled : route.handle(request);
    },
  });

  const simulator = await serve({
    port,
    latencyMs,
    ignoresCase: true,
    routes: [
      { method: 'GET', path: '/api/authinfo', handle: ({ origin }) => ({ status: 200, body: { auth_url: state.quirks.authUrl ?? `${origin}/auth`, ...(state.quirks.omitsTenantId ? {} : { tenant_id: tenant }) } }) },
      { method: 'POST', path: '/auth/token', handle: (request) => tokens.answerTokenRequest(request, state.quirks) },
      ...[...clientRoutes(state), ...tenantRoutes(state)].map(guarded),
    ],
    notFound: { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><body><h2>404 - File or directory not found.</h2></body></html>' },
  });
  return { ...simulator, quirks: state.quirks, replaceClients: (next) => void (state.clients = makeClients(next)), revokeTokens: () => tokens.revokeAll() };
}

function clientRoutes(state: State): Route[] {
  const presented = (request: SimulatorRequest, detail: string) => (client: HaloClient) =>
    presentClient(client, {
      hasTenants: isTrue(request.query.get(detail)) && !state.quirks.hidesClientTenants,
      hasLogo: state.quirks.hasLogos ?? false,
      hasFields: detail === 'includedetails' ? isTrue(request.query.get(detail)) : (request.query.get('include_custom_fields') ?? '').split(',').includes(String(tenantFieldId)),
    });
  const ofClient = ({ query }: SimulatorRequest) => state.clients.filter(({ id }) => !query.get('client_id') || String(id) === query.get('client_id'));
  return [
    { method: 'GET', path: '/api/client', handle: (request) => answerPage(request, selectClients(state.clients, request.query), 'clients', presented(request, 'includeazuretenants'), state.quirks) },
    { method: 'GET', path: '/api/client/:id', handle: (request) => orNotFound(state.clients.find(({ id }) => String(id) === request.params['id']), presented(request, 'includedetails')) },
    { method: 'POST', path: '/api/client', handle: (request) => saveClients(request, state.clients, state.quirks) },
    { method: 'GET', path: '/api/users', handle: (request) => answerPage(request, ofClient(request).flatMap(presentUsers), 'users', (user) => user, state.quirks) },
    { method: 'GET', path: '/api/site', handle: (request) => answerPage(request, ofClient(request), 'sites', presentSite, state.quirks) },
  ];
}

function tenantRoutes(state: State): Route[] {
  return [
    { method: 'GET', path: '/api/azureadconnection', handle: ({ query }) => (state.quirks.hidesConnections ? haloPsaFaults.message : { status: 200, body: listShape(query.get('type') === '2' ? [presentAzureConnection(state.clients, false)] : [], state.quirks) }) },
    {
      method: 'GET',
      path: '/api/azureadconnection/:id',
      handle: ({ params, query }) => orNotFound(params['id'] === '3' ? state.clients : undefined, (clients) => presentAzureConnection(clients, isTrue(query.get('includetenants')) && isTrue(query.get('includedetails')))),
    },
    { method: 'GET', path: '/api/areaazuretenant', handle: ({ query }) => ({ status: 200, body: state.clients.filter(({ id }) => !query.get('client_id') || String(id) === query.get('client_id')).flatMap(presentTenants) }) },
  ];
}

function orNotFound<Found>(found: Found | undefined, present: (found: Found) => object): Answer {
  return found === undefined ? { status: 404, body: { ClassName: 'Halo.NotFoundException', Message: 'The record was not found.' } } : { status: 200, body: present(found) };
}

function listShape(connections: readonly object[], { connectionList = 'array' }: HaloPsaQuirks): unknown {
  if (connectionList === 'object') return connections[0] ?? {};
  return connectionList === 'wrapped' ? { record_count: connections.length, connections } : connections;
}
