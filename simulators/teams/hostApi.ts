import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { AppError } from '../../services/runtime/errors.js';
import type { Chat } from './chat.js';
import { usernameOf } from './connector.js';
import type { Extension } from './extension.js';
import { isCrossSite, readJson, sendJson } from './requests.js';
import type { HostSession, TeamsPerson } from './wire.js';

type SsoTokenRequest = { readonly orgId: string; readonly userId: string; readonly name: string; readonly username: string; readonly audience: string; readonly roles?: readonly string[] };
export type IssueSsoToken = (request: SsoTokenRequest) => Promise<string>;

type Options = { readonly session: HostSession; readonly chat: Chat; readonly extension: Extension; readonly issueSsoToken: IssueSsoToken };

const text = z.string().max(4000);
const who = { userId: text };
const where = { ...who, conversationId: text };
const data = z.record(z.string(), z.unknown());
const schemas = {
  person: z.strictObject(who),
  open: z.strictObject({ ...who, scope: z.enum(['personal', 'groupChat', 'channel']) }),
  message: z.strictObject({ ...where, text, cards: z.array(data).max(5).default([]) }).refine(({ text, cards }) => text !== '' || cards.length > 0),
  extensionSearch: z.strictObject({ ...where, commandId: text, text }),
  extensionLink: z.strictObject({ ...where, url: text }),
  extensionDialog: z.strictObject({ ...where, commandId: text, messageId: text, data: data.optional() }),
  submit: z.strictObject({ ...where, messageId: text, data: z.unknown() }),
  action: z.strictObject({ ...where, messageId: text, action: z.object({ id: text.optional(), verb: text.optional(), data: z.unknown() }), trigger: z.enum(['manual', 'automatic']) }),
  search: z.strictObject({ ...where, messageId: text, dataset: text, queryText: text, data: data.optional() }),
};

/** What the page asks of its host. Refuses every other site: these calls act as a person. */
export function makeHostApi({ session, chat, extension, issueSsoToken }: Options): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const personOf = (userId: string | null): TeamsPerson => {
    const person = session.people.find((one) => one.userId === userId);
    if (!person) throw new AppError('bad-request', 'there is no such person');
    return person;
  };

  async function answer(path: string, body: unknown): Promise<unknown> {
    switch (path) {
      case '/teams/sso-token':
        return { token: await ssoToken(personOf(parse(schemas.person, body).userId)) };
      case '/teams/conversations': {
        const { userId, scope } = parse(schemas.open, body);
        return { conversationId: chat.open(personOf(userId), scope) };
      }
      case '/teams/messages': {
        const { userId, conversationId, text, cards } = parse(schemas.message, body);
        return { id: chat.send(personOf(userId), conversationId, text, cards) };
      }
      case '/teams/submit': {
        const { userId, conversationId, messageId, data } = parse(schemas.submit, body);
        return chat.submit(personOf(userId), conversationId, messageId, data);
      }
      case '/teams/actions': {
        const { userId, conversationId, messageId, action, trigger } = parse(schemas.action, body);
        return chat.execute(personOf(userId), conversationId, messageId, action, trigger);
      }
      case '/teams/search': {
        const { userId, conversationId, messageId, ...query } = parse(schemas.search, body);
        return chat.search(personOf(userId), conversationId, messageId, query);
      }
      case '/teams/extension/search': {
        const { userId, ...query } = parse(schemas.extensionSearch, body);
        return extension.search(personOf(userId), query);
      }
      case '/teams/extension/link': {
        const { userId, ...link } = parse(schemas.extensionLink, body);
        return extension.unfold(personOf(userId), link);
      }
      case '/teams/extension/dialog': {
        const { userId, ...press } = parse(schemas.extensionDialog, body);
        return extension.dialog(personOf(userId), press);
      }
      default:
        throw new AppError('not-found', path);
    }
  }

  function ssoToken(person: TeamsPerson): Promise<string> {
    const role = person.role.charAt(0).toUpperCase() + person.role.slice(1);
    return issueSsoToken({ orgId: session.orgId, userId: person.userId, name: person.name, username: usernameOf(person), audience: session.app.tabClientId, roles: [role] });
  }

  return async (request, response, url) => {
    if (isCrossSite(request)) throw new AppError('not-allowed', 'another site asked');
    if (request.method === 'POST') return sendJson(response, 200, await answer(url.pathname, await readJson(request)));
    if (request.method !== 'GET') throw new AppError('not-found', `${request.method ?? ''} ${url.pathname}`);
    if (url.pathname === '/teams/session') return sendJson(response, 200, session);
    if (url.pathname !== '/teams/events') throw new AppError('not-found', url.pathname);
    streamEvents(response, (tell) => chat.follow(personOf(url.searchParams.get('userId')), url.searchParams.get('conversationId') ?? '', tell));
  };
}

function streamEvents(response: ServerResponse, follow: (tell: (event: unknown) => void) => () => void): void {
  const early: unknown[] = [];
  let tell = (event: unknown) => void early.push(event);
  const stop = follow((event) => tell(event));
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  tell = (event) => void response.write(`data: ${JSON.stringify(event)}\n\n`);
  early.forEach(tell);
  response.on('close', stop);
}

function parse<Value>(schema: z.ZodType<Value>, body: unknown): Value {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new AppError('bad-request', z.prettifyError(parsed.error));
  return parsed.data;
}
