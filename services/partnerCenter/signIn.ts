import { AppError } from '../runtime/errors.js';
import { fetchOAuthToken, type TokenRefusal } from '../runtime/oauthToken.js';
import type { SourceTools } from '../runtime/sourceTools.js';
import { createTokenSource, type AccessToken, type TokenSource } from '../runtime/tokenSource.js';
import type { PartnerAccountAccess } from './account.js';
import { readCertificate, signAssertion } from './clientAssertion.js';
import { explainRefusal, isGrantLost, lacksMfa, lacksSignIn } from './explainRefusal.js';
import type { RefreshTokenStore } from './refreshTokens.js';

/** Signs the account in, for one API at a time: `resource` such as https://graph.microsoft.com; `customerId`: in the tenant of a customer who gave rights (GDAP). */
export type SignIn = { tokensFor(resource: string, customerId?: string): TokenSource };

type Ask = (tenantId: string, form: Readonly<Record<string, string>>, onRefusal?: (refusal: TokenRefusal) => void) => Promise<AccessToken & { readonly refreshToken: string | undefined }>;

/** A sign-in that has ended is not tried again for so long, unless there is a new one. */
const restMs = 10 * 60_000;

/** By the app alone, or on behalf of a person where the account has refresh tokens. Nothing is sent before a token is asked for. */
export function createSignIn(account: PartnerAccountAccess, tools: SourceTools): SignIn {
  const { http, clock, anchors } = tools;
  const { name, tenantId, clientId, refreshTokens } = account;
  const certificate = 'certificatePem' in account ? readCertificate(account.certificatePem, name) : undefined;
  const proof = (url: string): Record<string, string> =>
    certificate
      ? { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: signAssertion(certificate, { clientId, audience: url, clock }) }
      : { client_secret: 'clientSecret' in account ? account.clientSecret : '' };
  const ask: Ask = (signedInto, form, onRefusal) => {
    const url = `${anchors.entraAuthority}/${encodeURIComponent(signedInto)}/oauth2/v2.0/token`;
    return fetchOAuthToken(http, {
      url,
      form: { client_id: clientId, ...proof(url), ...form },
      system: 'Microsoft Entra',
      explain(refusal) {
        onRefusal?.(refusal);
        return explainRefusal(refusal, name);
      },
    });
  };
  const redeem = refreshTokens && createRedeemer(account, refreshTokens, ask, tools);
  return { tokensFor: (resource, customerId = tenantId) => createTokenSource(clock, () => (redeem ? redeem(resource, customerId) : ask(customerId, { grant_type: 'client_credentials', scope: `${resource}/.default` }))) };
}

/**
 * Redeems the stored refresh token, one call at a time. The new one that comes with each answer is stored before the access token is
 * used. A sign-in that has ended costs one call, two when another process has stored a new token meanwhile.
 */
function createRedeemer({ name, tenantId: home }: PartnerAccountAccess, store: RefreshTokenStore, ask: Ask, { clock, logger }: SourceTools): (resource: string, tenantId: string) => Promise<AccessToken> {
  let ended: { readonly version: number; readonly atMs: number; readonly error: unknown } | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function endWith(error: unknown): Promise<never> {
    ended = { version: (await store.read())?.version ?? 0, atMs: clock.now().getTime(), error };
    throw error;
  }

  async function redeemOnce(resource: string, tenantId: string, triesLeft: number): Promise<AccessToken> {
    const stored = await store.read();
    if (!stored) throw lacksSignIn(name);
    if (ended?.version === stored.version && clock.now().getTime() - ended.atMs < restMs) throw ended.error;
    let isLost = false;
    const form = { grant_type: 'refresh_token', refresh_token: stored.token, scope: `${resource}/.default offline_access` };
    // What a customer's tenant refuses says nothing of the grant itself.
    const answer = await ask(tenantId, form, (refusal) => void (isLost = tenantId === home && isGrantLost(refusal))).catch(async (error: unknown) => {
      if (!isLost) throw error;
      const wasReplaced = (await store.read())?.version !== stored.version;
      return triesLeft > 1 && wasReplaced ? undefined : endWith(error);
    });
    if (!answer) return redeemOnce(resource, tenantId, triesLeft - 1);
    const { refreshToken, ...access } = answer;
    if (refreshToken !== undefined && refreshToken !== stored.token) await keep(stored.version, refreshToken);
    if (hasMfa(access.accessToken)) return access;
    return tenantId === home ? endWith(lacksMfa(name)) : Promise.reject(lacksMfa(name));
  }

  async function keep(version: number, token: string): Promise<void> {
    try {
      await store.replace(version, token);
    } catch (error) {
      // Another process was quicker, and its token is as good as ours; anything else would lose the only good one.
      const now = await store.read();
      if (!now || now.version === version) throw error instanceof AppError ? error : new AppError('storage-unavailable', 'the new refresh token could not be stored', { cause: error, isRetryable: true });
      logger.info({ partnerAccount: name }, 'another process stored a newer refresh token');
    }
  }

  return (resource, tenantId) => {
    const turn = last.then(() => redeemOnce(resource, tenantId, 2));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Reads what Entra says of the sign-in inside a token that came from Entra itself; a token that can't be read is left to the API. */
function hasMfa(accessToken: string): boolean {
  try {
    const { amr } = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as { amr?: unknown };
    return !Array.isArray(amr) || amr.includes('mfa');
  } catch {
    return true;
  }
}
