import { createHash, randomBytes } from 'node:crypto';
import type { JWTPayload } from 'jose';

/** Claims to replace, or to leave out where undefined. For tests. */
type Overrides = Readonly<Record<string, unknown>>;

export type SsoTokenRequest = {
  /** The person's tenant, a GUID. */
  readonly orgId: string;
  /** The person's object id, a GUID. */
  readonly userId: string;
  readonly name: string;
  readonly username: string;
  /** The tab's client id. */
  readonly audience: string;
  /** App roles. */
  readonly roles?: readonly string[];
  readonly overrides?: Overrides;
};

export type ChannelTokenRequest = {
  /** The bot's app id. */
  readonly audience: string;
  readonly serviceUrl: string;
  readonly overrides?: Overrides;
};

const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export function ssoTokenClaims(entraUrl: string, nowSeconds: number, { orgId, userId, name, username, audience, roles, overrides = {} }: SsoTokenRequest): JWTPayload {
  return withOverrides(overrides, {
    aud: audience,
    iss: `${entraUrl}/${orgId}/v2.0`,
    iat: nowSeconds,
    nbf: nowSeconds,
    exp: nowSeconds + 3600,
    azp: teamsWebClientId,
    azpacr: '0',
    name,
    oid: userId,
    preferred_username: username,
    ...(roles ? { roles: [...roles] } : {}),
    scp: 'access_as_user',
    sub: createHash('sha256').update(`${userId}/${audience}`).digest('base64url'),
    tid: orgId,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  });
}

export function channelTokenClaims(botIssuer: string, nowSeconds: number, { audience, serviceUrl, overrides = {} }: ChannelTokenRequest): JWTPayload {
  return withOverrides(overrides, { serviceurl: serviceUrl, nbf: nowSeconds, exp: nowSeconds + 3600, iss: botIssuer, aud: audience });
}

function withOverrides(overrides: Overrides, claims: JWTPayload): JWTPayload {
  return Object.fromEntries(Object.entries({ ...claims, ...overrides }).filter(([, value]) => value !== undefined));
}
