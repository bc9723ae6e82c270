import { timingSafeEqual } from 'node:crypto';
import type { Answer, SimulatorRequest } from '../router.js';
import { autotaskError } from './autotaskErrors.js';

/** An API-only user and the tracking identifier of the integration. */
export type AutotaskCredentials = { readonly userName: string; readonly secret: string; readonly integrationCode: string };

/** The refusal, or undefined for who may come in. Only a wrong secret is a 401: the other two are answered with 500, as the product does. */
export function authenticateUser({ headers }: SimulatorRequest, { userName, secret, integrationCode }: AutotaskCredentials): Answer | undefined {
  if (!isSame(headers['username'], userName)) return autotaskError(500, 'The username is not known.');
  if (!isSame(headers['secret'], secret)) return { status: 401 };
  if (!isSame(headers['apiintegrationcode'], integrationCode)) return autotaskError(500, 'IntegrationCode is invalid.');
  return undefined;
}

function isSame(given: string | string[] | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(String(given ?? '')), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
