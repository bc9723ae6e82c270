import { constants, generateKeyPairSync, privateDecrypt, publicEncrypt, randomBytes, type KeyObject } from 'node:crypto';
import { serve, type Answer, type ApiSimulator, type SimulatorRequest } from '../router.js';

/** Stands for one Azure Key Vault with one RSA key, and for App Service's endpoint that gives a managed identity its tokens. */
export type KeyVaultSimulator = ApiSimulator & {
  /** Without a version, as the app is told it. */
  readonly keyUrl: string;
  /** For IDENTITY_ENDPOINT, IDENTITY_HEADER. */
  readonly identity: { readonly endpoint: string; readonly header: string };
  /** Makes a new version of the key; the ones before still unwrap. */
  rotateKey(): void;
  /** May the identity use the key? */
  isAllowed: boolean;
};

type KeyVersion = { readonly version: string; readonly publicKey: KeyObject; readonly privateKey: KeyObject };
type Options = { readonly keyName?: string; readonly clientId?: string | null; readonly port?: number };

const tokenLifetimeSeconds = 3600;
const oaep256 = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;

export async function startKeyVault({ keyName = 'tenant-mapper', clientId = null, port }: Options = {}): Promise<KeyVaultSimulator> {
  const header = randomBytes(16).toString('hex');
  const tokens = new Set<string>();
  const versions: KeyVersion[] = [];
  const rotateKey = () => void versions.push({ version: randomBytes(16).toString('hex'), ...generateKeyPairSync('rsa', { modulusLength: 2048 }) });
  rotateKey();
  const state = { isAllowed: true };

  function giveToken({ headers, query }: SimulatorRequest): Answer {
    if (headers['x-identity-header'] !== header) return { status: 401, body: { statusCode: 401, message: 'Unauthorized' } };
    if (query.get('api-version') !== '2019-08-01' || query.get('resource') !== 'https://vault.azure.net') return { status: 400, body: { statusCode: 400, message: 'Bad request' } };
    if (query.get('client_id') !== clientId) return { status: 400, body: { statusCode: 400, message: 'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.' } };
    const token = randomBytes(24).toString('base64url');
    tokens.add(token);
    return { status: 200, body: { access_token: token, expires_on: String(Math.floor(Date.now() / 1000) + tokenLifetimeSeconds), resource: query.get('resource'), token_type: 'Bearer' } };
  }

  function useKey(request: SimulatorRequest, verb: 'wrapkey' | 'unwrapkey'): Answer {
    const { headers, query, params, body, origin } = request;
    if (!query.get('api-version')) return fault(400, 'MissingApiVersionParameter', 'api-version must be specified');
    if (!tokens.has(/^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? '')) {
      return { ...fault(401, 'Unauthorized', 'AKV10000: Request is missing a Bearer or PoP token.'), headers: { 'www-authenticate': 'Bearer authorization="https://login.microsoftonline.com/common", resource="https://vault.azure.net"' } };
    }
    if (!state.isAllowed) return fault(403, 'Forbidden', 'Caller is not authorized to perform action on resource.');
    const wanted = params['version'];
    const key = wanted === undefined ? versions.at(-1) : versions.find(({ version }) => version === wanted);
    if (params['name'] !== keyName || !key) return fault(404, 'KeyNotFound', `A key with (name/id) ${params['name']}/${wanted ?? ''} was not found in this key vault.`);
    const kid = `${origin}/keys/${keyName}/${key.version}`;
    try {
      const { alg, value } = JSON.parse(body) as { alg?: unknown; value?: unknown };
      if (alg !== 'RSA-OAEP-256' || typeof value !== 'string') return fault(400, 'BadParameter', "Property 'alg' or 'value' has an invalid value");
      const bytes = Buffer.from(value, 'base64url');
      const result = verb === 'wrapkey' ? publicEncrypt({ key: key.publicKey, ...oaep256 }, bytes) : privateDecrypt({ key: key.privateKey, ...oaep256 }, bytes);
      return { status: 200, body: { kid, value: result.toString('base64url') } };
    } catch {
      return fault(400, 'BadParameter', 'The parameter is incorrect.');
    }
  }

  const keyRoutes = (['wrapkey', 'unwrapkey'] as const).flatMap((verb) => ['/keys/:name/:version/', '/keys/:name/'].map((path) => ({ method: 'POST', path: path + verb, handle: (request: SimulatorRequest) => useKey(request, verb) })));
  const simulator = await serve({ port, routes: [{ method: 'GET', path: '/msi/token', handle: giveToken }, ...keyRoutes], notFound: fault(404, 'NotFound', 'Not found') });
  return {
    ...simulator,
    keyUrl: `${simulator.url}/keys/${keyName}`,
    identity: { endpoint: `${simulator.url}/msi/token`, header },
    rotateKey,
    get isAllowed() {
      return state.isAllowed;
    },
    set isAllowed(isAllowed) {
      state.isAllowed = isAllowed;
    },
  };
}

function fault(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } };
}
