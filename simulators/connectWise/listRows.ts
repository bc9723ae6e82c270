import type { Answer, SimulatorRequest } from '../router.js';
import { ConditionError, parseConditions, type Condition } from './conditions.js';
import { connectWiseError } from './connectWiseErrors.js';
import { projectionOf } from './fieldPath.js';
import type { ConnectWiseQuirks } from './quirks.js';

type Row = { readonly id: number };

const defaultPageSize = 25;
const maxPageSize = 1000;

/** One page, navigable (`page`) or forward-only (header `pagination-type`, `pageId`). `rows` are sorted by id. */
export function listRows(request: SimulatorRequest, rows: readonly object[], quirks: ConnectWiseQuirks): Answer {
  return orBadConditions(() => {
    const { query, headers } = request;
    const asked = readNumber(query, 'pageSize', defaultPageSize);
    const page = readNumber(query, 'page', 1);
    if (asked === undefined || page === undefined) return connectWiseError(400, 'InvalidParameter', 'page and pageSize must be numbers from 1 on.');
    const size = Math.min(asked, quirks.pageCap ?? maxPageSize);
    const isForwardOnly = headers['pagination-type'] === 'forward-only' && !quirks.lacksForwardOnly;
    return isForwardOnly ? forwardPage(request, rows as readonly Row[], size, quirks) : numberedPage(request, orderRows(selectRows(query, rows), query.get('orderBy')), { page, size }, quirks);
  });
}

export function countRows({ query }: SimulatorRequest, rows: readonly object[]): Answer {
  return orBadConditions(() => ({ status: 200, body: { count: selectRows(query, rows).length } }));
}

export function findRow({ params, query }: SimulatorRequest, rows: readonly object[], quirks: ConnectWiseQuirks): Answer {
  const row = (rows as readonly Row[]).find(({ id }) => String(id) === params['id']);
  if (row) return { status: 200, body: presenter(query, quirks)(row) };
  return { status: 404, body: { code: 'NotFound', message: 'The requested resource was not found.', errors: [{ code: 'NotFound', message: `Record ${params['id'] ?? ''} was not found.`, resource: '', field: 'id' }] } };
}

function forwardPage(request: SimulatorRequest, rows: readonly Row[], size: number, quirks: ConnectWiseQuirks): Answer {
  const after = Number(request.query.get('pageId') ?? 0);
  const isFirst = !request.query.has('pageId');
  const most = shrunk(size, isFirst, quirks);
  // Looks at no more rows than it needs: lists may be very long.
  const remaining = firstFitting(rows, after, readConditions(request.query), most + 1);
  const shown = remaining.slice(0, most);
  const lastId = shown.at(-1)?.id ?? after;
  const nextId = quirks.repeatsPage && !isFirst ? after : lastId;
  if (remaining.length > shown.length) return withLink(request, shown, [['next', { pageId: nextId }]], quirks);
  return quirks.endLink === 'missing' ? { status: 200, body: presentAll(request, shown, quirks) } : withLink(request, shown, [], quirks);
}

function numberedPage(request: SimulatorRequest, rows: readonly Row[], { page, size }: { page: number; size: number }, quirks: ConnectWiseQuirks): Answer {
  const start = (page - 1) * size;
  const shown = rows.slice(start, start + shrunk(size, page === 1, quirks));
  const last = Math.max(1, Math.ceil(rows.length / size));
  const links: [string, { page: number }][] = [];
  if (page < last) links.push(['next', { page: quirks.repeatsPage && page > 1 ? page : page + 1 }], ['last', { page: last }]);
  if (page > 1) links.push(['first', { page: 1 }], ['prev', { page: page - 1 }]);
  return links.length > 0 ? withLink(request, shown, links, quirks) : { status: 200, body: presentAll(request, shown, quirks) };
}

const shrunk = (size: number, isFirst: boolean, { shrinksPages }: ConnectWiseQuirks) => (shrinksPages && !isFirst ? Math.ceil(size / 2) : size);

function withLink(request: SimulatorRequest, rows: readonly Row[], links: readonly (readonly [string, Readonly<Record<string, number>>])[], quirks: ConnectWiseQuirks): Answer {
  const base = quirks.hasForeignLinks ? request.origin.replace('127.0.0.1', '127.0.0.2') : request.origin;
  const link = links.map(([rel, changes]) => {
    const url = new URL(request.path, base);
    for (const [name, value] of request.query) url.searchParams.set(name, value);
    for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, String(value));
    return `<${url.href}>; rel="${rel}"`;
  });
  return { status: 200, headers: { Link: link.join(', ') }, body: presentAll(request, rows, quirks) };
}

function selectRows(query: URLSearchParams, rows: readonly object[]): readonly Row[] {
  const fits = readConditions(query);
  return (rows as readonly Row[]).filter(fits);
}

/** At most `count` rows behind the id `after` in rows sorted by id. */
function firstFitting(rows: readonly Row[], after: number, fits: Condition, count: number): Row[] {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.id ?? 0) > after) to = middle;
    else from = middle + 1;
  }
  const found: Row[] = [];
  for (let index = from; index < rows.length && found.length < count; index += 1) {
    const row = rows[index];
    if (row && fits(row)) found.push(row);
  }
  return found;
}

function readConditions(query: URLSearchParams): Condition {
  const conditions: Condition[] = ['conditions', 'childConditions'].flatMap((name) => (query.get(name) ? [parseConditions(query.get(name) ?? '')] : []));
  const custom = query.get('customFieldConditions');
  if (custom) {
    const fitsField = parseConditions(custom);
    conditions.push((record) => (record as { customFields?: readonly object[] }).customFields?.some(fitsField) ?? false);
  }
  return (row) => conditions.every((fits) => fits(row));
}

function orderRows(rows: readonly Row[], orderBy: string | null): readonly Row[] {
  const [, field = 'id', direction] = /^(\w+)(?:\s+(asc|desc))?$/i.exec(orderBy?.trim() ?? 'id') ?? [];
  const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
  const keyOf = (row: Row) => (row as Readonly<Record<string, unknown>>)[field];
  return [...rows].sort((left, right) => sign * compareKeys(keyOf(left), keyOf(right)));
}

function compareKeys(left: unknown, right: unknown): number {
  return typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right));
}

function presentAll({ query }: SimulatorRequest, rows: readonly Row[], quirks: ConnectWiseQuirks): object[] {
  return rows.map(presenter(query, quirks));
}

function presenter(query: URLSearchParams, { emptyText = 'text' }: ConnectWiseQuirks): (row: object) => object {
  const fields = query.get('fields');
  const project = fields ? projectionOf(fields.split(',').map((field) => field.trim())) : (row: object) => row;
  if (emptyText === 'text') return project;
  return (row) => {
    const entries = Object.entries(project(row)).filter(([, value]) => emptyText === 'null' || value !== '');
    return Object.fromEntries(entries.map(([name, value]: [string, unknown]) => [name, value === '' ? null : value]));
  };
}

function readNumber(query: URLSearchParams, name: string, otherwise: number): number | undefined {
  const value = query.has(name) ? Number(query.get(name)) : otherwise;
  return Number.isInteger(value) && value >= 1 ? value : undefined;
}

function orBadConditions(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof ConditionError) return connectWiseError(400, 'ConnectWiseApi', error.message);
    throw error;
  }
}
