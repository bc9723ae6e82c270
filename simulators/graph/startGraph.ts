import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { createApiTokenVerifier } from '../entra/appToken.js';
import { createRateMeter, type RateLimit } from '../rateLimit.js';
import { serve, type Answer, type ApiSimulator, type SimulatorRequest } from '../router.js';
import type { MspPartnerAccount, MspTenant } from '../seed/msp.js';
import { graphError } from './graphErrors.js';
import { listDelegatedCustomers } from './listDelegatedCustomers.js';
import type { GraphQuirks } from './quirks.js';

export type { GraphQuirks } from './quirks.js';

/** `quirks` may be changed while it runs. */
export type GraphSimulator = ApiSimulator & { readonly quirks: GraphQuirks; replaceAccounts(accounts: readonly MspPartnerAccount[]): void };

type Options = {
  readonly port?: number | undefined;
  readonly accounts: readonly MspPartnerAccount[];
  /** Whose tokens are accepted; the token's `tid` chooses the account, or the customer. */
  readonly entra: { readonly url: string };
  /** No page is longer; Graph's own cap is 300. */
  readonly pageSize?: number | undefined;
  readonly latencyMs?: number | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly clock?: Clock;
  readonly quirks?: GraphQuirks;
};

/** Stands for the parts of Microsoft Graph that a partner uses: delegated customers, whose tenant a domain is, the domains of a customer. */
export async function startGraph({ port, accounts, entra, pageSize = 300, latencyMs, rateLimit, clock = systemClock, quirks = {} }: Options): Promise<GraphSimulator> {
  const state = { accounts, quirks: { ...quirks } };
  const verify = createApiTokenVerifier(entra.url, clock);
  const meter = createRateMeter(rateLimit, clock);

  const withTenant = (handle: (tid: string, request: SimulatorRequest) => Answer) => async (request: SimulatorRequest): Promise<Answer> => {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const claims = token === undefined ? undefined : await verify(token, ['https://graph.microsoft.com', request.origin]).catch(() => undefined);
    const answer = claims ? admitted(claims.tid, request) : graphError(401, 'InvalidAuthenticationToken', 'Access token validation failure.');
    const clientRequestId = request.headers['client-request-id'];
    return { ...answer, headers: { 'request-id': randomUUID(), ...(typeof clientRequestId === 'string' ? { 'client-request-id': clientRequestId } : {}), ...answer.headers } };

    function admitted(tid: string, asked: SimulatorRequest): Answer {
      const waitSeconds = meter(tid);
      if (waitSeconds > 0) return graphError(429, 'TooManyRequests', 'Too many requests.', { 'Retry-After': String(waitSeconds) });
      if (state.quirks.lacksPermission) return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
      return handle(tid, asked);
    }
  };
  const accountOf = (tid: string) => state.accounts.find(({ tenantId }) => tenantId.toLowerCase() === tid.toLowerCase());
  const everyTenant = (): MspTenant[] => state.accounts.flatMap(({ tenants, delegated = [] }) => [...tenants, ...delegated]);

  const simulator = await serve({
    port,
    latencyMs,
    routes: [
      {
        method: 'GET',
        path: '/v1.0/tenantRelationships/delegatedAdminCustomers',
        handle: withTenant((tid, request) => {
          const account = accountOf(tid);
          return account ? listDelegatedCustomers(account.delegated ?? [], request, { pageSize, quirks: state.quirks }) : graphError(403, 'Authorization_RequestDenied', 'The tenant is no partner.');
        }),
      },
      { method: 'GET', path: '/v1.0/tenantRelationships/:call', handle: withTenant((tid, { params }) => (accountOf(tid) && !state.quirks.lacksCrossTenant ? findTenantInformation(params['call'] ?? '', everyTenant()) : graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges.'))) },
      {
        method: 'GET',
        path: '/v1.0/domains',
        handle: withTenant((tid) => {
          const tenant = everyTenant().find(({ tenantId }) => tenantId.toLowerCase() === tid.toLowerCase());
          return tenant ? { status: 200, body: { value: domainsOf(tenant) } } : graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
        }),
      },
    ],
    notFound: graphError(404, 'ResourceNotFound', 'The resource was not found.'),
  });
  return { ...simulator, quirks: state.quirks, replaceAccounts: (next) => void (state.accounts = next) };
}

/** The two functions `findTenantInformationByTenantId` and `...ByDomainName`; they need no relation to the tenant. */
function findTenantInformation(call: string, tenants: readonly MspTenant[]): Answer {
  const [, by, value = ''] = /^findTenantInformationBy(TenantId|DomainName)\((?:tenantId|domainName)='([^']*)'\)$/.exec(call) ?? [];
  if (!by) return graphError(400, 'BadRequest', `Resource not found for the segment '${call}'.`);
  const wanted = value.toLowerCase();
  const found = tenants.find((tenant) => (by === 'TenantId' ? [tenant.tenantId] : namesOf(tenant)).some((text) => text.toLowerCase() === wanted));
  if (!found) return graphError(404, 'Directory_ObjectNotFound', 'Unable to read the company information from the directory.');
  return { status: 200, body: { '@odata.context': '#microsoft.graph.tenantInformation', tenantId: found.tenantId, displayName: found.name, defaultDomainName: found.domain, federationBrandName: null } };
}

const namesOf = ({ domain, otherDomains = [] }: MspTenant) => [domain, ...otherDomains].filter((name) => name !== '');

function domainsOf(tenant: MspTenant): object[] {
  const item = (id: string, isDefault: boolean) => ({ id, authenticationType: 'Managed', isDefault, isInitial: id.endsWith('.onmicrosoft.com'), isVerified: true, isAdminManaged: true, isRoot: true, supportedServices: ['Email'] });
  return namesOf(tenant).map((name, index) => item(name, index === 0));
}
