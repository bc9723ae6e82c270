import { z } from 'zod';
import { AppError } from '../../services/runtime/errors.js';
import type { ActivityBuilder, Place } from './activities.js';
import type { Conversation, Conversations } from './conversations.js';
import { failureOf, type BotAnswer, type Deliver } from './delivery.js';
import type { ExtensionAnswer, ExtensionManifest, TeamsPerson } from './wire.js';

type Where = { readonly conversationId: string };
/** What people do with the app's message extension, in a conversation of theirs. All throw AppError for what is not there. */
export type Extension = {
  search(person: TeamsPerson, query: Where & { readonly commandId: string; readonly text: string }): Promise<ExtensionAnswer>;
  unfold(person: TeamsPerson, link: Where & { readonly url: string }): Promise<ExtensionAnswer>;
  /** On a message. Without data the dialog is opened, with data it is submitted. */
  dialog(person: TeamsPerson, press: Where & { readonly commandId: string; readonly messageId: string; readonly data?: unknown }): Promise<ExtensionAnswer>;
};

const shownResults = 25;
const cardType = 'application/vnd.microsoft.card.adaptive';
const attachment = z.object({ contentType: z.literal(cardType), content: z.unknown(), preview: z.object({ content: z.object({ title: z.string().optional(), text: z.string().optional() }) }).optional() });
const composeAnswer = z.object({ composeExtension: z.discriminatedUnion('type', [z.object({ type: z.literal('result'), attachments: z.array(attachment) }), z.object({ type: z.literal('message'), text: z.string() })]) });
const taskAnswer = z.object({ task: z.discriminatedUnion('type', [z.object({ type: z.literal('continue'), value: z.object({ title: z.string(), card: z.object({ contentType: z.literal(cardType), content: z.unknown() }) }) }), z.object({ type: z.literal('message'), value: z.string() })]) });
const answerSchema = z.union([composeAnswer, taskAnswer]);

type Options = { readonly conversations: Conversations; readonly activities: ActivityBuilder; readonly deliver: Deliver; readonly manifest: ExtensionManifest | undefined };

export function makeExtension({ conversations, activities, deliver, manifest }: Options): Extension {
  function theirs(person: TeamsPerson, conversationId: string): Conversation {
    const conversation = conversations.find(conversationId);
    if (!conversation?.people.some(({ userId }) => userId === person.userId)) throw new AppError('not-found', 'no such conversation');
    return conversation;
  }
  const placeOf = (person: TeamsPerson, { id, scope }: Conversation): Place => ({ person, scope, conversationId: id });
  const invoke = async (place: Place, name: string, value: unknown) => readAnswer(await deliver(activities.invoke(conversations.nextId(), place, { name: `composeExtension/${name}`, value })));
  function known<Command extends { readonly id: string }>(commands: readonly Command[] | undefined, id: string): Command {
    const command = commands?.find((one) => one.id === id);
    if (!command) throw new AppError('not-found', 'the manifest has no such command');
    return command;
  }

  return {
    search(person, { conversationId, commandId, text }) {
      const { parameter } = known(manifest?.searches, commandId);
      const parameters = text === '' ? [{ name: 'initialRun', value: 'true' }] : [{ name: parameter, value: text }];
      return invoke(placeOf(person, theirs(person, conversationId)), 'query', { commandId, parameters, queryOptions: { skip: 0, count: shownResults } });
    },
    async unfold(person, { conversationId, url }) {
      const place = placeOf(person, theirs(person, conversationId));
      // Teams asks an app about links to the manifest's domains only.
      if (!URL.canParse(url) || !manifest?.linkDomains.includes(new URL(url).hostname)) return { kind: 'nothing' };
      return invoke(place, 'queryLink', { url });
    },
    dialog(person, { conversationId, commandId, messageId, data }) {
      known(manifest?.messageActions, commandId);
      const conversation = theirs(person, conversationId);
      const message = conversation.messages.get(messageId);
      if (!message) throw new AppError('not-found', 'no such message');
      const messagePayload = {
        id: messageId,
        createdDateTime: message.at,
        messageType: 'message',
        from: { user: { displayName: message.name, userIdentityType: 'aadUser' } },
        body: { contentType: 'html', content: `<p>${escapeHtml(message.text)}</p>` },
        attachments: message.cards.map((card, index) => ({ id: String(index), contentType: cardType, content: JSON.stringify(card) })),
        mentions: [],
        reactions: [],
      };
      const value = { commandId, commandContext: 'message', context: { theme: 'default' }, messagePayload, ...(data === undefined ? {} : { data }) };
      return invoke(placeOf(person, conversation), data === undefined ? 'fetchTask' : 'submitAction', value);
    },
  };
}

function readAnswer(answer: BotAnswer): ExtensionAnswer {
  const failure = failureOf(answer);
  if (failure !== undefined) return { kind: 'failed', sentence: failure };
  const isEmpty = typeof answer.body !== 'object' || answer.body === null || Object.keys(answer.body).length === 0;
  if (isEmpty) return { kind: 'nothing' };
  const parsed = answerSchema.safeParse(answer.body);
  if (!parsed.success) return { kind: 'failed', sentence: 'The app answered with nothing that Teams understands.' };
  if ('task' in parsed.data) {
    const { task } = parsed.data;
    return task.type === 'message' ? { kind: 'sentence', text: task.value } : { kind: 'dialog', title: task.value.title, card: task.value.card.content };
  }
  const { composeExtension } = parsed.data;
  if (composeExtension.type === 'message') return { kind: 'sentence', text: composeExtension.text };
  return { kind: 'results', results: composeExtension.attachments.map(({ content, preview }) => ({ title: plainText(preview?.content.title ?? ''), text: plainText(preview?.content.text ?? ''), card: content })) };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Of the HTML that a thumbnail card holds. */
function plainText(html: string): string {
  return html.replace(/<[^<>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
