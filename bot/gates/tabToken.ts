import { z } from 'zod';
import { parseGuid, parseOrgId, parseUserId } from '../../services/domain/ids.js';
import type { Caller } from '../../services/domain/organization.js';
import type { Clock } from '../../services/runtime/clock.js';
import type { Config } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import { roleOf } from './roles.js';
import { createSigningKeys, type SigningKeys } from './signingKeys.js';
import { verifyToken } from './verifyToken.js';

/** Who a Teams single-sign-on token stands for. AppError `not-signed-in`, `not-allowed` (known, but without a role) or `source-unavailable` (no keys). */
export type TabTokenGate = { admit(token: string, requestId: string): Promise<Caller> };

type GateConfig = Pick<Config, 'anchors' | 'tabClientId' | 'organization' | 'people' | 'defaultRole'>;
type Options = { readonly config: GateConfig; readonly clock: Clock; readonly keys?: SigningKeys };

const skewSeconds = 60;
const maxLifeSeconds = 28 * 60 * 60;

/** Microsoft's published rules for access tokens, one tenant, delegated only. Authority comes from `tid` and `oid`; names are for display. */
export function createTabTokenGate({ config, clock, keys = entraKeys(config) }: Options): TabTokenGate {
  const { entraAuthority, teamsClientIds } = config.anchors;
  const { orgId } = config.organization;
  const issuer = `${entraAuthority}/${orgId}/v2.0`;
  const claims = claimsSchema({ audience: config.tabClientId, issuer, orgId, teamsClientIds });
  const refuseKey = ({ issuer: keyIssuer }: Readonly<Record<string, unknown>>) =>
    keyIssuer === undefined || (typeof keyIssuer === 'string' && keyIssuer.replace('{tenantid}', orgId) === issuer) ? undefined : "the key belongs to another tenant's issuer";

  return {
    async admit(token, requestId) {
      const now = clock.now();
      const claim = await verifyToken(token, { keys, issuer, audience: config.tabClientId, skewSeconds, now, claims, refuseKey });
      if (claim.iat > now.getTime() / 1000 + skewSeconds) throw new AppError('not-signed-in', 'the token was issued in the future');
      const caller = { orgId: parseOrgId(claim.tid), userId: parseUserId(claim.oid), role: roleOf(config, claim.oid, claim.roles) };
      if (!caller.orgId || !caller.userId) throw new AppError('not-signed-in', 'tid or oid is no GUID');
      if (!caller.role) throw new AppError('not-allowed', 'the person has no role', { sentence: 'You have no role in Tenant Mapper yet. Ask an administrator of the app.' });
      const person = { userId: caller.userId, name: claim.name ?? claim.preferred_username ?? claim.oid };
      return { orgId: caller.orgId, person, role: caller.role, via: 'tab', requestId };
    },
  };
}

function entraKeys({ anchors }: GateConfig): SigningKeys {
  return createSigningKeys({ url: new URL(`${anchors.entraAuthority}/common/discovery/v2.0/keys`) });
}

function claimsSchema({ audience, issuer, orgId, teamsClientIds }: { audience: string; issuer: string; orgId: string; teamsClientIds: readonly string[] }) {
  const displayName = z.string().max(300).optional();
  return z
    .object({
      ver: z.literal('2.0'),
      aud: z.literal(audience),
      iss: z.literal(issuer),
      tid: z.literal(orgId),
      oid: z.string().refine((text) => parseGuid(text) === text),
      azp: z.string().refine((id) => teamsClientIds.includes(id)),
      scp: z.string().refine((text) => hasScope(text.split(' '))),
      /** Absent in people's tokens or `user`; `app` is refused. */
      idtyp: z.literal('user').optional(),
      /** 0 member, 1 guest. */
      acct: z.literal(0).optional(),
      roles: z.array(z.string()).max(100).optional(),
      iat: z.number(),
      nbf: z.number(),
      exp: z.number(),
      name: displayName,
      preferred_username: displayName,
    })
    .refine(({ exp, iat }) => exp - iat <= maxLifeSeconds);
}

/** An empty part means that the text is not of Entra's making. */
function hasScope(scopes: readonly string[]): boolean {
  return scopes.includes('access_as_user') && !scopes.includes('');
}
