import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { createRateMeter, type RateLimit } from '../rateLimit.js';
import { serve, type Answer, type ApiSimulator, type SimulatorRequest } from '../router.js';
import type { MspCompany } from '../seed/msp.js';
import { authenticateMember, type ConnectWiseCredentials } from './authenticateMember.js';
import { connectWiseError, throttledAnswer } from './connectWiseErrors.js';
import { countRows, findRow, listRows } from './listRows.js';
import type { ConnectWiseQuirks } from './quirks.js';
import { makeRecords, type Records } from './records.js';
import { createCompany, patchCompany } from './writeCompany.js';

export type { ConnectWiseCredentials } from './authenticateMember.js';
export type { ConnectWiseQuirks } from './quirks.js';

/** `quirks` may be changed while it runs. */
export type ConnectWiseSimulator = ApiSimulator & {
  readonly quirks: ConnectWiseQuirks;
  /** `changedAt`: see `makeRecords`. */
  replaceCompanies(companies: readonly MspCompany[], changedAt?: Parameters<typeof makeRecords>[1]): void;
  /** As a cloud upgrade does: the old codebase's paths answer 404; `v4_6_release/` goes on. Ends in '/'. */
  changeCodebase(codebase: string): void;
};

type Options = {
  readonly port?: number | undefined;
  readonly company: ConnectWiseCredentials;
  readonly companies: readonly MspCompany[];
  readonly latencyMs?: number | undefined;
  /** Default: none. */
  readonly rateLimit?: RateLimit | undefined;
  readonly clock?: Clock;
  readonly quirks?: ConnectWiseQuirks;
};

const apiVersion = '2025.16';

/** Stands for ConnectWise PSA's REST API: companies, their statuses and types, contacts. */
export async function startConnectWise({ port, company, companies, latencyMs, rateLimit, clock = systemClock, quirks = {} }: Options): Promise<ConnectWiseSimulator> {
  const state = { quirks: { ...quirks }, codebase: 'v2025_1/', records: makeRecords(companies) };
  const meter = createRateMeter(rateLimit, clock);

  const guarded = (handle: (request: SimulatorRequest) => Answer) => (request: SimulatorRequest) => {
    const codebase = `${request.params['codebase'] ?? ''}/`;
    if (codebase !== 'v4_6_release/' && codebase !== state.codebase) return { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><body><h2>404 - File or directory not found.</h2></body></html>' };
    const answer = authenticateMember(request, company, state.quirks) ?? throttle(meter('instance')) ?? handle(request);
    return { ...answer, headers: { 'api-current-version': apiVersion, ...answer.headers } };
  };
  const api = (path: string) => `/:codebase/apis/3.0${path}`;
  const resource = (path: string, rows: (records: Records) => readonly object[]) => [
    { method: 'GET', path: api(path), handle: guarded((request) => listRows(request, rows(state.records), state.quirks)) },
    { method: 'GET', path: api(`${path}/count`), handle: guarded((request) => countRows(request, rows(state.records))) },
    { method: 'GET', path: api(`${path}/:id`), handle: guarded((request) => findRow(request, rows(state.records), state.quirks)) },
  ];

  const simulator = await serve({
    port,
    latencyMs,
    routes: [
      { method: 'GET', path: '/login/companyinfo/:companyId', handle: (request) => companyInfo(request, company, state) },
      // Answers without credentials, as self-hosted instances were seen to do: no proof that keys are right.
      { method: 'GET', path: api('/system/info'), handle: () => ({ status: 200, body: { version: 'v2025.1.12345', isCloud: false, serverTimeZone: 'UTC', licenseBits: [], cloudRegion: '' } }) },
      ...resource('/company/companies/statuses', ({ statuses }) => statuses),
      ...resource('/company/companies/types', ({ types }) => types),
      ...resource('/company/companies', (records) => records.companies),
      { method: 'PATCH', path: api('/company/companies/:id'), handle: guarded((request) => patchCompany(request, state.records, state.quirks, clock.now())) },
      { method: 'POST', path: api('/company/companies'), handle: guarded((request) => createCompany(request, state.records, clock.now())) },
      ...resource('/company/contacts', ({ contacts, formerContacts }) => (state.quirks.hasFormerContacts ? [...contacts, ...formerContacts] : contacts)),
    ],
    notFound: connectWiseError(404, 'NotFound', 'The requested resource was not found.'),
  });
  return {
    ...simulator,
    quirks: state.quirks,
    replaceCompanies: (next, changedAt) => void (state.records = makeRecords(next, changedAt)),
    changeCodebase: (codebase) => void (state.codebase = codebase),
  };
}

function throttle(waitSeconds: number): Answer | undefined {
  return waitSeconds > 0 ? throttledAnswer(waitSeconds) : undefined;
}

function companyInfo({ params, origin }: SimulatorRequest, { companyId }: ConnectWiseCredentials, { quirks, codebase }: { quirks: ConnectWiseQuirks; codebase: string }): Answer {
  if (params['companyId']?.toLowerCase() !== companyId.toLowerCase()) {
    return quirks.unknownCompany === 'not-found' ? connectWiseError(404, 'NotFound', 'The company was not found.') : { status: 200, body: null };
  }
  const version = codebase.replace('_', '.').replace('/', '');
  const siteUrl = quirks.siteUrl ?? new URL(origin).host;
  return { status: 200, body: { CompanyName: 'Demo MSP', Codebase: codebase, VersionCode: version, VersionNumber: 'v4.6.98765', CompanyID: companyId, IsCloud: false, SiteUrl: siteUrl } };
}
