import { CallerIdConstants, CloudAdapter } from 'botbuilder';
import { AuthenticationConfiguration, BotFrameworkAuthenticationFactory, ServiceClientCredentialsFactory, type ServiceClientCredentials } from 'botframework-connector';
import type { Config } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import type { TokenSource } from '../../services/runtime/tokenSource.js';
import { connectorAudience } from './connectorToken.js';
import { assertTrusted, createConnectorHttpClient } from './connectorHttpClient.js';

type Options = { readonly config: Pick<Config, 'bot' | 'anchors'>; readonly token: TokenSource };

/** Verifies the channel's token once more and signs what the bot sends. Throws when there is no app id: botbuilder would then let everyone in. */
export function createBotAdapter({ config, token }: Options): CloudAdapter {
  const { anchors, bot } = config;
  if (!bot.appId) throw new AppError('configuration', 'the bot has no app id');
  const connectorClientOptions = { httpClient: createConnectorHttpClient(anchors.botServiceOrigins) };
  return new CloudAdapter(
    BotFrameworkAuthenticationFactory.create(
      '',
      true,
      `${anchors.entraAuthority}/${bot.tenantId}`,
      connectorAudience,
      anchors.botIssuer,
      anchors.botIssuer,
      anchors.botOpenIdMetadataUrl,
      anchors.botOpenIdMetadataUrl,
      CallerIdConstants.PublicAzureChannel,
      new OwnCredentialsFactory(bot.appId, token, anchors.botServiceOrigins),
      new AuthenticationConfiguration(['msteams']),
      undefined,
      connectorClientOptions,
    ),
  );
}

class OwnCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #credentials: ServiceClientCredentials;

  constructor(appId: string, token: TokenSource, trustedOrigins: readonly string[]) {
    super();
    this.#appId = appId;
    this.#credentials = {
      async signRequest(request) {
        assertTrusted(request.url, trustedOrigins);
        request.headers.set('authorization', `Bearer ${await token.get()}`);
        return request;
      },
    };
  }

  isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(appId === this.#appId);
  }

  isAuthenticationDisabled(): Promise<boolean> {
    return Promise.resolve(false);
  }

  createCredentials(appId: string): Promise<ServiceClientCredentials> {
    if (appId !== this.#appId) return Promise.reject(new AppError('configuration', 'credentials for another app were asked for'));
    return Promise.resolve(this.#credentials);
  }
}
