import { randomBytes } from 'node:crypto';

/** Who signed in to which app, and how. */
export type Grant = { readonly tenantId: string; readonly clientId: string; readonly userId: string; readonly hasMfa: boolean };
/** Why a refresh token is refused from now on. */
export type GrantEnd = 'expired' | 'revoked' | 'needs-mfa' | 'needs-interaction';

type Refusal = { readonly error: string; readonly code: number; readonly text: string };
const refusals: Record<GrantEnd, Refusal> = {
  expired: { error: 'invalid_grant', code: 700082, text: 'The refresh token has expired due to inactivity.' },
  revoked: { error: 'invalid_grant', code: 50173, text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.' },
  'needs-mfa': { error: 'invalid_grant', code: 50076, text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.' },
  'needs-interaction': { error: 'interaction_required', code: 50079, text: 'The user must enroll in multi-factor authentication.' },
};

/** Refresh tokens as Entra keeps them: each redemption gives a new one, and the old ones stay good. */
export type RefreshTokens = {
  issue(grant: Grant): string;
  redeem(token: string, asked: Pick<Grant, 'tenantId' | 'clientId'>): Grant | Refusal;
  /** Ends every token of the app's grants; undefined makes them good again. */
  end(clientId: string, why: GrantEnd | undefined): void;
};

export function createRefreshTokens(): RefreshTokens {
  const grants = new Map<string, Grant>();
  const ended = new Map<string, GrantEnd>();
  return {
    issue(grant) {
      const token = `0.${randomBytes(48).toString('base64url')}`;
      grants.set(token, grant);
      return token;
    },
    redeem(token, { tenantId, clientId }) {
      const grant = grants.get(token);
      if (!grant || grant.clientId !== clientId || grant.tenantId !== tenantId) return { error: 'invalid_grant', code: 70000, text: 'The provided value for the input parameter refresh_token is not valid.' };
      const end = ended.get(clientId);
      return end ? refusals[end] : grant;
    },
    end: (clientId, why) => void (why ? ended.set(clientId, why) : ended.delete(clientId)),
  };
}
