import { remark } from '../../domain/remark.js';
import { AppError } from '../../runtime/errors.js';
import type { HttpResponse } from '../../runtime/httpClient.js';
import { answerFailure, readAnswer } from '../../runtime/sourceAnswer.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAccess } from '../psaAdapter.js';
import { discoverApi, system } from './discovery.js';
import { count, refusal } from './schema.js';
import type { ConnectWiseSecretName, ConnectWiseSettings } from './settings.js';

export type ConnectWiseAccess = PsaAccess<ConnectWiseSettings, ConnectWiseSecretName>;

/** A 404 of `mayBeMissing` is an answer, too. A change is never sent twice. */
export type ConnectWiseCall = ConnectWiseQuery & { readonly method?: 'GET' | 'PATCH' | 'POST'; readonly body?: unknown; readonly mayBeMissing?: boolean };

export type ConnectWiseQuery = { readonly query?: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal | undefined };

/** Signs in each call and finds the API's address. Anything but success is an AppError: `source-*`, or `bad-request` with the fields that were refused. */
export type ConnectWiseClient = {
  call(path: string, call: ConnectWiseCall): Promise<HttpResponse & { readonly host: string }>;
  get(path: string, options: ConnectWiseQuery): Promise<HttpResponse & { readonly host: string }>;
  /** How many rows fit the conditions. */
  countRows(path: string, conditions: string, signal: AbortSignal | undefined): Promise<number>;
};

export function createConnectWiseClient({ psaConnectionId, settings, secrets }: ConnectWiseAccess, { http }: SourceTools): ConnectWiseClient {
  const authorization = `Basic ${Buffer.from(`${settings.companyId}+${secrets.publicKey}:${secrets.privateKey}`).toString('base64')}`;
  let api: string | undefined;

  async function send(base: string, path: string, { method = 'GET', query, headers, body, signal }: ConnectWiseCall) {
    const url = new URL(`${base}${path}${query ? `?${new URLSearchParams(query).toString()}` : ''}`);
    const sent = { accept: 'application/vnd.connectwise.com+json', authorization, clientId: settings.clientId, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
    const response = await http.send({ url, method, headers: sent, ...(body !== undefined && { body: JSON.stringify(body) }), signal });
    return Object.assign(response, { host: url.host });
  }

  async function call(path: string, options: ConnectWiseCall) {
    const base = (api ??= await discoverApi(http, settings, options.signal));
    let response = await send(base, path, options);
    if (response.status === 404) {
      // A cloud upgrade moves the API.
      api = await discoverApi(http, settings, options.signal);
      if (api !== base) response = await send(api, path, options);
    }
    if (response.status === 200 || response.status === 201 || (response.status === 404 && options.mayBeMissing)) return response;
    throw explain(response, psaConnectionId);
  }

  return {
    call,
    get: call,
    countRows: async (path, conditions, signal) => readAnswer(await call(`${path}/count`, { query: { conditions }, signal }), count, system).count,
  };
}

function explain(response: HttpResponse, connection: string): AppError {
  const unauthorized = remark(`ConnectWise refused the API keys of connection "${connection}". Check the company id, and make new keys under System > Members > API Members.`, { code: 'connection-refused', system, connection, where: 'System > Members > API Members' });
  // The cloud was seen to say 404 for a wrong company id or key.
  if (response.status === 404) return new AppError('source-unauthorized', `${system} answered 404`, unauthorized);
  const refused = response.status === 400 ? refusedFields(response) : [];
  if (refused.length > 0) {
    const named = `${refused.length === 1 ? 'the field' : 'the fields'} ${refused.map((field) => `"${field}"`).join(', ')}`;
    return new AppError('bad-request', `${system} refused ${refused.join(', ')}`, { sentence: `ConnectWise refused this because of ${named} of the company. Correct it in ConnectWise, then try again.`, facts: [{ code: 'fields-refused', system, fields: refused }] });
  }
  return answerFailure(response, system, { unauthorized, forbidden: remark(`The API member of connection "${connection}" has no right to read this in ConnectWise. Its security role needs "inquire all" for companies, and "inquire" for the company status and type tables.`, { code: 'connection-lacks-right', system, connection, right: 'Companies: inquire all' }) });
}

/** The names only: what a field holds is nobody's business here. */
function refusedFields(response: HttpResponse): readonly string[] {
  try {
    return refusal.safeParse(response.json()).data?.errors.flatMap(({ field }) => (/^[\w/]{1,50}$/.test(field) ? field : [])) ?? [];
  } catch {
    return [];
  }
}
