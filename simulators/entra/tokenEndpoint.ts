import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Clock } from '../../services/runtime/clock.js';
import type { Answer, SimulatorRequest } from '../router.js';
import { appTokenClaims, appTokenSeconds, delegatedTokenClaims } from './appToken.js';
import { proveClient, type AppCredentials } from './clientAuthentication.js';
import type { RefreshTokens } from './refreshTokens.js';
import { newestKey, signClaims, type KeyRing } from './signingKey.js';

/** An app registration. Without `audiences` it may ask a token for any resource. */
export type EntraApp = AppCredentials & { readonly tenantId: string; readonly audiences?: readonly string[] };

type TokenEndpoint = { readonly apps: readonly EntraApp[]; readonly keys: KeyRing; readonly clock: Clock; readonly refreshTokens: RefreshTokens };

/** Client credentials and refresh tokens, in the v1 (`resource`) or v2 (`scope`) dialect. Signs nobody in. */
export async function answerTokenRequest({ apps, keys, clock, refreshTokens }: TokenEndpoint, version: 'v1' | 'v2', request: SimulatorRequest): Promise<Answer> {
  const form = new URLSearchParams(request.body);
  const tenantId = (request.params['tenant'] ?? '').toLowerCase();
  const refuse = (status: number, error: string, code: number, text: string) => refusal(request.origin, clock, { status, error, code, text });

  const grantType = form.get('grant_type');
  const proof = form.has('client_assertion') ? 'client_assertion_type' : 'client_secret';
  const missing = ['grant_type', 'client_id', proof, version === 'v1' ? 'resource' : 'scope', ...(grantType === 'refresh_token' ? ['refresh_token'] : [])].find((name) => !form.get(name));
  if (missing) return refuse(400, 'invalid_request', 900144, `The request body must contain the following parameter: '${missing}'.`);
  if (grantType !== 'client_credentials' && grantType !== 'refresh_token') return refuse(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grantType ?? ''}'.`);
  const residents = apps.filter((app) => app.tenantId.toLowerCase() === tenantId);
  if (residents.length === 0) return refuse(400, 'invalid_request', 90002, `Tenant '${tenantId}' not found. Check to make sure you have the correct tenant ID.`);
  const clientId = (form.get('client_id') ?? '').toLowerCase();
  const app = residents.find((resident) => resident.clientId.toLowerCase() === clientId);
  if (!app) return refuse(400, 'unauthorized_client', 700016, `Application with identifier '${clientId}' was not found in the directory '${tenantId}'.`);
  const endpoints = ['oauth2/v2.0/token', 'oauth2/token'].map((path) => `${request.origin}/${tenantId}/${path}`);
  const proven = await proveClient(form, app, endpoints, clock);
  if (proven === 'wrong-secret') return refuse(401, 'invalid_client', 7000215, 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.');
  if (proven === 'wrong-assertion') return refuse(401, 'invalid_client', 700027, 'The certificate with identifier used to sign the client assertion is not registered on application.');

  const isForApp = grantType === 'client_credentials';
  const resource = version === 'v1' ? form.get('resource') : resourceOf(form.get('scope') ?? '', isForApp);
  if (!resource) return refuse(400, 'invalid_scope', 1002012, `The provided value for scope ${form.get('scope') ?? ''} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`);
  if (app.audiences && !app.audiences.includes(resource)) return refuse(400, 'invalid_resource', 500011, `The resource principal named ${resource} was not found in the tenant named ${tenantId}.`);

  const nowSeconds = Math.floor(clock.now().getTime() / 1000);
  const claims = { entraUrl: request.origin, tenantId, clientId: app.clientId, resource, nowSeconds };
  const answer = async (payload: JWTPayload, more: object = {}): Promise<Answer> => {
    const token = await signClaims(newestKey(keys), payload);
    return { status: 200, headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' }, body: { ...tokenBody(version, token, resource, nowSeconds), ...more } };
  };
  if (isForApp) return answer(appTokenClaims(claims));
  const grant = refreshTokens.redeem(form.get('refresh_token') ?? '', { tenantId, clientId: app.clientId });
  if ('error' in grant) return refuse(400, grant.error, grant.code, grant.text);
  return answer(delegatedTokenClaims(claims, grant), { scope: `${resource}/user_impersonation`, refresh_token: refreshTokens.issue(grant) });
}

/** A refresh token may also be redeemed for scopes by name, beside OpenID's own. */
function resourceOf(scope: string, isForApp: boolean): string | undefined {
  if (isForApp) return /^(.+)\/\.default$/.exec(scope)?.[1];
  return scope.split(' ').flatMap((one) => /^(https:\/\/.+)\/[^/]+$/.exec(one)?.[1] ?? [])[0];
}

function tokenBody(version: 'v1' | 'v2', token: string, resource: string, nowSeconds: number): object {
  if (version === 'v2') return { token_type: 'Bearer', expires_in: appTokenSeconds, ext_expires_in: appTokenSeconds, access_token: token };
  const seconds = String(appTokenSeconds);
  return { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds, expires_on: String(nowSeconds + appTokenSeconds), not_before: String(nowSeconds), resource, access_token: token };
}

function refusal(origin: string, clock: Clock, { status, error, code, text }: { status: number; error: string; code: number; text: string }): Answer {
  const [traceId, correlationId] = [randomUUID(), randomUUID()];
  const timestamp = clock.now().toISOString().replace(/T(.*)\..*$/, ' $1Z');
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${code}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      error_uri: `${origin}/error?code=${code}`,
    },
  };
}
