import { ActivityHandler, INVOKE_RESPONSE_KEY, StatusCodes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { parseOrgId } from '../../services/domain/ids.js';
import type { Services } from '../../services/index.js';
import { errorTable, toAppError } from '../../services/runtime/errors.js';
import { errorCard, helpCard, unknownTextCard } from './cards/messageCards.js';
import { messageWords } from './cards/messageWords.js';
import type { CardAction } from './chatTools.js';
import { cardMessage, failureCard, type ChatTurns } from './chatTurns.js';
import { cleanMessage, closestCommand } from './commands/readCommand.js';
import { typedCommandOf } from './conversationBot.js';
import type { Delivery } from './deliverReply.js';
import { errorAnswer, searchAnswer } from './invokeAnswers.js';
import { searchChoices } from './searchChoices.js';
import { errorSentence } from './language/errorWords.js';
import { languageOf, type Language } from './language/language.js';
import type { MessageExtension } from './messageExtension/createMessageExtension.js';
import { goneWith } from './notifications/goneWith.js';
import { currentRequest } from './turnScope.js';
import type { createWelcomeOnce } from './welcomeOnce.js';

type Options = {
  readonly services: Services;
  readonly turns: ChatTurns;
  readonly delivery: Delivery;
  readonly actions: readonly CardAction[];
  readonly messageExtension: MessageExtension;
  readonly welcome: ReturnType<typeof createWelcomeOnce>;
};

const submitted = z.looseObject({ verb: z.string() });

/** What is no known command and no known verb: other texts, buttons sent as messages, searches, installation. */
export class TeamsBot extends ActivityHandler {
  readonly #options: Options;

  constructor(options: Options) {
    super();
    this.#options = options;
    this.onMessage((context) => this.#answerMessage(context));
    this.onMembersAdded(async (context) => {
      const { membersAdded = [], recipient } = context.activity;
      if (membersAdded.some((member) => member.id === recipient.id)) await this.#welcome(context);
    });
    this.onInstallationUpdateAdd((context) => this.#welcome(context));
    this.onInstallationUpdateRemove(async (context) => {
      options.welcome.forget(context.activity.conversation.id);
      await this.#forget(context);
    });
    this.onConversationUpdate(async (context, next) => {
      await this.#forget(context);
      await next();
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity as { name?: string; value?: unknown };
    const answered = context.turnState.get<{ value: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY);
    if (answered) return answered.value;
    if (name === 'application/search') return this.#search(context, value);
    const extended = this.#options.messageExtension(context, { name, value });
    if (extended) return extended;
    if (name !== 'adaptiveCard/action') return { status: StatusCodes.NOT_IMPLEMENTED };
    return this.#options.delivery.action(context, Promise.resolve({ kind: 'post', card: unknownButtonCard(languageOf(context.activity.locale)) }));
  }

  async #answerMessage(context: TurnContext): Promise<void> {
    const { turns, delivery, actions } = this.#options;
    const language = languageOf(context.activity.locale);
    const text = cleanMessage(context.activity.text ?? '');
    const button = submitted.safeParse(context.activity.value);
    if (button.success) {
      const action = actions.find(({ verb }) => verb === button.data.verb);
      return delivery.submit(context, action ? turns.runAction(context, action, button.data) : Promise.resolve({ kind: 'post', card: unknownButtonCard(language) }));
    }
    // The framework has answered it before.
    if (typedCommandOf(context)) return;
    try {
      turns.turnOf(context, 'viewer');
      await context.sendActivity(cardMessage(unknownTextCard(language, text, closestCommand(text))));
    } catch (error) {
      await context.sendActivity(cardMessage(failureCard(language, error)));
    }
  }

  async #search(context: TurnContext, value: unknown): Promise<InvokeResponse> {
    const { services, turns } = this.#options;
    try {
      return searchAnswer(await searchChoices(services, turns.turnOf(context, 'viewer'), value));
    } catch (thrown) {
      const error = toAppError(thrown);
      const language = languageOf(context.activity.locale);
      failureCard(language, thrown);
      return errorAnswer(errorTable[error.code].status, error.code, errorSentence(language, error));
    }
  }

  async #forget({ activity }: TurnContext): Promise<void> {
    const gone = goneWith(activity);
    // The gate has let in no other organization's.
    const orgId = gone && parseOrgId(activity.conversation.tenantId ?? '');
    if (orgId) await this.#options.services.forgetConversations({ orgId }, gone);
  }

  async #welcome(context: TurnContext): Promise<void> {
    const { welcome } = this.#options;
    if (welcome.isFirst(context.activity.conversation.id)) await context.sendActivity(cardMessage(helpCard(languageOf(context.activity.locale), { isWelcome: true })));
  }
}

function unknownButtonCard(language: Language) {
  return errorCard(language, { sentence: messageWords[language].unknownButton, requestId: currentRequest().requestId });
}
