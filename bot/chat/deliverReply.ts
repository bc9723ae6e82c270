import { setTimeout as wait } from 'node:timers/promises';
import { TurnContext, type Activity, type CloudAdapter, type ConversationReference, type InvokeResponse } from 'botbuilder';
import type { Card } from './cards/card.js';
import { messageWords } from './cards/messageWords.js';
import { cardMessage } from './chatTurns.js';
import type { ActionReply, CommandAnswer } from './chatTools.js';
import { cardAnswer, messageAnswer } from './invokeAnswers.js';
import { languageOf } from './language/language.js';
import { oneTimeWords } from './oneTime/oneTimeWords.js';
import { currentRequest } from './turnScope.js';

/** Teams is answered within a second, whatever a PSA or the database does; longer work goes on and changes the chat when it is done. */
const acknowledgeMs = 650;
/** For what is sent beside the answer. */
const besideMs = 200;

export type Delivery = {
  /** The card to answer with, or undefined when it was sent or will be. */
  command(context: TurnContext, answer: Promise<CommandAnswer>): Promise<Card | undefined>;
  /** For clients with universal actions: the answer to the button. */
  action(context: TurnContext, reply: Promise<ActionReply>): Promise<InvokeResponse>;
  /** For clients that send a button as a message. */
  submit(context: TurnContext, reply: Promise<ActionReply>): Promise<void>;
};

/** Sends what commands and buttons come to. What they are given must not reject. */
export function createDelivery(adapter: CloudAdapter, botAppId: string): Delivery {
  /** After the turn, in a turn of its own. */
  function afterwards(reference: Partial<ConversationReference>, work: (later: TurnContext) => Promise<unknown>): void {
    const { logger } = currentRequest();
    adapter.continueConversationAsync(botAppId, reference, async (later) => void (await work(later))).catch((error: unknown) => logger.error({ err: error }, 'a late answer could not be sent'));
  }

  /** Sends the card, and puts the later one in its place. */
  async function send(context: TurnContext, { card, later }: CommandAnswer): Promise<void> {
    const sent = await context.sendActivity(cardMessage(card));
    const reference = TurnContext.getConversationReference(context.activity);
    if (later && sent) void later.then((done) => afterwards(reference, (turn) => turn.updateActivity({ ...cardMessage(done), id: sent.id })));
  }

  async function post(context: TurnContext, reply: Extract<ActionReply, { kind: 'post' }>): Promise<void> {
    await send(context, reply);
  }

  /** `replyToId`: the message that holds the button. */
  function deliverLate(context: TurnContext, reply: Promise<ActionReply>): void {
    const { activity } = context;
    const { replyToId } = activity;
    const isPersonal = activity.conversation.conversationType === 'personal';
    const words = oneTimeWords[languageOf(activity.locale)];
    afterwards(TurnContext.getConversationReference(activity), async (later) => {
      const done = await reply;
      if (done.kind === 'notice') return later.sendActivity(done.sentence);
      if (done.kind === 'post') return post(later, done);
      if (done.kind === 'view' || !(done.isResult || isPersonal)) return later.sendActivity(words.tooLong);
      if (!(await replaceCard(later, replyToId, done.card))) await later.sendActivity(cardMessage(done.card));
      return done.next && later.sendActivity(cardMessage(done.next));
    });
  }

  return {
    async command(context, answer) {
      const early = await withinMs(acknowledgeMs, answer);
      if (!early) {
        afterwards(TurnContext.getConversationReference(context.activity), async (later) => {
          await later.sendActivity({ type: 'typing' });
          await send(later, await answer);
        });
        return undefined;
      }
      if (!early.later) return early.card;
      await send(context, early);
      return undefined;
    },
    async action(context, reply) {
      const { activity } = context;
      const language = languageOf(activity.locale);
      const early = await withinMs(acknowledgeMs, reply);
      if (!early) {
        deliverLate(context, reply);
        return messageAnswer(oneTimeWords[language].stillWorking);
      }
      switch (early.kind) {
        case 'view':
          return cardAnswer(early.card);
        case 'card':
          if (early.isResult || activity.conversation.conversationType === 'personal') await withinMs(besideMs, replaceCard(context, activity.replyToId, early.card));
          if (early.next) await beside(context.sendActivity(cardMessage(early.next)));
          return cardAnswer(early.card);
        case 'post':
          await beside(post(context, early));
          return messageAnswer(messageWords[language].seeBelow);
        case 'notice':
          return messageAnswer(early.sentence);
      }
    },
    async submit(context, reply) {
      const early = await withinMs(acknowledgeMs, reply);
      if (!early) return deliverLate(context, reply);
      if (early.kind === 'notice') await context.sendActivity(early.sentence);
      else if (early.kind === 'post') await post(context, early);
      else if (!(await replaceCard(context, context.activity.replyToId, early.card))) await context.sendActivity(cardMessage(early.card));
      if (early.kind === 'card' && early.next) await context.sendActivity(cardMessage(early.next));
    },
  };
}

/** Replaces the message that holds the button. False when that failed: what was done is done. */
async function replaceCard(context: TurnContext, id: string | undefined, card: Card): Promise<boolean> {
  if (!id) return false;
  const { logger } = currentRequest();
  const message: Partial<Activity> = { ...cardMessage(card), id };
  try {
    await context.updateActivity(message);
    return true;
  } catch (error) {
    logger.warn({ err: error }, 'a card could not be replaced');
    return false;
  }
}

/** Waits a moment for it. What fails meanwhile is the caller's, what fails later is logged. */
async function beside(work: Promise<unknown>): Promise<void> {
  const { logger } = currentRequest();
  const isDone = await withinMs(besideMs, work.then(() => true));
  if (!isDone) work.catch((error: unknown) => logger.error({ err: error }, 'a message could not be sent'));
}

/** Undefined when it takes longer. */
async function withinMs<Value>(ms: number, value: Promise<Value>): Promise<Value | undefined> {
  const stop = new AbortController();
  try {
    return await Promise.race([value, wait(ms, undefined, { signal: stop.signal })]);
  } finally {
    stop.abort();
  }
}
