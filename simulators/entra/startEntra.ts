import type { JWTPayload } from 'jose';
import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { serve, type Answer, type ApiSimulator, type Route } from '../router.js';
import { createAppTokenVerifier, type VerifyAppToken } from './appToken.js';
import { channelTokenClaims, ssoTokenClaims, type ChannelTokenRequest, type SsoTokenRequest } from './personTokens.js';
import { createRefreshTokens, type Grant, type GrantEnd, type RefreshTokens } from './refreshTokens.js';
import { createKeyRing, createSigningKey, newestKey, signClaims, type KeyRing, type SigningKey } from './signingKey.js';
import { answerTokenRequest, type EntraApp } from './tokenEndpoint.js';

export type { Grant, GrantEnd } from './refreshTokens.js';
export type { EntraApp } from './tokenEndpoint.js';
export type { ChannelTokenRequest, SsoTokenRequest } from './personTokens.js';

/** `entra` signs people's and apps' tokens, `bot` the channel's; `stranger` is published nowhere. */
export type EntraKeyName = 'entra' | 'bot' | 'stranger';

/**
 * Stands for Entra ID and for the Bot Framework's token service; both issuers are `url`.
 * Tokens of people and of the channel are issued in this process only, never over HTTP.
 */
export type Entra = ApiSimulator & {
  /** What Teams gives a tab: a v2.0 token for `access_as_user`, good for an hour. */
  readonly issueSsoToken: (request: SsoTokenRequest) => Promise<string>;
  /** What the channel sends with an activity. */
  readonly issueChannelToken: (request: ChannelTokenRequest) => Promise<string>;
  /** Any claims under any key, for forgeries. A `stranger` signs under the `kid` of Entra's key unless `header` says another. */
  readonly sign: (claims: JWTPayload, options?: { readonly key?: EntraKeyName; readonly header?: Readonly<Record<string, unknown>> }) => Promise<string>;
  readonly verifyAppToken: VerifyAppToken;
  /** What a person's sign-in to that app leaves behind. Issued in this process only. */
  readonly issueRefreshToken: (grant: Grant) => string;
  /** From now on the app's refresh tokens are refused; undefined: no more. */
  readonly endGrants: (clientId: string, why: GrantEnd | undefined) => void;
  /** From now on a new key signs; the old ones stay published. */
  readonly rotateKey: (which: 'entra' | 'bot') => Promise<void>;
};

export async function startEntra({ port, clock = systemClock, apps }: { readonly port?: number | undefined; readonly clock?: Clock; readonly apps: readonly EntraApp[] }): Promise<Entra> {
  const [entraKeys, botKeys, strangerKey] = await Promise.all([createKeyRing(), createKeyRing(), createSigningKey()]);
  const refreshTokens = createRefreshTokens();
  const simulator = await serve({ port, routes: entraRoutes({ apps, clock, entraKeys, botKeys, refreshTokens }) });
  const { url } = simulator;
  const nowSeconds = () => Math.floor(clock.now().getTime() / 1000);
  const keyOf = (name: EntraKeyName): SigningKey => (name === 'stranger' ? { ...strangerKey, kid: newestKey(entraKeys).kid } : newestKey(name === 'bot' ? botKeys : entraKeys));
  return {
    ...simulator,
    issueSsoToken: (request) => signClaims(keyOf('entra'), ssoTokenClaims(url, nowSeconds(), request)),
    issueChannelToken: (request) => signClaims(keyOf('bot'), channelTokenClaims(url, nowSeconds(), request)),
    sign: (claims, { key = 'entra', header = {} } = {}) => signClaims(keyOf(key), claims, header),
    verifyAppToken: createAppTokenVerifier(url, clock),
    issueRefreshToken: (grant) => refreshTokens.issue(grant),
    endGrants: (clientId, why) => refreshTokens.end(clientId, why),
    rotateKey: (which) => (which === 'entra' ? entraKeys : botKeys).rotate(),
  };
}

type Parts = { readonly apps: readonly EntraApp[]; readonly clock: Clock; readonly entraKeys: KeyRing; readonly botKeys: KeyRing; readonly refreshTokens: RefreshTokens };

function entraRoutes({ apps, clock, entraKeys, botKeys, refreshTokens }: Parts): Route[] {
  const endpoint = { apps, keys: entraKeys, clock, refreshTokens };
  return [
    { method: 'GET', path: '/v1/.well-known/openidconfiguration', handle: ({ origin }) => botMetadata(origin) },
    { method: 'GET', path: '/v1/.well-known/keys', handle: () => ({ status: 200, body: { keys: botKeys.keys.map(({ publicJwk }) => ({ ...publicJwk, endorsements: ['msteams'] })) } }) },
    { method: 'GET', path: '/:tenant/discovery/v2.0/keys', handle: ({ origin, params }) => entraKeySet(entraKeys, origin, params['tenant']) },
    { method: 'GET', path: '/:tenant/v2.0/.well-known/openid-configuration', handle: ({ origin, params }) => entraMetadata(origin, params['tenant'] ?? 'common') },
    { method: 'POST', path: '/:tenant/oauth2/v2.0/token', handle: (request) => answerTokenRequest(endpoint, 'v2', request) },
    { method: 'POST', path: '/:tenant/oauth2/token', handle: (request) => answerTokenRequest(endpoint, 'v1', request) },
  ];
}

/** As Entra does: for `common` the issuer is a template. */
const issuerOf = (origin: string, tenant: string | undefined) => `${origin}/${!tenant || tenant === 'common' || tenant === 'organizations' ? '{tenantid}' : tenant}/v2.0`;

function entraKeySet({ keys }: KeyRing, origin: string, tenant: string | undefined): Answer {
  return { status: 200, headers: { 'cache-control': 'public, max-age=86400' }, body: { keys: keys.map(({ publicJwk }) => ({ ...publicJwk, issuer: issuerOf(origin, tenant) })) } };
}

function entraMetadata(origin: string, tenant: string): Answer {
  return {
    status: 200,
    body: {
      issuer: issuerOf(origin, tenant),
      token_endpoint: `${origin}/${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${origin}/${tenant}/discovery/v2.0/keys`,
      response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
    },
  };
}

function botMetadata(origin: string): Answer {
  return {
    status: 200,
    body: {
      issuer: origin,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${origin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    },
  };
}
