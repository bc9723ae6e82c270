import { AppError } from '../../runtime/errors.js';
import type { HttpResponse } from '../../runtime/httpClient.js';
import { answerFailure, readAnswer } from '../../runtime/sourceAnswer.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { PsaAccess } from '../psaAdapter.js';
import { discoverApi, system } from './discovery.js';
import { count } from './schema.js';
import type { ConnectWiseSecretName, ConnectWiseSettings } from './settings.js';

export type ConnectWiseAccess = PsaAccess<ConnectWiseSettings, ConnectWiseSecretName>;

export type ConnectWiseQuery = { readonly query?: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal | undefined };

/** Signs in each call and finds the API's address. Resolves with status 200 only; anything else is an AppError `source-*`. */
export type ConnectWiseClient = {
  get(path: string, options: ConnectWiseQuery): Promise<HttpResponse & { readonly host: string }>;
  /** How many rows fit the conditions. */
  countRows(path: string, conditions: string, signal: AbortSignal | undefined): Promise<number>;
};

export function createConnectWiseClient({ psaConnectionId, settings, secrets }: ConnectWiseAccess, { http }: SourceTools): ConnectWiseClient {
  const authorization = `Basic ${Buffer.from(`${settings.companyId}+${secrets.publicKey}:${secrets.privateKey}`).toString('base64')}`;
  let api: string | undefined;

  async function send(base: string, path: string, { query, headers, signal }: ConnectWiseQuery) {
    const url = new URL(`${base}${path}?${new URLSearchParams(query).toString()}`);
    const response = await http.send({ url, headers: { accept: 'application/vnd.connectwise.com+json', authorization, clientId: settings.clientId, ...headers }, signal });
    return { ...response, host: url.host };
  }

  async function get(path: string, options: ConnectWiseQuery) {
    const base = (api ??= await discoverApi(http, settings, options.signal));
    let response = await send(base, path, options);
    if (response.status === 404) {
      // A cloud upgrade moves the API.
      api = await discoverApi(http, settings, options.signal);
      if (api !== base) response = await send(api, path, options);
    }
    if (response.status === 200) return response;
    throw explain(response, psaConnectionId);
  }

  return {
    get,
    countRows: async (path, conditions, signal) => readAnswer(await get(`${path}/count`, { query: { conditions }, signal }), count, system).count,
  };
}

function explain(response: HttpResponse, connection: string): AppError {
  const unauthorized = `ConnectWise refused the API keys of connection "${connection}". Check the company id, and make new keys under System > Members > API Members.`;
  // The cloud was seen to say 404 for a wrong company id or key.
  if (response.status === 404) return new AppError('source-unauthorized', `${system} answered 404`, { sentence: unauthorized });
  return answerFailure(response, system, { unauthorized, forbidden: `The API member of connection "${connection}" has no right to read this in ConnectWise. Its security role needs "inquire all" for companies, and "inquire" for the company status and type tables.` });
}
