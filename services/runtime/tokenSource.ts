import type { Clock } from './clock.js';
import { AppError } from './errors.js';
import type { HttpClient, HttpRequest, HttpResponse } from './httpClient.js';

export type AccessToken = { readonly accessToken: string; readonly expiresInSeconds: number };

/** Keeps one access token: fetched once for all who ask at the same time, anew 5 minutes before it expires. */
export type TokenSource = {
  get(signal?: AbortSignal): Promise<string>;
  /** The token was refused: the next `get` fetches another, unless that happened already. */
  drop(refused: string): void;
};

const marginMs = 5 * 60_000;

/** `fetchToken` rejects with an AppError; a failure is not remembered. */
export function createTokenSource(clock: Clock, fetchToken: () => Promise<AccessToken>): TokenSource {
  let kept: { readonly token: string; readonly until: number } | undefined;
  let fetching: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const { accessToken, expiresInSeconds } = await fetchToken();
    const lifeMs = expiresInSeconds * 1000;
    // A token that lives for less than the margin is still good for half its life.
    kept = { token: accessToken, until: clock.now().getTime() + Math.max(lifeMs - marginMs, lifeMs / 2) };
    return accessToken;
  }

  return {
    get: async (signal) => {
      if (kept && clock.now().getTime() < kept.until) return kept.token;
      fetching ??= renew().finally(() => {
        fetching = undefined;
      });
      return orAborted(fetching, signal);
    },
    drop: (refused) => {
      if (kept?.token === refused) kept = undefined;
    },
  };
}

/** Sends with a bearer token; a 401 is answered once with a fresh token. */
export async function sendWithToken(http: HttpClient, tokens: TokenSource, request: HttpRequest): Promise<HttpResponse> {
  const sendAs = (token: string) => http.send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });
  const first = await tokens.get(request.signal);
  const response = await sendAs(first);
  if (response.status !== 401) return response;
  tokens.drop(first);
  return sendAs(await tokens.get(request.signal));
}

/** The others who wait for the same token go on. */
function orAborted(shared: Promise<string>, signal: AbortSignal | undefined): Promise<string> {
  if (!signal) return shared;
  return new Promise((resolve, reject) => {
    const leave = () => reject(new AppError('cancelled', 'cancelled while waiting for a token', { cause: signal.reason }));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
