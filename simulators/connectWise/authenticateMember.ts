import { timingSafeEqual } from 'node:crypto';
import type { Answer, SimulatorRequest } from '../router.js';
import { connectWiseError } from './connectWiseErrors.js';
import type { ConnectWiseQuirks } from './quirks.js';

/** An API member's keys and the integration's client id. */
export type ConnectWiseCredentials = { readonly companyId: string; readonly publicKey: string; readonly privateKey: string; readonly clientId: string };

/** The refusal, or undefined for who may come in. */
export function authenticateMember({ headers }: SimulatorRequest, { companyId, publicKey, privateKey, clientId }: ConnectWiseCredentials, quirks: ConnectWiseQuirks): Answer | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=]+)$/.exec(headers.authorization ?? '')?.[1];
  const given = Buffer.from(encoded ?? '', 'base64');
  const expected = Buffer.from(`${companyId}+${publicKey}:${privateKey}`);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return quirks.badCredentialsStatus === 404 ? connectWiseError(404, 'NotFound', 'The requested resource was not found.') : connectWiseError(401, 'Unauthorized', 'Invalid authorization credentials.');
  }
  if (headers['clientid'] !== clientId) return connectWiseError(quirks.missingClientIdStatus ?? 401, 'Unauthorized', 'The clientId header is missing or unknown.');
  return undefined;
}
