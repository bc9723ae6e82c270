import { CardFactory, MessageFactory, type Activity, type TurnContext } from 'botbuilder';
import { hasRole, type Caller, type Role } from '../../services/domain/organization.js';
import type { Config } from '../../services/runtime/config.js';
import { AppError, errorTable, toAppError } from '../../services/runtime/errors.js';
import { callerOf } from './callerOf.js';
import type { Card } from './cards/card.js';
import { errorCard, refusalCard } from './cards/messageCards.js';
import type { ActionReply, CardAction, Command } from './chatTools.js';
import { currentRequest } from './turnScope.js';

/** Runs what a person asks for, as that person. Never rejects: what goes wrong becomes a card with a sentence. */
export type ChatTurns = {
  runCommand(context: TurnContext, command: Command): Promise<Card>;
  runAction(context: TurnContext, action: CardAction, data: unknown): Promise<ActionReply>;
  /** Rejects with AppError `not-allowed`. */
  callerOf(context: TurnContext, role: Role): Caller;
};

export function createChatTurns(config: Pick<Config, 'organization' | 'people' | 'defaultRole'>): ChatTurns {
  const admit = ({ activity }: TurnContext, role: Role): Caller => {
    const caller = callerOf(activity, config, currentRequest().requestId);
    if (hasRole(caller, role)) return caller;
    throw new AppError('not-allowed', `this needs the role ${role}`, { sentence: `Your role (${caller.role}) may look but not change anything here. Ask an administrator of the app for the role "${role}".` });
  };
  return {
    callerOf: admit,
    async runCommand(context, command) {
      try {
        const card = await command.run(admit(context, command.role));
        currentRequest().logger.info({ command: command.name }, 'chat command');
        return card;
      } catch (error) {
        return failureCard(error);
      }
    },
    async runAction(context, action, data) {
      try {
        const reply = await action.run(admit(context, action.role), data);
        currentRequest().logger.info({ verb: action.verb, reply: reply.kind }, 'chat action');
        return reply;
      } catch (error) {
        return { kind: 'post', card: failureCard(error) };
      }
    },
  };
}

/** Any thrown value as a card: its sentence, never its message. Logged with the request's id. */
export function failureCard(thrown: unknown): Card {
  const { requestId, logger } = currentRequest();
  const error = toAppError(thrown);
  if (errorTable[error.code].status >= 500) logger.error({ code: error.code, err: error, cause: error.cause }, 'chat turn failed');
  else logger.info({ code: error.code }, 'chat turn refused');
  return error.code === 'not-allowed' ? refusalCard(error.sentence) : errorCard({ sentence: error.sentence, requestId });
}

export function cardMessage(card: Card): Partial<Activity> {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card));
}
