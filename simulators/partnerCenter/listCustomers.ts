import { randomBytes } from 'node:crypto';
import type { Clock } from '../../services/runtime/clock.js';
import type { Answer, SimulatorRequest } from '../router.js';
import type { MspPartnerAccount, MspTenant } from '../seed/msp.js';
import { partnerError } from './partnerErrors.js';
import { presentCustomer } from './presentCustomer.js';
import type { PartnerCenterQuirks } from './quirks.js';

/** What each token that was handed out stands for. */
export type Continuations = Map<string, { readonly accountId: string; readonly asked: string; readonly offset: number }>;

type Options = { readonly continuations: Continuations; readonly pageSize: number; readonly clock: Clock; readonly quirks: PartnerCenterQuirks };
type Page = { readonly offset: number; readonly token: string | undefined };

/** One page. The next one needs `seekOperation=Next`, the same `size` and `filter`, and the token as header. */
export function listCustomers(account: MspPartnerAccount, { query, headers, origin }: SimulatorRequest, { continuations, pageSize, clock, quirks }: Options): Answer {
  const size = query.has('size') ? Number(query.get('size')) : pageSize;
  if (!Number.isInteger(size) || size < 1) return partnerError(400, 3000, 'The value of size is invalid.');
  if (quirks.refusesLargeSize && size > 500) return partnerError(400, 3000, 'The value of size is too large.');
  const filtered = filterTenants(account.tenants, query.get('filter'));
  if (!filtered) return partnerError(400, 800002, 'The filter is invalid.');
  const asked = JSON.stringify([query.get('size'), query.get('filter')]);
  const page = findPage(account, asked, query, headers['ms-continuationtoken'], continuations);
  if (!page) return partnerError(400, 3000, 'The continuation token is invalid.');
  if (page.offset > 0 && quirks.continuation) return refuseContinuation(quirks.continuation, clock);

  const end = page.offset + Math.min(size, pageSize);
  const items = filtered.slice(page.offset, end).map((tenant) => presentCustomer(tenant, 'list', quirks));
  const path = `${quirks.nextUri === 'with-version' ? '/v1' : ''}/customers?size=${size}${query.has('filter') ? `&filter=${encodeURIComponent(query.get('filter') ?? '')}` : ''}`;
  const self = { uri: path, method: 'GET', headers: [] };
  const attributes = { objectType: 'Collection' };
  if (end >= filtered.length) return asAnswer({ totalCount: items.length, items, links: { self }, attributes }, quirks);

  const token = quirks.repeatsToken && page.token ? page.token : randomBytes(48).toString('base64');
  if (token !== page.token) continuations.set(token, { accountId: account.id, asked, offset: end });
  const nextUri = `${quirks.nextUri === 'foreign-host' ? foreignOrigin(origin) : ''}${path}&seekOperation=Next`;
  const next = { uri: nextUri, method: 'GET', headers: [{ key: 'MS-ContinuationToken', value: token }] };
  return asAnswer({ totalCount: items.length, items, continuationToken: token, links: { self, next }, attributes }, quirks);
}

function findPage(account: MspPartnerAccount, asked: string, query: URLSearchParams, header: string | string[] | undefined, continuations: Continuations): Page | undefined {
  const operation = query.get('seekOperation');
  if (operation === null || operation === 'First') return { offset: 0, token: undefined };
  if (operation !== 'Next' || typeof header !== 'string') return undefined;
  const known = continuations.get(header);
  return known?.accountId === account.id && known.asked === asked ? { offset: known.offset, token: header } : undefined;
}

function filterTenants(tenants: readonly MspTenant[], filter: string | null): readonly MspTenant[] | undefined {
  if (filter === null) return tenants;
  try {
    const { Field, Value, Operator } = JSON.parse(filter) as { Field?: unknown; Value?: unknown; Operator?: unknown };
    if (Operator !== 'starts_with' || typeof Value !== 'string' || (Field !== 'CompanyName' && Field !== 'Domain')) return undefined;
    const start = Value.toLowerCase();
    return tenants.filter(({ name, domain }) => (Field === 'Domain' ? domain : name).toLowerCase().startsWith(start));
  } catch {
    return undefined;
  }
}

function refuseContinuation(kind: 'no-content' | 'not-found', clock: Clock): Answer {
  if (kind === 'not-found') return partnerError(404, 404, 'The resource was not found.');
  return { status: 204, headers: { 'Retry-After': new Date(clock.now().getTime() + 1000).toUTCString() } };
}

/** Another port of this machine, so that a client that follows the link reaches nothing of the outside world. */
function foreignOrigin(origin: string): string {
  return origin.replace('127.0.0.1', '127.0.0.2');
}

function asAnswer(body: object, { hasByteOrderMark = false }: PartnerCenterQuirks): Answer {
  if (!hasByteOrderMark) return { status: 200, body };
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: `\uFEFF${JSON.stringify(body)}` };
}
