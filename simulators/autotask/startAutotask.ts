import { setTimeout as delay } from 'node:timers/promises';
import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { serve, type Answer, type ApiSimulator, type Route, type SimulatorRequest } from '../router.js';
import type { MspCompany } from '../seed/msp.js';
import { authenticateUser, type AutotaskCredentials } from './authenticateUser.js';
import { autotaskError } from './autotaskErrors.js';
import { companyFieldInformation, companyUdfInformation } from './entityInformation.js';
import { continueRows, countRows, queryRows } from './queryRows.js';
import type { AutotaskQuirks } from './quirks.js';
import { makeTables, type Entity, type Tables } from './records.js';
import { createRequestVolume, type RequestVolume } from './requestVolume.js';
import { createCompany, updateCompany } from './writeCompany.js';

export type { AutotaskCredentials } from './authenticateUser.js';
export type { AutotaskQuirks } from './quirks.js';

/** `quirks` may be changed while it runs; those of the records count from the next `replaceCompanies` on. */
export type AutotaskSimulator = ApiSimulator & {
  readonly quirks: AutotaskQuirks;
  readonly volume: RequestVolume;
  /** The most requests that were at work on one endpoint at one time. */
  readonly busiest: number;
  replaceCompanies(companies: readonly MspCompany[]): void;
  /** As a migration does: the old zone answers 401 from now on. */
  moveZone(zone: string): void;
};

type Options = {
  readonly port?: number | undefined;
  readonly user: AutotaskCredentials;
  readonly companies: readonly MspCompany[];
  readonly latencyMs?: number | undefined;
  /** How long a query is at work, so that others may come meanwhile. */
  readonly workMs?: number;
  /** Requests an hour; the product's default. */
  readonly threshold?: number;
  readonly clock?: Clock;
  readonly quirks?: AutotaskQuirks;
};

const threads = 3;

/** Stands for Autotask's zone lookup and one zone's REST API: companies and contacts. Paths in any letter case. */
export async function startAutotask({ port, user, companies, latencyMs, workMs = 0, threshold = 10_000, clock = systemClock, quirks: given = {} }: Options): Promise<AutotaskSimulator> {
  const quirks = { ...given };
  const volume = createRequestVolume(threshold, clock);
  const state = { zone: 'zone5', tables: makeTables(companies, quirks), busiest: 0 };
  const busy = new Map<string, number>();

  const guarded = (handle: (request: SimulatorRequest, base: string) => Answer) => async (request: SimulatorRequest) => {
    if (request.params['zone']?.toLowerCase() !== state.zone) return { status: 401 };
    const refusal = authenticateUser(request, user);
    if (refusal) return refusal;
    if (volume.count() >= threshold) return { ...autotaskError(429, 'The request threshold was exceeded.'), headers: quirks.omitsRetryAfter ? {} : { 'Retry-After': '60' } };
    volume.add(1);
    const endpoint = request.path.split('/')[4]?.toLowerCase() ?? '';
    const atWork = (busy.get(endpoint) ?? 0) + 1;
    state.busiest = Math.max(state.busiest, atWork);
    if (atWork > threads) return autotaskError(quirks.threadStatus ?? 500, 'Thread Threshold Exceeded. (Itgenatr005)');
    busy.set(endpoint, atWork);
    try {
      const waitMs = workMs + volume.slowdownMs();
      if (waitMs > 0) await delay(waitMs, undefined, { ref: false });
      return handle(request, `${request.origin}/${state.zone}/ATServicesRest/V1.0/`);
    } finally {
      busy.set(endpoint, (busy.get(endpoint) ?? 1) - 1);
    }
  };
  const api = (method: string, path: string, handle: (request: SimulatorRequest, base: string) => Answer): Route => ({ method, path: `/:zone/ATServicesRest/V1.0/${path}`, handle: guarded(handle) });
  const entity = (name: keyof Tables) => entityRoutes(api, name, () => (quirks.showsNothing ? [] : state.tables[name]), quirks);

  const simulator = await serve({
    port,
    latencyMs,
    ignoresCase: true,
    routes: [
      { method: 'GET', path: '/ATServicesRest/V1.0/zoneInformation', handle: (request) => zoneInformation(request, user, state.zone, quirks) },
      // A trap: V2.0 is listed and does not exist.
      { method: 'GET', path: '/ATServicesRest/versioninformation', handle: () => ({ status: 200, body: { apiVersions: ['V1.0', 'V2.0'] } }) },
      api('GET', 'ThresholdInformation', () => ({ status: 200, body: { externalRequestThreshold: threshold, requestThresholdTimeframe: 60, currentTimeframeRequestCount: volume.count() } })),
      api('GET', 'Companies/entityInformation/fields', () => ({ status: 200, body: companyFieldInformation(quirks) })),
      api('GET', 'Companies/entityInformation/userDefinedFields', () => ({ status: 200, body: companyUdfInformation() })),
      api('PATCH', 'Companies', (request) => updateCompany(request, state.tables)),
      api('PUT', 'Companies', (request) => updateCompany(request, state.tables)),
      api('POST', 'Companies', (request) => createCompany(request, state.tables, quirks)),
      ...entity('Companies'),
      ...entity('Contacts'),
    ],
    notFound: { status: 404, body: { Message: 'No HTTP resource was found that matches the request.' } },
  });
  return {
    ...simulator,
    quirks,
    volume,
    get busiest() {
      return state.busiest;
    },
    replaceCompanies: (next) => void (state.tables = makeTables(next, quirks)),
    moveZone: (zone) => void (state.zone = zone.toLowerCase()),
  };
}

function entityRoutes(api: (method: string, path: string, handle: (request: SimulatorRequest, base: string) => Answer) => Route, name: keyof Tables, rows: () => readonly Entity[], quirks: AutotaskQuirks): Route[] {
  return ['GET', 'POST'].flatMap((method) => [
    api(method, `${name}/query`, (request, base) => queryRows(request, base, name, rows(), quirks)),
    api(method, `${name}/query/next`, (request, base) => continueRows(request, base, name, rows(), quirks)),
    api(method, `${name}/query/count`, (request) => countRows(request, rows())),
    ...(method === 'GET' ? [api(method, `${name}/:id`, ({ params }) => findRow(rows(), params['id'], quirks))] : []),
  ]);
}

function findRow(rows: readonly Entity[], wanted: string | undefined, { missingItem }: AutotaskQuirks): Answer {
  const item = rows.find(({ id }) => String(id) === wanted);
  if (!item && missingItem !== 'null') return autotaskError(404, 'The record was not found.');
  return { status: 200, body: { item: item ?? null } };
}

function zoneInformation({ origin, query }: SimulatorRequest, { userName }: AutotaskCredentials, zone: string, { zoneUrl, zoneForm = 'slash' }: AutotaskQuirks): Answer {
  if (query.get('user')?.toLowerCase() !== userName.toLowerCase()) return autotaskError(500, 'Zone information could not be determined');
  const own = `${origin}/${zone}/${zoneForm === 'lower-case' ? 'atservicesrest' : 'ATServicesRest'}${zoneForm === 'no-slash' ? '' : '/'}`;
  return { status: 200, body: { zoneName: 'America East', url: zoneUrl ?? own, webUrl: origin, ci: 12345 } };
}
