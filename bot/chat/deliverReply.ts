import { setTimeout as wait } from 'node:timers/promises';
import { TurnContext, type CloudAdapter, type InvokeResponse } from 'botbuilder';
import type { Card } from './cards/card.js';
import { cardMessage } from './chatTurns.js';
import type { ActionReply } from './chatTools.js';
import { cardAnswer, messageAnswer } from './invokeAnswers.js';
import { messageWords } from './cards/messageWords.js';
import { languageOf } from './language/language.js';
import { currentRequest } from './turnScope.js';

const updateLimitMs = 3_000;
const typingAfterMs = 700;
/** Teams gives up after 15 seconds and sends the message again. */
const answerLaterAfterMs = 5_000;

/** Undefined when the answer takes so long that it comes as a message of its own, after the turn. */
export async function inTime(context: TurnContext, adapter: CloudAdapter, botAppId: string, answer: Promise<Card>): Promise<Card | undefined> {
  const early = await withinMs(typingAfterMs, answer);
  if (early) return early;
  await context.sendActivity({ type: 'typing' });
  const late = await withinMs(answerLaterAfterMs, answer);
  if (late) return late;
  const reference = TurnContext.getConversationReference(context.activity);
  const { logger } = currentRequest();
  answer
    .then((card) => adapter.continueConversationAsync(botAppId, reference, async (later) => void (await later.sendActivity(cardMessage(card)))))
    .catch((error: unknown) => logger.error({ err: error }, 'a late answer could not be sent'));
  return undefined;
}

/** For clients with universal actions: the answer to the button. */
export async function answerAction(context: TurnContext, reply: ActionReply): Promise<InvokeResponse> {
  switch (reply.kind) {
    case 'card':
      if (reply.isResult || context.activity.conversation.conversationType === 'personal') await updateForAll(context, reply.card);
      return cardAnswer(reply.card);
    case 'post':
      await context.sendActivity(cardMessage(reply.card));
      return messageAnswer(messageWords[languageOf(context.activity.locale)].seeBelow);
    case 'notice':
      return messageAnswer(reply.sentence);
  }
}

/** For clients that send a button as a message. */
export async function answerSubmit(context: TurnContext, reply: ActionReply): Promise<void> {
  if (reply.kind === 'notice') await context.sendActivity(reply.sentence);
  else if (reply.kind === 'post' || !(await updateForAll(context, reply.card))) await context.sendActivity(cardMessage(reply.card));
}

/** Replaces the message that holds the button. False when that failed or took too long: what was done is done. */
async function updateForAll(context: TurnContext, card: Card): Promise<boolean> {
  const { replyToId } = context.activity;
  if (!replyToId) return false;
  const updated = context.updateActivity({ ...cardMessage(card), id: replyToId }).then(
    () => true,
    (error: unknown) => {
      currentRequest().logger.warn({ err: error }, 'a card could not be replaced');
      return false;
    },
  );
  return (await withinMs(updateLimitMs, updated)) ?? false;
}

async function withinMs<Value>(ms: number, value: Promise<Value>): Promise<Value | undefined> {
  const stop = new AbortController();
  try {
    return await Promise.race([value, wait(ms, undefined, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
}
