import { z } from 'zod';
import type { AppError } from './errors.js';
import type { HttpClient } from './httpClient.js';
import { answerFailure, readAnswer } from './sourceAnswer.js';
import type { AccessToken } from './tokenSource.js';

/** A token endpoint's "no". `error` is OAuth's word; `hints` are the vendor's own numbers, which may change at any time. */
export type TokenRefusal = { readonly status: number; readonly error: string; readonly hints: readonly number[] };

export type ClientCredentialsRequest = {
  readonly url: string | URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** The system's name for people. */
  readonly system: string;
  /** The sentence for people, in an AppError `source-unauthorized`. */
  readonly explain: (refusal: TokenRefusal) => AppError;
};

// Entra's v1 endpoint sends expires_in as text.
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().catch(3600) });
const refusalSchema = z.object({ error: z.string(), error_codes: z.array(z.number()).catch([]) });

/** OAuth 2.0 client_credentials (RFC 6749, 4.4). Rejects with what `explain` makes of a refusal, or with another AppError `source-*`. */
export async function fetchClientCredentialsToken(http: HttpClient, request: ClientCredentialsRequest): Promise<AccessToken> {
  const { url, clientId, clientSecret, scope, system, explain } = request;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope });
  const response = await http.send({ url, method: 'POST', body, headers: { accept: 'application/json' }, isRepeatable: true });
  if (response.status === 200) {
    const token = readAnswer(response, tokenSchema, system);
    return { accessToken: token.access_token, expiresInSeconds: token.expires_in };
  }
  if (response.status === 400 || response.status === 401 || response.status === 403) throw explain({ status: response.status, ...readRefusal(response.text) });
  throw answerFailure(response, system);
}

function readRefusal(text: string): Pick<TokenRefusal, 'error' | 'hints'> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { error: 'unknown', hints: [] };
  }
  const parsed = refusalSchema.safeParse(json);
  return parsed.success ? { error: parsed.data.error, hints: parsed.data.error_codes } : { error: 'unknown', hints: [] };
}
