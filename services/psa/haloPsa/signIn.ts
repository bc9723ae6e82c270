import { fetchClientCredentialsToken } from '../../runtime/clientCredentials.js';
import { AppError } from '../../runtime/errors.js';
import type { HttpClient, HttpResponse } from '../../runtime/httpClient.js';
import type { AccessToken } from '../../runtime/tokenSource.js';
import { authInfo } from './schema.js';
import type { HaloPsaSecrets, HaloPsaSettings } from './settings.js';

export const system = 'HaloPSA';

/** Finds the token endpoint through `authinfo` and signs in there. */
export async function fetchHaloPsaToken(http: HttpClient, settings: HaloPsaSettings, secrets: HaloPsaSecrets, connection: string): Promise<AccessToken> {
  const info = readAuthInfo(await http.send({ url: `${settings.baseUrl}/api/authinfo`, headers: { accept: 'application/json' } }));
  const url = new URL(`${trustedAuthUrl(settings.baseUrl, info?.auth_url ?? '')}/token`);
  const tenant = settings.tenant || info?.tenant_id;
  if (tenant) url.searchParams.set('tenant', tenant);
  const { clientId, clientSecret } = secrets;
  const explain = ({ status, error }: { status: number; error: string }) => new AppError('source-unauthorized', `${system} answered ${status} ${error}`, { sentence: `HaloPSA refused the client id or the client secret of connection "${connection}". Make a new secret under Configuration > Integrations > Halo PSA API.`, facts: [{ code: 'connection-refused', system, connection, where: 'Configuration > Integrations > Halo PSA API' }] });
  return fetchClientCredentialsToken(http, { url, clientId, clientSecret, scope: 'all', system, explain });
}

/** Some instances have no such page, or a broken one: then the usual address is right. */
function readAuthInfo(response: HttpResponse) {
  if (response.status !== 200) return undefined;
  let json: unknown;
  try {
    json = response.json();
  } catch {
    return undefined;
  }
  return authInfo.safeParse(json).data;
}

/** The instance chooses where our secret goes, so only its own host or HaloPSA's are accepted. */
function trustedAuthUrl(baseUrl: string, authUrl: string): string {
  if (!authUrl) return `${baseUrl}/auth`;
  const url = URL.canParse(authUrl, baseUrl) ? new URL(authUrl, baseUrl) : undefined;
  const isTrusted = url && !url.username && !url.password && (url.origin === new URL(baseUrl).origin || (url.protocol === 'https:' && !url.port && url.hostname.endsWith('.halopsa.com')));
  if (isTrusted) return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  const named = url?.host ?? 'no address';
  throw new AppError('source-blocked', `${system}: authinfo names ${named}`, { sentence: `HaloPSA says that sign-in is at "${named}", which is neither its own host nor one of HaloPSA's.`, facts: [{ code: 'address-foreign', system, host: named }] });
}
