import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { systemClock, type Clock } from '../../services/runtime/clock.js';
import type { Grant } from './refreshTokens.js';

/** The claims of a token that an app got for itself, in Entra's v1 format as Partner Center and the Bot Connector get them. */
export type AppTokenClaims = { readonly tid: string; readonly appid: string; readonly aud: string };

/** The claims of a token that an app got for itself or, with `isUser`, on behalf of a person. */
export type ApiTokenClaims = AppTokenClaims & { readonly isUser: boolean; readonly hasMfa: boolean };
export type VerifyApiToken = (token: string, audience: string | string[]) => Promise<ApiTokenClaims>;

/** Rejects when the token is not Entra's, is over, or is meant for another audience (`JWTClaimValidationFailed` with claim `aud`). */
export type VerifyAppToken = (token: string, audience: string | string[]) => Promise<AppTokenClaims>;

export const appTokenSeconds = 3599;

type TokenFor = { readonly entraUrl: string; readonly tenantId: string; readonly clientId: string; readonly resource: string; readonly nowSeconds: number };

/** On behalf of the person of the grant. */
export function delegatedTokenClaims(token: TokenFor, { userId, hasMfa }: Pick<Grant, 'userId' | 'hasMfa'>): JWTPayload {
  return { ...appTokenClaims(token), idtyp: 'user', oid: userId, sub: userId, scp: 'user_impersonation', amr: hasMfa ? ['pwd', 'mfa'] : ['pwd'] };
}

export function appTokenClaims({ entraUrl, tenantId, clientId, resource, nowSeconds }: TokenFor): JWTPayload {
  const servicePrincipalId = createHash('sha256').update(`${tenantId}/${clientId}`).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
  return {
    aud: resource,
    iss: appTokenIssuer(entraUrl, tenantId),
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + appTokenSeconds,
    appid: clientId,
    appidacr: '1',
    azp: clientId,
    idp: appTokenIssuer(entraUrl, tenantId),
    idtyp: 'app',
    oid: servicePrincipalId,
    sub: servicePrincipalId,
    tid: tenantId,
    ver: '1.0',
  };
}

/** For the simulators that are called with app tokens: checks them against Entra's published keys. */
export function createAppTokenVerifier(entraUrl: string, clock: Clock = systemClock): VerifyAppToken {
  const verify = createApiTokenVerifier(entraUrl, clock);
  return async (token, audience) => {
    const { tid, appid, aud, isUser } = await verify(token, audience);
    if (isUser) throw new Error('This is no app token.');
    return { tid, appid, aud };
  };
}

/** For the simulators that apps call for themselves or on behalf of people. */
export function createApiTokenVerifier(entraUrl: string, clock: Clock = systemClock): VerifyApiToken {
  const keys = createRemoteJWKSet(new URL(`${entraUrl}/common/discovery/v2.0/keys`), { cooldownDuration: 0 });
  return async (token, audience) => {
    const { payload } = await jwtVerify(token, keys, { audience, algorithms: ['RS256'], requiredClaims: ['exp', 'nbf', 'iss'], currentDate: clock.now() });
    const { tid, appid, aud, idtyp, amr } = payload;
    if ((idtyp !== 'app' && idtyp !== 'user') || typeof tid !== 'string' || typeof appid !== 'string' || typeof aud !== 'string') throw new Error('This is no app token.');
    if (payload.iss !== appTokenIssuer(entraUrl, tid)) throw new Error('The token has another issuer.');
    return { tid, appid, aud, isUser: idtyp === 'user', hasMfa: Array.isArray(amr) && amr.includes('mfa') };
  };
}

/** Stands for https://sts.windows.net/{tenant}/. */
function appTokenIssuer(entraUrl: string, tenantId: string): string {
  return `${entraUrl}/${tenantId}/`;
}
