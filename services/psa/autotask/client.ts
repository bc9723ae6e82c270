import type { z } from 'zod';
import { AppError } from '../../runtime/errors.js';
import type { HttpRequest, HttpResponse } from '../../runtime/httpClient.js';
import { readPages, type Page, type Reading } from '../../runtime/readPages.js';
import { oddAnswer, readAnswer, readRows } from '../../runtime/sourceAnswer.js';
import { createSlots } from '../../runtime/slots.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAccess } from '../psaAdapter.js';
import { explain, isFinal, system } from './refusal.js';
import { queryCount, queryPage } from './schema.js';
import type { AutotaskSecretName, AutotaskSettings } from './settings.js';
import { findZone } from './zone.js';

export type AutotaskAccess = PsaAccess<AutotaskSettings, AutotaskSecretName>;

/** As Autotask's API has it; all conditions of a list must hold. */
export type Filter = readonly { readonly op: string; readonly field: string; readonly value: unknown; readonly udf?: true }[];

type Asked = { readonly entity: 'Companies' | 'Contacts'; readonly filter: Filter; readonly signal: AbortSignal | undefined };
type Query<Row> = Asked & { readonly row: z.ZodType<Row>; readonly fields?: readonly string[]; readonly onPage?: (count: number) => void };
type Call = { readonly method?: 'GET' | 'POST' | 'PATCH'; readonly body?: object; readonly isRepeatable?: boolean; /** A 404 is an answer, too. */ readonly mayBeMissing?: boolean; readonly signal: AbortSignal | undefined };

/** Finds the zone and signs each call. Anything but status 200 is an AppError `source-*`. */
export type AutotaskClient = {
  /** `path` below the zone's root. */
  call(path: string, call: Call): Promise<HttpResponse>;
  countRows(asked: Asked): Promise<number>;
  /** As `readPages`. */
  readRows<Row extends { readonly id: string }>(query: Query<Row>): Promise<Reading<Row>>;
};

/** Three are allowed for one tracking identifier and endpoint; one is left for others that use it. */
const callsAtOnce = 2;
const pageSize = 500;

export function createAutotaskClient({ psaConnectionId, settings, secrets }: AutotaskAccess, { http }: SourceTools): AutotaskClient {
  const slots = createSlots(callsAtOnce);
  const headers = { accept: 'application/json', 'content-type': 'application/json', UserName: settings.userName, Secret: secrets.secret, ApiIntegrationCode: secrets.integrationCode };
  let zone: string | undefined;

  const send = (request: HttpRequest) => slots.use('calls', request.signal, () => http.send({ ...request, headers, isFinal }));
  const toRequest = (root: string, path: string, { body, mayBeMissing: _, ...call }: Call): HttpRequest => ({ ...call, url: `${root}${path}`, ...(body && { body: JSON.stringify(body) }) });

  async function call(path: string, options: Call): Promise<HttpResponse> {
    const root = (zone ??= await findZone(http, settings, psaConnectionId, options.signal));
    let response = await send(toRequest(root, path, options));
    if (response.status === 401) {
      // A database that moved is refused by its old zone.
      zone = await findZone(http, settings, psaConnectionId, options.signal);
      if (zone !== root) response = await send(toRequest(zone, path, options));
    }
    if (response.status === 200 || (response.status === 404 && options.mayBeMissing)) return response;
    throw explain(response, psaConnectionId);
  }

  /** The next page as a path below the root, so that it moves with the zone. Throws when it is anywhere else. */
  function nextPath(url: string): string {
    const root = new URL(zone ?? '');
    const next = URL.canParse(url) ? new URL(url) : undefined;
    if (next?.origin === root.origin && next.pathname.toLowerCase().startsWith(root.pathname.toLowerCase())) return next.pathname.slice(root.pathname.length) + next.search;
    throw new AppError('source-blocked', `${system}: the next page is said to be at ${next?.host ?? 'no address'}`);
  }

  function readRowsOf<Row extends { readonly id: string }>({ entity, filter, fields, row, signal, onPage }: Query<Row>): Promise<Reading<Row>> {
    const body = { MaxRecords: pageSize, ...(fields && { IncludeFields: fields }), Filter: filter };
    async function readPage(path: string): Promise<Page<Row, string>> {
      // A list goes on with the method and the body with which it began.
      const answer = readAnswer(await call(path, { method: 'POST', body, isRepeatable: true, signal }), queryPage, system);
      const found = readRows(answer.items, row);
      const next = answer.pageDetails?.nextPageUrl;
      try {
        return { ...found, next: next ? nextPath(next) : null };
      } catch (error) {
        return { ...found, next: null, failure: error instanceof AppError ? error : oddAnswer(system, 'no next page') };
      }
    }
    return readPages({ system, first: `${entity}/query`, readPage, keyOf: (path) => path, idOf: ({ id }) => id, ...(onPage && { onPage }) });
  }

  return {
    call,
    countRows: async ({ entity, filter, signal }) => readAnswer(await call(`${entity}/query/count`, { method: 'POST', body: { Filter: filter }, isRepeatable: true, signal }), queryCount, system).queryCount,
    readRows: readRowsOf,
  };
}
