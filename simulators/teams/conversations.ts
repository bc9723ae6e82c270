import { withoutThread, type Identities } from './identities.js';
import type { ConversationEvent, Scope, ShownMessage, TeamsPerson } from './wire.js';

/** A message as posted; the parts of a Bot Framework activity that a chat shows. */
export type Posted = {
  readonly author: ShownMessage['author'];
  readonly name: string;
  readonly text: string;
  readonly cards: readonly unknown[];
  readonly suggestedReplies: readonly string[];
  readonly otherAttachments: readonly string[];
  /** The conversation id that it was posted to, with a channel's thread. */
  readonly threadId: string;
};

type Stored = Posted & { readonly id: string; readonly at: string; version: number; /** Cards that an Action.Execute gave to one person only. */ readonly cardFor: Map<string, unknown> };
type Listener = { readonly userId: string; tell(event: ConversationEvent): void };

export type Conversation = {
  readonly id: string;
  readonly scope: Scope;
  readonly people: readonly TeamsPerson[];
  install: 'no' | 'pending' | 'yes';
  readonly messages: Map<string, Stored>;
  readonly listeners: Set<Listener>;
};

export type Conversations = {
  /** Undefined for an id that no person has. A channel's thread finds its channel. */
  find(conversationId: string): Conversation | undefined;
  of(scope: Scope, person: TeamsPerson): Conversation;
  nextId(): string;
  post(conversation: Conversation, posted: Posted, id?: string): string;
  /** False when there is no such message. Cards shown to one person give way to the new ones. */
  update(conversation: Conversation, id: string, posted: Posted): boolean;
  remove(conversation: Conversation, id: string): boolean;
  showCardTo(conversation: Conversation, id: string, userId: string, card: unknown): void;
  typing(conversation: Conversation): void;
  /** Tells everything so far, then all that comes. Returns how to stop. */
  follow(conversation: Conversation, userId: string, tell: Listener['tell']): () => void;
};

/** The chats of one organization, in memory. */
export function openConversations(people: readonly TeamsPerson[], identities: Identities): Conversations {
  const byId = new Map<string, Conversation>();
  for (const person of people) {
    add(identities.conversationId('personal', person), 'personal', [person]);
    add(identities.conversationId('groupChat', person), 'groupChat', people);
    add(identities.conversationId('channel', person), 'channel', people);
  }
  // Teams' message ids are times in milliseconds; they must not repeat after a restart, as bots remember them.
  let lastId = Date.now();

  function add(id: string, scope: Scope, members: readonly TeamsPerson[]) {
    if (!byId.has(id)) byId.set(id, { id, scope, people: members, install: 'no', messages: new Map(), listeners: new Set() });
  }

  function show(message: Stored, userId: string): ShownMessage {
    const { id, version, author, name, at, text, cardFor, suggestedReplies, otherAttachments } = message;
    const isOwnView = cardFor.has(userId);
    const cards = isOwnView ? [cardFor.get(userId)] : message.cards;
    return { id, version, author, name, at, text, cards, isOwnView, suggestedReplies, otherAttachments };
  }

  function tellAll(conversation: Conversation, event: (userId: string) => ConversationEvent) {
    for (const listener of conversation.listeners) listener.tell(event(listener.userId));
  }

  function store(conversation: Conversation, message: Stored) {
    conversation.messages.set(message.id, message);
    tellAll(conversation, (userId) => ({ kind: 'message', message: show(message, userId) }));
  }

  function nextId(): string {
    lastId = Math.max(lastId + 1, Date.now());
    return String(lastId);
  }

  return {
    nextId,
    find: (conversationId) => byId.get(withoutThread(conversationId)),
    of(scope, person) {
      const conversation = byId.get(identities.conversationId(scope, person));
      if (!conversation) throw new Error(`${person.userId} has no ${scope} conversation`);
      return conversation;
    },
    post(conversation, posted, id = nextId()) {
      store(conversation, { ...posted, id, at: new Date().toISOString(), version: 1, cardFor: new Map() });
      return id;
    },
    update(conversation, id, posted) {
      const before = conversation.messages.get(id);
      if (!before) return false;
      store(conversation, { ...posted, threadId: before.threadId, id, at: before.at, version: before.version + 1, cardFor: new Map() });
      return true;
    },
    remove(conversation, id) {
      const isThere = conversation.messages.delete(id);
      if (isThere) tellAll(conversation, () => ({ kind: 'removed', id }));
      return isThere;
    },
    showCardTo(conversation, id, userId, card) {
      const message = conversation.messages.get(id);
      if (!message) return;
      message.cardFor.set(userId, card);
      message.version += 1;
      for (const listener of conversation.listeners) if (listener.userId === userId) listener.tell({ kind: 'message', message: show(message, userId) });
    },
    typing: (conversation) => tellAll(conversation, () => ({ kind: 'typing' })),
    follow(conversation, userId, tell) {
      const listener = { userId, tell };
      conversation.listeners.add(listener);
      tell({ kind: 'snapshot', messages: [...conversation.messages.values()].map((message) => show(message, userId)) });
      return () => conversation.listeners.delete(listener);
    },
  };
}
