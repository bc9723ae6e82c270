import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { AppError } from '../../services/runtime/errors.js';
import type { Conversation, Conversations, Posted } from './conversations.js';
import type { ChannelAccount, Identities } from './identities.js';
import { readJson, sendJson } from './requests.js';
import type { TeamsApp, TeamsPerson } from './wire.js';

/** Rejects when the token is not valid for this audience. */
export type VerifyAppToken = (token: string, audience: string) => Promise<{ readonly appid: string }>;

type Options = {
  readonly app: TeamsApp;
  readonly orgId: string;
  readonly people: readonly TeamsPerson[];
  readonly identities: Identities;
  readonly conversations: Conversations;
  readonly serviceUrl: string;
  readonly verifyAppToken: VerifyAppToken;
};

const connectorAudience = 'https://api.botframework.com';
const cardType = 'application/vnd.microsoft.card.adaptive';
// Teams refuses larger messages with 413 MessageSizeTooBig.
const cardLimitBytes = 28 * 1024;

const activitySchema = z.object({
  type: z.string(),
  text: z.string().nullish(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown() })).nullish(),
  suggestedActions: z.object({ actions: z.array(z.object({ title: z.string().optional(), value: z.unknown() })) }).nullish(),
});
type OutgoingActivity = z.infer<typeof activitySchema>;

const newConversationSchema = z.object({
  members: z.array(z.object({ id: z.string() })).nullish(),
  channelData: z.object({ channel: z.object({ id: z.string() }).optional() }).nullish(),
  activity: activitySchema.nullish(),
});

/** The Bot Connector's REST API as far as Teams bots use it: post, reply, update, delete, create, members. */
export function makeConnector(options: Options): (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void> {
  const { conversations } = options;
  return async (request, response, pathname) => {
    if (!(await isFromBot(request, { botId: options.app.botId, verifyAppToken: options.verifyAppToken }))) return denyStranger(response);
    const [, , , conversationId, part, id, ...rest] = pathname.split('/').map(decodeURIComponent);
    if (rest.length > 0) return notFound(response);
    const { method } = request;
    if (conversationId === undefined) return method === 'POST' ? create(request, response, options) : notFound(response);
    const conversation = conversations.find(conversationId);
    if (!conversation) return sendJson(response, 404, failure('ConversationNotFound', 'Conversation not found.'));
    if (part === 'activities' && method === 'POST') return post(response, options, conversation, conversationId, await readActivity(request));
    if (part === 'activities' && id && method === 'PUT') return update(response, options, conversation, conversationId, id, await readActivity(request));
    if (part === 'activities' && id && method === 'DELETE') return answerFor(response, id, conversations.remove(conversation, id));
    if (method === 'GET') return members(request, response, options, conversation, { part, id });
    return notFound(response);
  };
}

/** True for what this bot's own app signed for the Bot Connector. */
export async function isFromBot(request: IncomingMessage, { botId, verifyAppToken }: { readonly botId: string; readonly verifyAppToken: VerifyAppToken }): Promise<boolean> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token) return false;
  try {
    return (await verifyAppToken(token, connectorAudience)).appid === botId;
  } catch {
    return false;
  }
}

export function denyStranger(response: ServerResponse): void {
  response.setHeader('www-authenticate', 'Bearer');
  sendJson(response, 401, failure('Unauthorized', 'Authorization has been denied for this request.'));
}

async function readActivity(request: IncomingMessage): Promise<OutgoingActivity> {
  const parsed = activitySchema.safeParse(await readJson(request));
  if (!parsed.success) throw new AppError('bad-request', z.prettifyError(parsed.error));
  return parsed.data;
}

function post(response: ServerResponse, options: Options, conversation: Conversation, threadId: string, activity: OutgoingActivity): void {
  const { conversations } = options;
  if (activity.type === 'typing') conversations.typing(conversation);
  if (activity.type !== 'message') return sendJson(response, 201, { id: conversations.nextId() });
  const posted = toPosted(activity, options, threadId);
  if (!posted) return tooBig(response);
  sendJson(response, 201, { id: conversations.post(conversation, posted) });
}

function update(response: ServerResponse, options: Options, conversation: Conversation, threadId: string, id: string, activity: OutgoingActivity): void {
  const posted = toPosted(activity, options, threadId);
  if (!posted) return tooBig(response);
  answerFor(response, id, options.conversations.update(conversation, id, posted));
}

