import { CardFactory, MessageFactory, TurnContext, type Activity } from 'botbuilder';
import { hasRole, type Caller, type Role } from '../../services/domain/organization.js';
import type { Config } from '../../services/runtime/config.js';
import { errorTable, toAppError } from '../../services/runtime/errors.js';
import { callerOf } from './callerOf.js';
import type { Card } from './cards/card.js';
import { errorCard, refusalCard } from './cards/messageCards.js';
import { messageWords } from './cards/messageWords.js';
import type { ActionReply, CardAction, Command, CommandAnswer, Turn } from './chatTools.js';
import { ChatRefusal } from './language/chatRefusal.js';
import { errorSentence } from './language/errorWords.js';
import { languageOf, type Language } from './language/language.js';
import { placeOf } from './notifications/placeOf.js';
import { currentRequest } from './turnScope.js';

/** Runs what a person asks for, as that person. Never rejects: what goes wrong becomes a card with a sentence. */
export type ChatTurns = {
  runCommand(context: TurnContext, command: Command, argument: string): Promise<CommandAnswer>;
  runAction(context: TurnContext, action: CardAction, data: unknown): Promise<ActionReply>;
  /** Rejects with AppError `not-allowed`. */
  turnOf(context: TurnContext, role: Role): Turn;
};

export function createChatTurns(config: Pick<Config, 'organization' | 'people' | 'defaultRole'>): ChatTurns {
  const turnOf = ({ activity }: TurnContext, role: Role): Turn => {
    const language = languageOf(activity.locale);
    const caller = callerOf(activity, config, currentRequest().requestId);
    requireRole({ caller, language }, role);
    return { caller, language, reference: TurnContext.getConversationReference(activity), place: placeOf(activity) };
  };
  return {
    turnOf,
    async runCommand(context, command, argument) {
      try {
        const answer = answerOf(await command.run(turnOf(context, command.role), argument));
        currentRequest().logger.info({ command: command.name }, 'chat command');
        return answer;
      } catch (error) {
        return { card: failureCard(languageOf(context.activity.locale), error) };
      }
    },
    async runAction(context, action, data) {
      try {
        const reply = await action.run(turnOf(context, action.role), data);
        currentRequest().logger.info({ verb: action.verb, reply: reply.kind }, 'chat action');
        return reply;
      } catch (error) {
        return { kind: 'post', card: failureCard(languageOf(context.activity.locale), error) };
      }
    },
  };
}

/** Most commands have a card and no more. */
export function answerOf(answer: Card | CommandAnswer): CommandAnswer {
  return 'card' in answer ? answer : { card: answer };
}

/** Throws AppError `not-allowed` with a sentence that names both roles. */
export function requireRole({ caller, language }: { readonly caller: Caller; readonly language: Language }, role: Role): void {
  if (hasRole(caller, role)) return;
  const { roles, needsRole } = messageWords[language];
  throw new ChatRefusal('not-allowed', `this needs the role ${role}`, needsRole(roles[caller.role], roles[role]));
}

/** Any thrown value as a card: its sentence, never its message. Logged with the request's id. */
export function failureCard(language: Language, thrown: unknown): Card {
  const { requestId, logger } = currentRequest();
  const error = toAppError(thrown);
  if (errorTable[error.code].status >= 500) logger.error({ code: error.code, err: error, cause: error.cause }, 'chat turn failed');
  else logger.info({ code: error.code }, 'chat turn refused');
  const sentence = errorSentence(language, error);
  return error.code === 'not-allowed' ? refusalCard(language, sentence) : errorCard(language, { sentence, requestId });
}

export function cardMessage(card: Card): Partial<Activity> {
  return MessageFactory.attachment(CardFactory.adaptiveCard(card));
}
