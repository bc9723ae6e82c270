import type { ActionAnswer, CardAction, ShownMessage } from '../../wire.js';
import { renderCard } from './card.js';
import type { SearchChoices } from './choicePicker.js';
import { markdownToHtml } from './markdown.js';

export type MessageHost = {
  readonly userId: string;
  /** Undefined where typeahead is off. */
  readonly search: SearchChoices | undefined;
  readonly execute: (action: CardAction, trigger: 'manual' | 'automatic') => Promise<ActionAnswer>;
  readonly submit: (data: unknown) => Promise<ActionAnswer>;
  readonly reply: (text: string) => void;
  readonly openLink: (url: string) => void;
  /** What the app's message extension does with a message. */
  readonly actions: readonly { readonly title: string; readonly run: () => void }[];
};

/** The bot's messages are articles; people's and the simulator's own are not. */
export function renderMessage(message: ShownMessage, host: MessageHost): HTMLElement {
  const element = document.createElement(message.author === 'bot' ? 'article' : 'div');
  element.className = `message ${message.author}`;
  element.tabIndex = -1;
  const at = new Date(message.at);
  const time = Object.assign(document.createElement('time'), { dateTime: message.at, textContent: at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }) });
  const head = Object.assign(document.createElement('p'), { className: 'head' });
  head.append(Object.assign(document.createElement('strong'), { textContent: message.name }), ' ', time);
  if (message.author !== 'notice' && host.actions.length > 0) head.append(menuElement(host.actions));
  element.setAttribute('aria-label', `${message.name}, ${time.textContent}`);
  const body = Object.assign(document.createElement('div'), { className: 'body' });
  const state = Object.assign(document.createElement('p'), { className: 'state', hidden: true });
  element.append(head, body, state);

  if (message.text) body.append(textElement(message, host));
  for (const card of message.cards) body.append(cardElement(card, { element, state, isRefreshed: message.isOwnView || refreshed.has(`${host.userId} ${message.id}`), onRefresh: () => void refreshed.add(`${host.userId} ${message.id}`) }, host));
  for (const type of message.otherAttachments) body.append(Object.assign(document.createElement('p'), { className: 'error', textContent: `The simulator does not show attachments of type ${type}.` }));
  if (message.suggestedReplies.length > 0) body.append(repliesElement(message.suggestedReplies, host));
  return element;
}

function textElement({ author, text }: ShownMessage, host: MessageHost): HTMLElement {
  const element = Object.assign(document.createElement('div'), { className: 'text' });
  if (author === 'bot') element.innerHTML = markdownToHtml(text);
  else element.textContent = text;
  element.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    if (!anchor) return;
    event.preventDefault();
    host.openLink(anchor.href);
  });
  return element;
}

type Shown = { readonly element: HTMLElement; readonly state: HTMLElement; readonly isRefreshed: boolean; readonly onRefresh: () => void };

/** A message is refreshed by itself once, however often it is drawn. */
const refreshed = new Set<string>();

function cardElement(payload: unknown, { element: message, state, isRefreshed, onRefresh }: Shown, host: MessageHost): HTMLElement {
  const holder = Object.assign(document.createElement('div'), { className: 'card' });
  const act = async (work: () => Promise<ActionAnswer>, done: string) => {
    if (message.ariaBusy === 'true') return;
    message.ariaBusy = 'true';
    say(state, 'Sending …', false);
    const answer = await work().catch((error: unknown): ActionAnswer => ({ kind: 'failed', sentence: error instanceof Error ? error.message : String(error) }));
    message.ariaBusy = 'false';
    say(state, answer.kind === 'failed' ? answer.sentence : answer.kind === 'message' ? answer.text : done, answer.kind === 'failed');
  };
  try {
    const card = renderCard(payload, {
      search: host.search,
      execute: (action) => void act(() => host.execute(action, 'manual'), ''),
      submit: (data) => void act(() => submit(data, host), 'Sent'),
      openLink: host.openLink,
    });
    holder.append(card);
    const refresh = isRefreshed ? undefined : refreshAction(payload, host.userId);
    if (refresh) {
      onRefresh();
      void act(() => host.execute(refresh, 'automatic'), '');
    }
  } catch (error) {
    holder.append(Object.assign(document.createElement('p'), { className: 'error', textContent: `This card can't be shown. ${error instanceof Error ? error.message : ''}` }));
  }
  return holder;
}

function menuElement(actions: MessageHost['actions']): HTMLElement {
  const menu = Object.assign(document.createElement('details'), { className: 'menu' });
  const summary = Object.assign(document.createElement('summary'), { textContent: '⋯', ariaLabel: 'More actions' });
  const items = actions.map(({ title, run }) => {
    const item = Object.assign(document.createElement('button'), { type: 'button', textContent: title });
    item.addEventListener('click', () => {
      menu.open = false;
      run();
    });
    return item;
  });
  menu.append(summary, ...items);
  return menu;
}

/** Action.Submit; Teams' own `imBack` sends its text in the person's name instead. */
async function submit(data: unknown, host: MessageHost): Promise<ActionAnswer> {
  const { msteams } = (data ?? {}) as { msteams?: { type?: unknown; value?: unknown } };
  if (msteams?.type !== 'imBack' || typeof msteams.value !== 'string') return host.submit(data);
  host.reply(msteams.value);
  return { kind: 'done' };
}

/** Universal actions: a card may ask to be renewed when one of the people it names sees it. */
function refreshAction(payload: unknown, userId: string): CardAction | undefined {
  const { refresh } = payload as { refresh?: { action?: { type?: string; id?: string; verb?: string; data?: unknown }; userIds?: unknown } };
  const { action, userIds } = refresh ?? {};
  if (action?.type !== 'Action.Execute' || !Array.isArray(userIds)) return undefined;
  const isMeant = userIds.some((id) => typeof id === 'string' && (id === userId || id === `8:orgid:${userId}`));
  return isMeant ? { id: action.id, verb: action.verb, data: action.data } : undefined;
}

function repliesElement(replies: readonly string[], host: MessageHost): HTMLElement {
  const group = Object.assign(document.createElement('div'), { className: 'chips' });
  group.append(
    ...replies.map((reply) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: reply });
      button.addEventListener('click', () => host.reply(reply));
      return button;
    }),
  );
  return group;
}

function say(state: HTMLElement, text: string, isError: boolean): void {
  state.setAttribute('role', isError ? 'alert' : 'status');
  state.classList.toggle('error', isError);
  state.textContent = text;
  state.hidden = text === '';
}