async function create(request: IncomingMessage, response: ServerResponse, options: Options): Promise<void> {
  const { conversations, identities, people } = options;
  const parsed = newConversationSchema.safeParse(await readJson(request));
  if (!parsed.success) throw new AppError('bad-request', z.prettifyError(parsed.error));
  const { members, channelData, activity } = parsed.data;
  const memberId = members?.[0]?.id;
  const person = people.find((someone) => identities.account(someone).id === memberId || someone.userId === memberId);
  const channel = channelData?.channel ? conversations.find(channelData.channel.id) : undefined;
  const conversation = channel ?? (person && conversations.of('personal', person));
  if (!conversation) return sendJson(response, 404, failure('ConversationNotFound', 'There is no such member or channel.'));
  const rootId = conversations.nextId();
  const id = channel ? `${channel.id};messageid=${rootId}` : conversation.id;
  const posted = activity && toPosted(activity, options, id);
  if (activity && !posted) return tooBig(response);
  if (posted) conversations.post(conversation, posted, rootId);
  sendJson(response, 201, { id, serviceUrl: options.serviceUrl, ...(posted ? { activityId: rootId } : {}) });
}

/** Undefined when its cards are larger than Teams takes. */
function toPosted({ text, attachments, suggestedActions }: OutgoingActivity, { app }: Options, threadId: string): Posted | undefined {
  const all = attachments ?? [];
  const cards = all.filter(({ contentType }) => contentType === cardType).map(({ content }) => content);
  if (Buffer.byteLength(JSON.stringify(cards)) > cardLimitBytes) return undefined;
  return {
    author: 'bot',
    name: app.name,
    text: text ?? '',
    cards,
    suggestedReplies: (suggestedActions?.actions ?? []).map(({ title, value }) => (typeof value === 'string' ? value : (title ?? ''))).filter((reply) => reply !== ''),
    otherAttachments: all.filter(({ contentType }) => contentType !== cardType).map(({ contentType }) => contentType),
    threadId,
  };
}

function members(request: IncomingMessage, response: ServerResponse, { identities, orgId }: Options, { people }: Conversation, { part, id }: { part: string | undefined; id: string | undefined }): void {
  const all = people.map((person) => memberOf(person, identities, orgId));
  if (part === 'members' && id) {
    const member = all.find((one) => one.id === id || one.aadObjectId === id);
    return member ? sendJson(response, 200, member) : sendJson(response, 404, failure('MemberNotFoundInConversation', 'Member not found.'));
  }
  if (part === 'members') return sendJson(response, 200, all);
  if (part !== 'pagedmembers') return notFound(response);
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const from = Math.max(0, Number(query.get('continuationToken') ?? 0) || 0);
  const pageSize = Math.min(500, Math.max(1, Number(query.get('pageSize') ?? 200) || 200));
  const next = from + pageSize;
  sendJson(response, 200, { members: all.slice(from, next), ...(next < all.length ? { continuationToken: String(next) } : {}) });
}

/** A person as the Bot Connector lists them. */
export function memberOf(person: TeamsPerson, identities: Identities, orgId: string): Readonly<Record<string, unknown>> & ChannelAccount {
  const mail = usernameOf(person);
  return { ...identities.account(person), objectId: person.userId, userPrincipalName: mail, email: mail, tenantId: orgId, userRole: 'user' };
}

/** A made-up sign-in name under a reserved domain. */
export function usernameOf(person: TeamsPerson): string {
  return `${person.name.toLowerCase().replace(/[^a-z0-9]+/g, '.')}@msp.example`;
}

function answerFor(response: ServerResponse, id: string, isDone: boolean): void {
  if (isDone) sendJson(response, 200, { id });
  else sendJson(response, 404, failure('ActivityNotFoundInConversation', 'Activity not found.'));
}

const tooBig = (response: ServerResponse) => sendJson(response, 413, failure('MessageSizeTooBig', `The cards are larger than ${cardLimitBytes} bytes.`));
const notFound = (response: ServerResponse) => sendJson(response, 404, failure('NotFound', 'There is no such address.'));
/** In the Bot Connector's shape. */
export const failure = (code: string, message: string) => ({ error: { code, message } });
