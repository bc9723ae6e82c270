import { ActivityHandler, INVOKE_RESPONSE_KEY, StatusCodes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Services } from '../../services/index.js';
import { errorTable, toAppError } from '../../services/runtime/errors.js';
import { errorCard, helpCard, unknownTextCard } from './cards/messageCards.js';
import type { CardAction, Command } from './chatTools.js';
import { cardMessage, failureCard, type ChatTurns } from './chatTurns.js';
import { cleanMessage, closestCommand, findCommand } from './commands/commandWords.js';
import { answerAction, answerSubmit } from './deliverReply.js';
import { errorAnswer, searchAnswer } from './invokeAnswers.js';
import { searchChoices } from './searchChoices.js';
import { currentRequest } from './turnScope.js';
import type { createWelcomeOnce } from './welcomeOnce.js';

type Options = {
  readonly services: Services;
  readonly turns: ChatTurns;
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
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
    this.onInstallationUpdateRemove((context) => Promise.resolve(options.welcome.forget(context.activity.conversation.id)));
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { name, value } = context.activity as { name?: string; value?: unknown };
    const answered = context.turnState.get<{ value: InvokeResponse } | undefined>(INVOKE_RESPONSE_KEY);
    if (answered) return answered.value;
    if (name === 'application/search') return this.#search(context, value);
    if (name !== 'adaptiveCard/action') return { status: StatusCodes.NOT_IMPLEMENTED };
    return answerAction(context, { kind: 'post', card: unknownButtonCard() });
  }

  async #answerMessage(context: TurnContext): Promise<void> {
    const { turns, commands, actions } = this.#options;
    const text = cleanMessage(context.activity.text ?? '');
    const button = submitted.safeParse(context.activity.value);
    if (button.success) {
      const action = actions.find(({ verb }) => verb === button.data.verb);
      return answerSubmit(context, action ? await turns.runAction(context, action, button.data) : { kind: 'post', card: unknownButtonCard() });
    }
    // The framework has answered it before.
    if (findCommand(commands, text)) return;
    try {
      turns.callerOf(context, 'viewer');
      await context.sendActivity(cardMessage(unknownTextCard(text, closestCommand(commands, text), commands)));
    } catch (error) {
      await context.sendActivity(cardMessage(failureCard(error)));
    }
  }

  async #search(context: TurnContext, value: unknown): Promise<InvokeResponse> {
    const { services, turns } = this.#options;
    try {
      return searchAnswer(await searchChoices(services, turns.callerOf(context, 'viewer'), value));
    } catch (thrown) {
      const { code, sentence } = toAppError(thrown);
      failureCard(thrown);
      return errorAnswer(errorTable[code].status, code, sentence);
    }
  }

  async #welcome(context: TurnContext): Promise<void> {
    const { welcome, commands } = this.#options;
    if (welcome.isFirst(context.activity.conversation.id)) await context.sendActivity(cardMessage(helpCard(commands, { isWelcome: true })));
  }
}

function unknownButtonCard() {
  return errorCard({ sentence: 'I do not know this button. The card may be from an older version. Type "help" to see what I can do.', requestId: currentRequest().requestId });
}
