import { CallerIdConstants, CloudAdapter, StatusCodes, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationConfiguration, AuthenticationError, BotFrameworkAuthenticationFactory, ServiceClientCredentialsFactory, type AuthenticateRequestResult, type ServiceClientCredentials } from 'botframework-connector';
import type { Config } from '../../services/runtime/config.js';
import { AppError, toAppError } from '../../services/runtime/errors.js';
import type { Logger } from '../../services/runtime/logger.js';
import type { TokenSource } from '../../services/runtime/tokenSource.js';
import { connectorAudience } from './connectorToken.js';
import { assertTrusted, createConnectorHttpClient } from './connectorHttpClient.js';

type Options = { readonly config: Pick<Config, 'bot' | 'anchors'>; readonly token: TokenSource; readonly logger: Logger };

/** Verifies the channel's token once more and signs what the bot sends. Throws when there is no app id: botbuilder would then let everyone in. */
export function createBotAdapter({ config, token, logger }: Options): CloudAdapter {
  const { anchors, bot } = config;
  if (!bot.appId) throw new AppError('configuration', 'the bot has no app id');
  const connectorClientOptions = { httpClient: createConnectorHttpClient(anchors.botServiceOrigins) };
  return new LoggingAdapter(
    logger,
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

/** What fails is logged and answered with its status. botbuilder by itself would print it beside the log, with its stack. */
class LoggingAdapter extends CloudAdapter {
  readonly #logger: Logger;

  constructor(logger: Logger, ...given: ConstructorParameters<typeof CloudAdapter>) {
    super(...given);
    this.#logger = logger;
  }

  protected override async processActivity(authentication: string | AuthenticateRequestResult, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    try {
      return await (typeof authentication === 'string' ? super.processActivity(authentication, activity, logic) : super.processActivity(authentication, activity, logic));
    } catch (thrown) {
      const isRefused = thrown instanceof AuthenticationError;
      const error = toAppError(thrown);
      this.#logger[isRefused ? 'info' : 'error']({ code: isRefused ? 'not-signed-in' : error.code, err: thrown }, isRefused ? 'botbuilder refused an activity' : 'botbuilder could not process an activity');
      return { status: isRefused ? StatusCodes.UNAUTHORIZED : StatusCodes.INTERNAL_SERVER_ERROR, body: 'botbuilder failed' };
    }
  }
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
