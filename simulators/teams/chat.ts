import { z } from 'zod';
import { AppError } from '../../services/runtime/errors.js';
import type { ActivityBuilder, Place } from './activities.js';
import type { Conversation, Conversations } from './conversations.js';
import { failureOf, type BotAnswer, type Deliver } from './delivery.js';
import type { ActionAnswer, CardAction, ConversationEvent, Scope, SearchAnswer, TeamsPerson } from './wire.js';

export type SearchQuery = { readonly dataset: string; readonly queryText: string; readonly data?: Readonly<Record<string, unknown>> | undefined };

/** What people do in a chat with the bot. All throw AppError for a conversation that is not the person's. */
export type Chat = {
  /** Adds the bot to the conversation when it is opened for the first time. */
  open(person: TeamsPerson, scope: Scope): string;
  /** `cards`: what a message extension gave. Without a text the bot is not told. */
  send(person: TeamsPerson, conversationId: string, text: string, cards?: readonly unknown[]): string;
  submit(person: TeamsPerson, conversationId: string, messageId: string, data: unknown): Promise<ActionAnswer>;
  execute(person: TeamsPerson, conversationId: string, messageId: string, action: CardAction, trigger: 'manual' | 'automatic'): Promise<ActionAnswer>;
  search(person: TeamsPerson, conversationId: string, messageId: string, query: SearchQuery): Promise<SearchAnswer>;
  follow(person: TeamsPerson, conversationId: string, tell: (event: ConversationEvent) => void): () => void;
};

const shownResults = 15;
const invokeAnswer = z.object({ statusCode: z.number().optional(), type: z.string(), value: z.unknown() });
const searchResults = z.object({ results: z.array(z.object({ title: z.string(), value: z.string() })) });
const errorValue = z.object({ message: z.string() });

export function makeChat({ conversations, activities, deliver }: { conversations: Conversations; activities: ActivityBuilder; deliver: Deliver }): Chat {
  function theirs(person: TeamsPerson, conversationId: string): Conversation {
    const conversation = conversations.find(conversationId);
    if (!conversation?.people.some(({ userId }) => userId === person.userId)) throw new AppError('not-found', 'no such conversation');
    return conversation;
  }

  /** A message's own thread, which answers to its buttons belong to. */
  function placeOf(person: TeamsPerson, conversationId: string, messageId: string): Place {
    const conversation = theirs(person, conversationId);
    const message = conversation.messages.get(messageId);
    if (!message) throw new AppError('not-found', 'no such message');
    return { person, scope: conversation.scope, conversationId: message.threadId };
  }

  function notice(conversation: Conversation, text: string): void {
    conversations.post(conversation, { author: 'notice', name: 'Teams simulator', text, cards: [], suggestedReplies: [], otherAttachments: [], threadId: conversation.id });
  }

  async function install(conversation: Conversation, person: TeamsPerson): Promise<void> {
    conversation.install = 'pending';
    const place = { person, scope: conversation.scope, conversationId: conversation.id };
    for (const activity of activities.installed([conversations.nextId(), conversations.nextId()], place)) {
      const failure = failureOf(await deliver(activity));
      if (failure === undefined) continue;
      conversation.install = 'no';
      return notice(conversation, `The bot could not be added. ${failure}`);
    }
    conversation.install = 'yes';
  }

  return {
    open(person, scope) {
      const conversation = conversations.of(scope, person);
      if (conversation.install === 'no') void install(conversation, person);
      return conversation.id;
    },
    send(person, conversationId, text, cards = []) {
      const conversation = theirs(person, conversationId);
      const id = conversations.nextId();
      const threadId = conversation.scope === 'channel' ? `${conversation.id};messageid=${id}` : conversation.id;
      conversations.post(conversation, { author: 'person', name: person.name, text, cards, suggestedReplies: [], otherAttachments: [], threadId }, id);
      if (text === '') return id;
      const activity = activities.message(id, { person, scope: conversation.scope, conversationId: threadId }, text);
      void deliver(activity).then((answer) => {
        const failure = failureOf(answer);
        if (failure !== undefined) notice(conversation, failure);
      });
      return id;
    },
    async submit(person, conversationId, messageId, data) {
      const answer = await deliver(activities.submit(conversations.nextId(), placeOf(person, conversationId, messageId), messageId, data));
      const failure = failureOf(answer);
      return failure === undefined ? { kind: 'done' } : { kind: 'failed', sentence: failure };
    },
    async execute(person, conversationId, messageId, action, trigger) {
      const place = placeOf(person, conversationId, messageId);
      const value = { action: { type: 'Action.Execute', ...action }, trigger };
      const answer = await deliver(activities.invoke(conversations.nextId(), place, { name: 'adaptiveCard/action', value, replyToId: messageId }));
      return readActionAnswer(answer, (card) => conversations.showCardTo(theirs(person, conversationId), messageId, person.userId, card));
    },
    async search(person, conversationId, messageId, { dataset, queryText, data }) {
      const place = placeOf(person, conversationId, messageId);
      const value = { kind: 'search', queryText, queryOptions: { skip: 0, top: shownResults }, dataset, ...(data ? { data } : {}) };
      return readSearchAnswer(await deliver(activities.invoke(conversations.nextId(), place, { name: 'application/search', value, replyToId: messageId })));
    },
    follow: (person, conversationId, tell) => conversations.follow(theirs(person, conversationId), person.userId, tell),
  };
}

function readActionAnswer(answer: BotAnswer, showCard: (card: unknown) => void): ActionAnswer {
  const failure = failureOf(answer);
  if (failure !== undefined) return { kind: 'failed', sentence: failure };
  const parsed = invokeAnswer.safeParse(answer.body);
  if (!parsed.success) return { kind: 'failed', sentence: 'The app answered the button with nothing that Teams understands.' };
  const { type, value, statusCode = 200 } = parsed.data;
  switch (type) {
    case 'application/vnd.microsoft.card.adaptive':
      showCard(value);
      return { kind: 'done' };
    case 'application/vnd.microsoft.activity.message':
      return { kind: 'message', text: typeof value === 'string' ? value : JSON.stringify(value) };
    default: {
      const error = errorValue.safeParse(value);
      return { kind: 'failed', sentence: `The app answered the button with ${statusCode}${error.success ? `: ${error.data.message}` : ` (${type}).`}` };
    }
  }
}

function readSearchAnswer(answer: BotAnswer): SearchAnswer {
  const failure = failureOf(answer);
  if (failure !== undefined) return { kind: 'failed', sentence: failure };
  const parsed = invokeAnswer.safeParse(answer.body);
  const results = parsed.success && parsed.data.type === 'application/vnd.microsoft.search.searchResponse' ? searchResults.safeParse(parsed.data.value) : undefined;
  if (!results?.success) return { kind: 'failed', sentence: 'The app answered the search with nothing that Teams understands.' };
  return { kind: 'results', results: results.data.results.slice(0, shownResults) };
}
