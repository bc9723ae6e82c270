import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../services/runtime/clock.js';
import type { Answer, SimulatorRequest } from '../router.js';
import { appTokenClaims, appTokenSeconds } from './appToken.js';
import { newestKey, signClaims, type KeyRing } from './signingKey.js';

/** An app registration. Without `audiences` it may ask a token for any resource. */
export type EntraApp = { readonly tenantId: string; readonly clientId: string; readonly clientSecret: string; readonly audiences?: readonly string[] };

type TokenEndpoint = { readonly apps: readonly EntraApp[]; readonly keys: KeyRing; readonly clock: Clock };

/** Client credentials only, in the v1 (`resource`) or v2 (`scope`) dialect. Issues nothing to people. */
export async function answerTokenRequest({ apps, keys, clock }: TokenEndpoint, version: 'v1' | 'v2', request: SimulatorRequest): Promise<Answer> {
  const form = new URLSearchParams(request.body);
  const tenantId = (request.params['tenant'] ?? '').toLowerCase();
  const refuse = (status: number, error: string, code: number, text: string) => refusal(request.origin, clock, { status, error, code, text });

  const missing = ['grant_type', 'client_id', 'client_secret', version === 'v1' ? 'resource' : 'scope'].find((name) => !form.get(name));
  if (missing) return refuse(400, 'invalid_request', 900144, `The request body must contain the following parameter: '${missing}'.`);
  if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${form.get('grant_type') ?? ''}'.`);
  const residents = apps.filter((app) => app.tenantId.toLowerCase() === tenantId);
  if (residents.length === 0) return refuse(400, 'invalid_request', 90002, `Tenant '${tenantId}' not found. Check to make sure you have the correct tenant ID.`);
  const clientId = (form.get('client_id') ?? '').toLowerCase();
  const app = residents.find((resident) => resident.clientId.toLowerCase() === clientId);
  if (!app) return refuse(400, 'unauthorized_client', 700016, `Application with identifier '${clientId}' was not found in the directory '${tenantId}'.`);
  if (!isSameText(form.get('client_secret') ?? '', app.clientSecret)) return refuse(401, 'invalid_client', 7000215, 'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.');

  const resource = version === 'v1' ? form.get('resource') : /^(.+)\/\.default$/.exec(form.get('scope') ?? '')?.[1];
  if (!resource) return refuse(400, 'invalid_scope', 1002012, `The provided value for scope ${form.get('scope') ?? ''} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`);
  if (app.audiences && !app.audiences.includes(resource)) return refuse(400, 'invalid_resource', 500011, `The resource principal named ${resource} was not found in the tenant named ${tenantId}.`);

  const nowSeconds = Math.floor(clock.now().getTime() / 1000);
  const token = await signClaims(newestKey(keys), appTokenClaims({ entraUrl: request.origin, tenantId, clientId: app.clientId, resource, nowSeconds }));
  return { status: 200, headers: { 'cache-control': 'no-store, no-cache', pragma: 'no-cache' }, body: tokenBody(version, token, resource, nowSeconds) };
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

function isSameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
