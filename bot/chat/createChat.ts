import { ActivityTypes, type Request, type TurnContext } from 'botbuilder';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Services } from '../../services/index.js';
import type { Clock } from '../../services/runtime/clock.js';
import type { Config } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import { createHttpClient } from '../../services/runtime/httpClient.js';
import type { Logger } from '../../services/runtime/logger.js';
import { contextOf } from '../gates/requestContext.js';
import { sendJson, sendProblem } from '../gates/sendProblem.js';
import { addCompanyActions } from './addCompany/addCompanyActions.js';
import { undoAction } from './addCompany/undoAction.js';
import { createBotAdapter } from './botAuthentication.js';
import { createConnectorToken } from './connectorToken.js';
import { createChatTurns, cardMessage, failureCard } from './chatTurns.js';
import type { CardAction } from './chatTools.js';
import { allCommands } from './commands/allCommands.js';
import { commandAction } from './commands/commandAction.js';
import { createConversationBot } from './conversationBot.js';
import { createDelivery } from './deliverReply.js';
import { cardAnswer } from './invokeAnswers.js';
import { undoSaveAction } from './history/undoSave.js';
import { decideActions } from './review/decideActions.js';
import { nameTenantAction } from './review/nameTenant.js';
import { reviewActions } from './review/reviewActions.js';
import { takeBackAction } from './review/takeBackAction.js';
import { TeamsBot } from './teamsBot.js';
import { languageOf } from './language/language.js';
import { createMessageExtension } from './messageExtension/createMessageExtension.js';
import { acceptAction } from './notifications/acceptAction.js';
import { createNewsTeller, type TellNews } from './notifications/createNewsTeller.js';
import { notifyActions } from './notifications/notifyActions.js';
import { createNoticeSender } from './notifications/sendNotice.js';
import { withinRequest } from './turnScope.js';
import { createWelcomeOnce } from './welcomeOnce.js';

export type ChatConfig = Pick<Config, 'anchors' | 'bot' | 'teamsAppId' | 'nextStepUrl' | 'organization' | 'people' | 'defaultRole'>;
type Options = { readonly config: ChatConfig; readonly services: Services; readonly logger: Logger; readonly clock: Clock };

export type Chat = {
  /** `body`: an activity that the gate has let in. Answers the request in every case; never rejects. */
  handleActivity(request: IncomingMessage & { readonly body?: unknown }, response: ServerResponse): Promise<void>;
  readonly tellNews: TellNews;
};

/** The bot: everything behind /api/messages. */
export function createChat({ config, services, logger, clock }: Options): Chat {
  const http = createHttpClient({ logger, clock, anchors: config.anchors, limits: { retries: 1, firstByteMs: 4_000, wholeMs: 6_000 } });
  const token = createConnectorToken({ config, http, clock });
  const adapter = createBotAdapter({ config, token, logger });
  adapter.onTurnError = answerFailure;

  const tools = { services, config };
  const turns = createChatTurns(config);
  const commands = allCommands(tools);
  const actions: CardAction[] = [commandAction(commands), ...addCompanyActions(tools), undoAction(tools), ...decideActions(tools), takeBackAction(tools), ...reviewActions(tools), nameTenantAction(tools), undoSaveAction(tools), ...notifyActions(tools), acceptAction(tools)];
  const delivery = createDelivery(adapter, config.bot.appId);
  const bot = new TeamsBot({ services, turns, delivery, actions, messageExtension: createMessageExtension(tools, turns), welcome: createWelcomeOnce(clock) });
  const conversationBot = createConversationBot({
    adapter,
    commands,
    actions,
    onCommand: (context, command, argument) => delivery.command(context, turns.runCommand(context, command, argument)),
    onAction: (context, action, data) => delivery.action(context, turns.runAction(context, action, data)),
  });

  // A message must not appear twice, and a round of news has no time to wait: what fails is tried again with the next round.
  const onceHttp = createHttpClient({ logger, clock, anchors: config.anchors, limits: { retries: 0, firstByteMs: 8_000, wholeMs: 10_000 } });
  const send = createNoticeSender({ http: onceHttp, token, trustedOrigins: config.anchors.botServiceOrigins, logger });

  return {
    tellNews: createNewsTeller({ services, config, send, logger }),
    async handleActivity(request, response) {
      try {
        const answer = recordAnswer();
        await withinRequest(contextOf(request), () => conversationBot.requestHandler(request as Request, answer.response, (context) => bot.run(context)));
        // botbuilder's own failures are texts and stay inside; what our code answers to an invoke is an object.
        if (typeof answer.body === 'string') throw failureOf(answer.status);
        if (answer.body === undefined) response.writeHead(answer.status).end();
        else sendJson(response, answer.status, answer.body as object);
      } catch (error) {
        sendProblem(request, response, error);
      }
    },
  };
}

/** What no handler has caught. An invoke must be answered, or the client shows nothing. */
async function answerFailure(context: TurnContext, error: Error): Promise<void> {
  const card = failureCard(languageOf(context.activity.locale), error);
  const type: string = context.activity.type;
  if (type === 'invoke') await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: cardAnswer(card) });
  else if (type === 'message') await context.sendActivity(cardMessage(card));
}

function failureOf(status: number): AppError {
  return status === 401 || status === 403 ? new AppError('not-signed-in', `botbuilder answered ${status}`) : new AppError('internal', `botbuilder answered ${status}`);
}

/** Takes botbuilder's answer, so that only what is ours is sent. */
function recordAnswer() {
  const answer = {
    status: 200,
    body: undefined as unknown,
    response: {
      socket: undefined,
      header: () => undefined,
      status: (code: number) => (answer.status = code),
      send: (body: unknown) => (answer.body = body),
      end: () => undefined,
    },
  };
  return answer;
}
