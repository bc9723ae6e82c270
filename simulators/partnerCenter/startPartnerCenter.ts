import { randomUUID } from 'node:crypto';
import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { createApiTokenVerifier } from '../entra/appToken.js';
import { createRateMeter, type RateLimit } from '../rateLimit.js';
import { serve, type Answer, type ApiSimulator, type SimulatorRequest } from '../router.js';
import type { MspPartnerAccount } from '../seed/msp.js';
import { authenticateAccount } from './authenticateAccount.js';
import { listCustomers, type Continuations } from './listCustomers.js';
import { presentCustomer } from './presentCustomer.js';
import { partnerError, throttledAnswer } from './partnerErrors.js';
import type { PartnerCenterQuirks } from './quirks.js';

export type { PartnerCenterQuirks } from './quirks.js';

/** `quirks` may be changed while it runs. */
export type PartnerCenterSimulator = ApiSimulator & {
  readonly quirks: PartnerCenterQuirks;
  replaceAccounts(accounts: readonly MspPartnerAccount[]): void;
};

type Options = {
  readonly port?: number | undefined;
  readonly accounts: readonly MspPartnerAccount[];
  /** Whose tokens are accepted; the token's `tid` chooses the account. */
  readonly entra: { readonly url: string };
  /** Default: Microsoft's API base or this simulator's own origin. */
  readonly audience?: string;
  /** No page is longer, whatever `size` asks. */
  readonly pageSize?: number | undefined;
  readonly latencyMs?: number | undefined;
  /** Per account; Microsoft's is 500 a minute. Default: none. */
  readonly rateLimit?: RateLimit | undefined;
  readonly clock?: Clock;
  readonly quirks?: PartnerCenterQuirks;
};

/** Stands for the Partner Center API's customer list. */
export async function startPartnerCenter({ port, accounts, entra, audience, pageSize = 500, latencyMs, rateLimit, clock = systemClock, quirks = {} }: Options): Promise<PartnerCenterSimulator> {
  const state = { accounts, quirks: { ...quirks } };
  const continuations: Continuations = new Map();
  const meter = createRateMeter(rateLimit, clock);
  const verify = createApiTokenVerifier(entra.url, clock);

  const withAccount = (handle: (account: MspPartnerAccount, request: SimulatorRequest) => Answer) => async (request: SimulatorRequest) => {
    const access = await authenticateAccount(request, { accounts: state.accounts, verify, audiences: audience ? [audience] : ['https://api.partnercenter.microsoft.com', request.origin], quirks: state.quirks });
    if (access.kind === 'refused') return withTraceHeaders(request, access.answer);
    const waitSeconds = meter(access.account.id);
    return withTraceHeaders(request, waitSeconds > 0 ? throttledAnswer(waitSeconds) : handle(access.account, request));
  };

  const simulator = await serve({
    port,
    latencyMs,
    routes: [
      { method: 'GET', path: '/v1/customers', handle: withAccount((account, request) => listCustomers(account, request, { continuations, pageSize, clock, quirks: state.quirks })) },
      {
        method: 'GET',
        path: '/v1/customers/:id',
        handle: withAccount((account, { params }) => {
          const tenant = account.tenants.find(({ tenantId }) => tenantId === params['id']?.toLowerCase());
          return tenant ? { status: 200, body: presentCustomer(tenant, 'by-id', state.quirks) } : partnerError(404, 60003, 'The specified tenant was not found.');
        }),
      },
      { method: 'GET', path: '/v1/customers/:id/customDomains', handle: withAccount((account, { params }) => listCustomDomains(account, params['id'] ?? '', state.quirks)) },
      {
        method: 'HEAD',
        path: '/v1/domains/:domain',
        handle: withAccount((_account, { params }) => ({ status: state.accounts.some(({ tenants }) => tenants.some(({ domain }) => domain.toLowerCase() === params['domain']?.toLowerCase())) ? 200 : 404 })),
      },
    ],
    notFound: partnerError(404, 404, 'The resource was not found.'),
  });
  return { ...simulator, quirks: state.quirks, replaceAccounts: (next) => void (state.accounts = next) };
}

/** The tenant's domains, in one of the shapes that the pages leave open. */
function listCustomDomains({ tenants }: MspPartnerAccount, id: string, { customDomains = 'texts' }: PartnerCenterQuirks): Answer {
  const tenant = tenants.find(({ tenantId }) => tenantId === id.toLowerCase());
  if (!tenant || customDomains === 'not-found') return partnerError(404, 60003, 'The specified tenant was not found.');
  const domains = tenant.domain ? [tenant.domain] : [];
  return { status: 200, body: { totalCount: domains.length, items: customDomains === 'texts' ? domains : domains.map((id) => ({ id, isVerified: true })), attributes: { objectType: 'Collection' } } };
}

function withTraceHeaders({ headers }: SimulatorRequest, answer: Answer): Answer {
  const echoed = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : randomUUID();
  };
  return { ...answer, headers: { 'MS-RequestId': echoed('ms-requestid'), 'MS-CorrelationId': echoed('ms-correlationid'), 'MS-CV': `${randomUUID().slice(0, 16)}.0`, 'MS-ServerId': 'simulator-1', ...answer.headers } };
}
