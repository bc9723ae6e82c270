import { createHash } from 'node:crypto';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { systemClock, type Clock } from '../../services/runtime/clock.js';

/** The claims of a token that an app got for itself, in Entra's v1 format as Partner Center and the Bot Connector get them. */
export type AppTokenClaims = { readonly tid: string; readonly appid: string; readonly aud: string };

/** Rejects when the token is not Entra's, is over, or is meant for another audience (`JWTClaimValidationFailed` with claim `aud`). */
export type VerifyAppToken = (token: string, audience: string | string[]) => Promise<AppTokenClaims>;

export const appTokenSeconds = 3599;

export function appTokenClaims({ entraUrl, tenantId, clientId, resource, nowSeconds }: { entraUrl: string; tenantId: string; clientId: string; resource: string; nowSeconds: number }): JWTPayload {
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
  const keys = createRemoteJWKSet(new URL(`${entraUrl}/common/discovery/v2.0/keys`), { cooldownDuration: 0 });
  return async (token, audience) => {
    const { payload } = await jwtVerify(token, keys, { audience, algorithms: ['RS256'], requiredClaims: ['exp', 'nbf', 'iss'], currentDate: clock.now() });
    const { tid, appid, aud, idtyp } = payload;
    if (idtyp !== 'app' || typeof tid !== 'string' || typeof appid !== 'string' || typeof aud !== 'string') throw new Error('This is no app token.');
    if (payload.iss !== appTokenIssuer(entraUrl, tid)) throw new Error('The token has another issuer.');
    return { tid, appid, aud };
  };
}

/** Stands for https://sts.windows.net/{tenant}/. */
function appTokenIssuer(entraUrl: string, tenantId: string): string {
  return `${entraUrl}/${tenantId}/`;
}
