import { BotBuilderCloudAdapter } from '@microsoft/teamsfx';
import type { CloudAdapter, InvokeResponse, TurnContext } from 'botbuilder';
import { cleanMessage, findCommand, type TypedCommand } from './commands/readCommand.js';
import type { Card } from './cards/card.js';
import type { CardAction, Command } from './chatTools.js';
import { cardMessage } from './chatTurns.js';

type Options = {
  readonly adapter: CloudAdapter;
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  /** Must not reject: the framework would show people the error's text. Undefined: the answer comes later. */
  readonly onCommand: (context: TurnContext, command: Command, argument: string) => Promise<Card | undefined>;
  /** Must not reject either. */
  readonly onAction: (context: TurnContext, action: CardAction, data: unknown) => Promise<InvokeResponse>;
};

export type ConversationBot = BotBuilderCloudAdapter.ConversationBot;

/** What the text of this turn was read as. */
const typedCommand = Symbol('typed command');

export function typedCommandOf(context: TurnContext): TypedCommand | undefined {
  return context.turnState.get<TypedCommand | undefined>(typedCommand);
}

/** The only file that knows teamsfx: it finds the handler for a typed command or a card's verb. */
export function createConversationBot({ adapter, commands, actions, onCommand, onAction }: Options): ConversationBot {
  adapter.use(async (context, next) => {
    const { text } = context.activity;
    if (typeof text === 'string') {
      const found = findCommand(text);
      // The framework matches patterns only; ours forgives more than a pattern can.
      context.activity.text = found?.name ?? cleanMessage(text);
      context.turnState.set(typedCommand, found);
    }
    await next();
  });
  return new BotBuilderCloudAdapter.ConversationBot({
    adapter,
    command: {
      enabled: true,
      commands: commands.map((command) => ({
        triggerPatterns: new RegExp(`^${command.name}$`),
        async handleCommandReceived(context: TurnContext) {
          const card = await onCommand(context, command, typedCommandOf(context)?.argument ?? '');
          return card && cardMessage(card);
        },
      })),
    },
    cardAction: {
      enabled: true,
      actions: actions.map((action) => ({ triggerVerb: action.verb, handleActionInvoked: (context: TurnContext, data: unknown) => onAction(context, action, data) })),
    },
  });
}
