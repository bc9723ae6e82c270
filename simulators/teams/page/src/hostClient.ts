import type { ActionAnswer, CardAction, ConversationEvent, ExtensionAnswer, HostSession, Scope, SearchAnswer } from '../../wire.js';

export type Where = { readonly userId: string; readonly conversationId: string };
type OnMessage = Where & { readonly messageId: string };

export const loadSession = () => call<HostSession>('session');
export const getSsoToken = async (userId: string) => (await call<{ token: string }>('sso-token', { userId })).token;
export const openConversation = async (userId: string, scope: Scope) => (await call<{ conversationId: string }>('conversations', { userId, scope })).conversationId;
export const sendMessage = (where: Where, text: string, cards: readonly unknown[] = []) => call<{ id: string }>('messages', { ...where, text, cards });
export const searchExtension = (where: Where, query: { commandId: string; text: string }) => call<ExtensionAnswer>('extension/search', { ...where, ...query });
export const unfoldLink = (where: Where, url: string) => call<ExtensionAnswer>('extension/link', { ...where, url });
export const extensionDialog = (on: OnMessage, press: { commandId: string; data?: unknown }) => call<ExtensionAnswer>('extension/dialog', { ...on, ...press });
export const submit = (on: OnMessage, data: unknown) => call<ActionAnswer>('submit', { ...on, data });
export const execute = (on: OnMessage, action: CardAction, trigger: 'manual' | 'automatic') => call<ActionAnswer>('actions', { ...on, action, trigger });
export const search = (on: OnMessage, query: { dataset: string; queryText: string; data?: Record<string, unknown> }) => call<SearchAnswer>('search', { ...on, ...query });

/** Follows a conversation until the returned function is called. A lost connection is made again by the browser. */
export function follow({ userId, conversationId }: Where, tell: (event: ConversationEvent) => void): () => void {
  const source = new EventSource(`./teams/events?${new URLSearchParams({ userId, conversationId }).toString()}`);
  source.onmessage = (message: MessageEvent<string>) => tell(JSON.parse(message.data) as ConversationEvent);
  return () => source.close();
}

/** Throws an Error whose message is a sentence for people. */
async function call<Answer>(path: string, body?: unknown): Promise<Answer> {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`./teams/${path}`, init).catch(() => undefined);
  if (!response) throw new Error('The simulator does not answer. Is it running?');
  if (!response.ok) throw new Error(`The simulator answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}
