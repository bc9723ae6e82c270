import { z } from 'zod';
import { fetchClientCredentialsToken } from '../../services/runtime/clientCredentials.js';
import type { Clock } from '../../services/runtime/clock.js';
import type { BotCredentials, Config } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import { fetchOnce, type CallLimits } from '../../services/runtime/fetchOnce.js';
import type { HttpClient } from '../../services/runtime/httpClient.js';
import { createTokenSource, type AccessToken, type TokenSource } from '../../services/runtime/tokenSource.js';

export const connectorAudience = 'https://api.botframework.com';

type Options = { readonly config: Pick<Config, 'bot' | 'anchors'>; readonly http: HttpClient; readonly clock: Clock };

/** The token with which the bot calls the Bot Connector. MSAL refuses http authorities, so it can't serve the simulators. */
export function createConnectorToken({ config, http, clock }: Options): TokenSource {
  const { appId, tenantId, credentials } = config.bot;
  return createTokenSource(clock, () => {
    switch (credentials.kind) {
      case 'secret':
        return fetchClientCredentialsToken(http, {
          url: `${config.anchors.entraAuthority}/${tenantId}/oauth2/v2.0/token`,
          clientId: appId,
          clientSecret: credentials.password,
          scope: `${connectorAudience}/.default`,
          system: 'Microsoft Entra ID',
          explain: ({ error, hints }) => new AppError('source-unauthorized', `the bot's credentials were refused: ${error} ${hints.join(' ')}`),
        });
      case 'managed-identity':
        return fetchManagedIdentityToken(credentials, appId, clock);
    }
  });
}

const identityLimits: CallLimits = { firstByteMs: 5_000, wholeMs: 8_000, bodyIdleMs: 5_000, maxBodyBytes: 64 * 1024 };
const identityAnswer = z.object({ access_token: z.string().min(1), /** Unix time in seconds, as text. */ expires_on: z.coerce.number().positive() });

/** App Service's own endpoint, which is on a private address: hence past the guard of the usual client. */
async function fetchManagedIdentityToken({ endpoint, header }: Extract<BotCredentials, { kind: 'managed-identity' }>, clientId: string, clock: Clock): Promise<AccessToken> {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({ 'api-version': '2019-08-01', resource: connectorAudience, client_id: clientId }).toString();
  const response = await fetchOnce(url, { url, headers: { 'x-identity-header': header } }, identityLimits);
  const parsed = response.status === 200 ? identityAnswer.safeParse(response.json()) : undefined;
  if (!parsed?.success) throw new AppError('source-unauthorized', `the managed identity gave no token: status ${response.status}`);
  return { accessToken: parsed.data.access_token, expiresInSeconds: parsed.data.expires_on - clock.now().getTime() / 1000 };
}
