import type { Answer, SimulatorRequest } from '../router.js';
import type { MspTenant } from '../seed/msp.js';
import { graphError } from './graphErrors.js';
import type { GraphQuirks } from './quirks.js';

/** One page; the next one is where `@odata.nextLink` says. */
export function listDelegatedCustomers(customers: readonly MspTenant[], { query, origin, path }: SimulatorRequest, { pageSize, quirks }: { readonly pageSize: number; readonly quirks: GraphQuirks }): Answer {
  const top = Number(query.get('$top') ?? 100);
  if (!Number.isInteger(top) || top < 1 || top > 300) return graphError(400, 'BadRequest', "Invalid value for '$top'. It must be between 1 and 300.");
  const offset = offsetOf(query.get('$skiptoken'));
  if (offset === undefined) return graphError(400, 'BadRequest', 'The skip token is invalid.');
  const end = offset + Math.min(top, pageSize);
  const value = customers.slice(offset, end).map(({ tenantId, name }) => ({ id: tenantId, tenantId, ...(quirks.omitsNames ? {} : { displayName: name }) }));
  const nextOffset = quirks.nextLink === 'loop' && offset > 0 ? offset : end;
  const host = quirks.nextLink === 'foreign-host' ? origin.replace('127.0.0.1', '127.0.0.2') : origin;
  const next = nextOffset < customers.length ? { '@odata.nextLink': `${host}${path}?$top=${top}&$skiptoken=${tokenOf(nextOffset)}` } : {};
  const body = { '@odata.context': `${origin}/v1.0/$metadata#tenantRelationships/delegatedAdminCustomers`, ...next, value };
  return quirks.hasByteOrderMark ? { status: 200, headers: { 'content-type': 'application/json' }, body: `\uFEFF${JSON.stringify(body)}` } : { status: 200, body };
}

function tokenOf(offset: number): string {
  return Buffer.from(`customers:${offset}`).toString('base64url');
}

function offsetOf(token: string | null): number | undefined {
  if (token === null) return 0;
  const [, digits] = /^customers:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
