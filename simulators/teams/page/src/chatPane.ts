import type { ConversationEvent, HostSession, Scope, ShownMessage } from '../../wire.js';
import { startExtensionPane } from './extensionPane.js';
import { execute, follow, openConversation, search, sendMessage, submit } from './hostClient.js';
import { renderMessage, type MessageHost } from './messageView.js';
import { find } from './page.js';

export type ChatPane = { show(userId: string, scope: Scope): void; setTypeahead(isOn: boolean): void; focus(): void };

type Options = { readonly session: HostSession; readonly openLink: (url: string) => void };
type Open = { readonly userId: string; readonly conversationId: string };

const commands = ['help', 'unmapped', 'add company', 'bulk', 'status', 'notify'];
const typingMs = 4000;

export function startChatPane({ session, openLink }: Options): ChatPane {
  const log = find('log', HTMLElement);
  const typing = find('typing', HTMLElement);
  const mention = find('mention', HTMLElement);
  const text = find('text', HTMLTextAreaElement);
  const shown = new Map<string, { readonly message: ShownMessage; readonly element: HTMLElement }>();
  let open: Open | undefined;
  let stop = () => {};
  let wish = 0;
  let isTypeaheadOn = true;
  let typingTimer = 0;

  function hostOf({ userId, conversationId }: Open, messageId: string): MessageHost {
    const on = { userId, conversationId, messageId };
    return {
      userId,
      search: isTypeaheadOn ? (dataset, queryText, data) => ask(on, dataset, queryText, data) : undefined,
      execute: (action, trigger) => execute(on, action, trigger),
      submit: (data) => submit(on, data),
      reply: (reply) => void send(reply),
      openLink,
      actions: (session.app.extension?.messageActions ?? []).map(({ id, title }) => ({ title, run: () => extension.openDialog(on, id) })),
    };
  }

  async function send(message: string, cards: readonly unknown[] = []) {
    const trimmed = message.trim();
    if ((!trimmed && cards.length === 0) || !open) return;
    await sendMessage(open, trimmed, cards).catch((error: unknown) => tellFailure(error));
  }

  function tellFailure(error: unknown) {
    const sentence = error instanceof Error ? error.message : String(error);
    log.append(Object.assign(document.createElement('p'), { className: 'message notice error', textContent: sentence }));
    log.scrollTop = log.scrollHeight;
  }

  function put(message: ShownMessage) {
    if (!open) return;
    const before = shown.get(message.id);
    const element = renderMessage(message, hostOf(open, message.id));
    shown.set(message.id, { message, element });
    if (!before) {
      log.append(element);
      log.scrollTop = log.scrollHeight;
      return;
    }
    const hadFocus = before.element.contains(document.activeElement);
    before.element.replaceWith(element);
    if (hadFocus) element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }

  function tell(event: ConversationEvent) {
    switch (event.kind) {
      case 'snapshot':
        log.replaceChildren();
        shown.clear();
        event.messages.forEach(put);
        log.ariaBusy = 'false';
        break;
      case 'message':
        if (event.message.author !== 'person') showTyping(false);
        put(event.message);
        break;
      case 'removed':
        shown.get(event.id)?.element.remove();
        shown.delete(event.id);
        break;
      case 'typing':
        showTyping(true);
        break;
    }
  }

  function showTyping(isTyping: boolean) {
    clearTimeout(typingTimer);
    typing.textContent = isTyping ? `${session.app.name} is typing …` : '';
    if (isTyping) typingTimer = window.setTimeout(() => showTyping(false), typingMs);
  }

  async function show(userId: string, scope: Scope) {
    const asked = ++wish;
    stop();
    open = undefined;
    extension.clear();
    log.ariaBusy = 'true';
    log.replaceChildren();
    shown.clear();
    showTyping(false);
    mention.textContent = scope === 'personal' ? '' : `@${session.app.name}`;
    try {
      const conversationId = await openConversation(userId, scope);
      if (asked !== wish) return;
      open = { userId, conversationId };
      stop = follow(open, (event) => asked === wish && tell(event));
    } catch (error) {
      log.ariaBusy = 'false';
      tellFailure(error);
    }
  }

  function sendTyped() {
    if (!open) return;
    void send(text.value, extension.takeCards());
    text.value = '';
  }

  const extension = startExtensionPane({ manifest: session.app.extension, where: () => open, openLink });
  text.addEventListener('input', () => extension.lookForLink(text.value));
  find('composer', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    sendTyped();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    sendTyped();
  });
  find('commands', HTMLElement).append(...commands.map((command) => commandButton(command, () => void send(command))));

  return {
    show: (userId, scope) => void show(userId, scope),
    setTypeahead(isOn) {
      isTypeaheadOn = isOn;
      for (const { message } of [...shown.values()]) put(message);
    },
    focus: () => text.focus(),
  };
}

async function ask(on: Parameters<typeof search>[0], dataset: string, queryText: string, data: Record<string, unknown> | undefined) {
  const answer = await search(on, { dataset, queryText, ...(data ? { data } : {}) });
  if (answer.kind === 'failed') throw new Error(answer.sentence);
  return answer.results;
}

function commandButton(command: string, run: () => void): HTMLElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: command });
  button.addEventListener('click', run);
  return button;
}
