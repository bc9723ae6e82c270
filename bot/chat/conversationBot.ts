import { BotBuilderCloudAdapter } from '@microsoft/teamsfx';
import type { CloudAdapter, InvokeResponse, TurnContext } from 'botbuilder';
import { cleanMessage, commandPattern } from './commands/commandWords.js';
import type { Card } from './cards/card.js';
import type { CardAction, Command } from './chatTools.js';
import { cardMessage } from './chatTurns.js';

type Options = {
  readonly adapter: CloudAdapter;
  readonly commands: readonly Command[];
  readonly actions: readonly CardAction[];
  /** Must not reject: the framework would show people the error's text. Undefined: the answer comes later. */
  readonly onCommand: (context: TurnContext, command: Command) => Promise<Card | undefined>;
  /** Must not reject either. */
  readonly onAction: (context: TurnContext, action: CardAction, data: unknown) => Promise<InvokeResponse>;
};

export type ConversationBot = BotBuilderCloudAdapter.ConversationBot;

/** The only file that knows teamsfx: it finds the handler for a typed command or a card's verb. */
export function createConversationBot({ adapter, commands, actions, onCommand, onAction }: Options): ConversationBot {
  adapter.use(async (context, next) => {
    if (typeof context.activity.text === 'string') context.activity.text = cleanMessage(context.activity.text);
    await next();
  });
  return new BotBuilderCloudAdapter.ConversationBot({
    adapter,
    command: {
      enabled: true,
      commands: commands.map((command) => ({
        triggerPatterns: commandPattern(command),
        async handleCommandReceived(context: TurnContext) {
          const card = await onCommand(context, command);
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
