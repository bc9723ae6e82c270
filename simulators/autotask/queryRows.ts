import type { Answer, SimulatorRequest } from '../router.js';
import { autotaskError } from './autotaskErrors.js';
import { FilterError, parseFilter } from './filters.js';
import type { AutotaskQuirks } from './quirks.js';
import type { Entity } from './records.js';

type Search = { readonly filter?: unknown; readonly maxrecords?: unknown; readonly includefields?: unknown };
type Paging = { readonly pageSize: number; readonly nextIds: readonly number[] };

const mostRecords = 500;

/** The first page of `{entity}/query`; `base` is the zone's API root. */
export function queryRows(request: SimulatorRequest, base: string, entity: string, rows: readonly Entity[], quirks: AutotaskQuirks): Answer {
  return orBadFilter(() => {
    const search = readSearch(request);
    const asked = search.maxrecords === undefined ? mostRecords : Number(search.maxrecords);
    if (!Number.isInteger(asked) || asked < 1 || asked > mostRecords) return autotaskError(500, `MaxRecords must be between 1 and ${mostRecords}.`);
    return page({ base, entity, rows: select(search, rows), search, size: Math.min(asked, quirks.pageCap ?? mostRecords), after: -1 }, quirks);
  });
}

/** What `nextPageUrl` leads to. It holds the search itself, so a body that comes along is not looked at. */
export function continueRows(request: SimulatorRequest, base: string, entity: string, rows: readonly Entity[], quirks: AutotaskQuirks): Answer {
  const { continues = 'any' } = quirks;
  if (continues !== 'any' && continues.toUpperCase() !== request.method) return autotaskError(405, `The requested resource does not support http method '${request.method}'.`);
  return orBadFilter(() => {
    const search = lowerKeys(JSON.parse(request.query.get('search') ?? '{}'));
    const { pageSize, nextIds } = JSON.parse(request.query.get('paging') ?? '{}') as Paging;
    return page({ base, entity, rows: select(search, rows), search, size: Math.min(pageSize, quirks.pageCap ?? mostRecords), after: nextIds[0] ?? -1 }, quirks);
  });
}

export function countRows(request: SimulatorRequest, rows: readonly Entity[]): Answer {
  return orBadFilter(() => ({ status: 200, body: { queryCount: select(readSearch(request), rows).length } }));
}

type Slice = { readonly base: string; readonly entity: string; readonly rows: readonly Entity[]; readonly search: Search; readonly size: number; readonly after: number };

function page({ base, entity, rows, search, size, after }: Slice, quirks: AutotaskQuirks): Answer {
  const isFirst = after < 0;
  const remaining = rows.filter(({ id }) => id > after);
  const shown = remaining.slice(0, quirks.shrinksPages && !isFirst ? Math.ceil(size / 2) : size);
  const lastId = shown.at(-1)?.id ?? after;
  const nextId = quirks.repeatsPage && !isFirst ? after : lastId;
  const host = quirks.hasForeignLinks ? base.replace('127.0.0.1', '127.0.0.2') : base;
  const nextPageUrl = `${host}${entity}/query/next?paging=${encodeURIComponent(JSON.stringify({ pageSize: size, previousIds: [after], nextIds: [nextId] }))}&search=${encodeURIComponent(JSON.stringify(search))}`;
  const hasMore = remaining.length > shown.length;
  const end = quirks.endUrl === 'missing' ? {} : { nextPageUrl: quirks.endUrl === 'empty' ? '' : null };
  return { status: 200, body: { items: shown.map((row) => project(row, search.includefields)), pageDetails: { count: shown.length, requestCount: size, prevPageUrl: null, ...(hasMore ? { nextPageUrl } : end) } } };
}

function select({ filter }: Search, rows: readonly Entity[]): readonly Entity[] {
  const fits = parseFilter(filter);
  return rows.filter((row) => fits(row));
}

function project(row: Entity, includeFields: unknown): object {
  if (!Array.isArray(includeFields)) return row;
  const wanted = new Set(includeFields.map((field) => String(field).toLowerCase()));
  return Object.fromEntries(Object.entries(row).filter(([name]) => wanted.has(name.toLowerCase())));
}

/** GET carries the search in the address, POST in the body; the letter case of its keys does not matter. */
function readSearch({ method, query, body }: SimulatorRequest): Search {
  try {
    return lowerKeys(JSON.parse(method === 'GET' ? (query.get('search') ?? '') : body));
  } catch {
    throw new FilterError('The search is no JSON.');
  }
}

function lowerKeys(value: unknown): Search {
  return Object.fromEntries(Object.entries(typeof value === 'object' && value !== null ? value : {}).map(([key, inner]: [string, unknown]) => [key.toLowerCase(), inner]));
}

function orBadFilter(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof FilterError) return autotaskError(500, error.message);
    throw error;
  }
}
