import { fetchOAuthToken, type TokenRefusal } from './oauthToken.js';
import type { AppError } from './errors.js';
import type { HttpClient } from './httpClient.js';
import type { AccessToken } from './tokenSource.js';

export type { TokenRefusal } from './oauthToken.js';

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

/** OAuth 2.0 client_credentials (RFC 6749, 4.4). Rejects with what `explain` makes of a refusal, or with another AppError `source-*`. */
export async function fetchClientCredentialsToken(http: HttpClient, { url, clientId, clientSecret, scope, system, explain }: ClientCredentialsRequest): Promise<AccessToken> {
  return fetchOAuthToken(http, { url, form: { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope }, system, explain });
}
