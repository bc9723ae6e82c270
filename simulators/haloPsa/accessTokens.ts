import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../services/runtime/clock.js';
import type { Answer, SimulatorRequest } from '../router.js';
import type { HaloPsaQuirks } from './quirks.js';

export type HaloPsaCredentials = { readonly tenant: string; readonly clientId: string; readonly clientSecret: string };

export type AccessTokens = {
  answerTokenRequest(request: SimulatorRequest, quirks: HaloPsaQuirks): Answer;
  isValid(authorization: string | undefined): boolean;
  /** Every token handed out so far is refused from now on. */
  revokeAll(): void;
};

export function createAccessTokens({ tenant, clientId, clientSecret }: HaloPsaCredentials, lifetimeSeconds: number, clock: Clock): AccessTokens {
  const expiries = new Map<string, number>();
  return {
    answerTokenRequest({ body, query }, { needsTenant = false }) {
      const form = new URLSearchParams(body);
      const named = query.get('tenant');
      const isOurTenant = named === null ? !needsTenant : named.toLowerCase() === tenant.toLowerCase();
      if (form.get('grant_type') !== 'client_credentials') return { status: 400, body: { error: 'unsupported_grant_type' } };
      if (!isOurTenant || !isSameText(form.get('client_id') ?? '', clientId) || !isSameText(form.get('client_secret') ?? '', clientSecret)) return { status: 401, body: { error: 'invalid_client' } };
      const scope = form.get('scope');
      if (!scope) return { status: 400, body: { error: 'invalid_scope' } };
      const token = randomBytes(48).toString('base64url');
      expiries.set(token, clock.now().getTime() + lifetimeSeconds * 1000);
      return { status: 200, headers: { 'cache-control': 'no-store' }, body: { scope, token_type: 'Bearer', access_token: token, expires_in: lifetimeSeconds } };
    },
    isValid(authorization) {
      const expiry = expiries.get(/^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '');
      return expiry !== undefined && clock.now().getTime() < expiry;
    },
    revokeAll: () => expiries.clear(),
  };
}

function isSameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
