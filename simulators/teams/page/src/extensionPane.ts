import type { ExtensionAnswer, ExtensionManifest, ExtensionResult } from '../../wire.js';
import { renderCard, type CardHost } from './card.js';
import { extensionDialog, searchExtension, unfoldLink, type Where } from './hostClient.js';
import { find } from './page.js';

export type ExtensionPane = {
  /** The dialog of an action on a message. */
  openDialog(on: Where & { readonly messageId: string }, commandId: string): void;
  /** Asks the app about a link in what is being written, once. */
  lookForLink(text: string): void;
  /** The cards that go with the message, which then has them. */
  takeCards(): readonly unknown[];
  clear(): void;
};

type Options = { readonly manifest: ExtensionManifest | undefined; readonly where: () => Where | undefined; readonly openLink: (url: string) => void };

const quietMs = 250;

/** The host side of a message extension: search and insert, act on a message, unfold links. */
export function startExtensionPane({ manifest, where, openLink }: Options): ExtensionPane {
  const panel = find('extension', HTMLElement);
  const toggle = find('extension-toggle', HTMLButtonElement);
  const text = find('extension-text', HTMLInputElement);
  const results = find('extension-results', HTMLUListElement);
  const state = find('extension-state', HTMLElement);
  const attached = find('attached', HTMLElement);
  const attachedCard = find('attached-card', HTMLElement);
  const dialog = find('dialog', HTMLDialogElement);
  const dialogState = find('dialog-state', HTMLElement);
  const searches = manifest?.searches ?? [];
  let commandId = searches[0]?.id ?? '';
  let asked = 0;
  let timer = 0;
  let card: unknown;
  let lookedAt = '';
  let linkTimer = 0;

  const chips = searches.map(({ id, title }) => {
    const chip = Object.assign(document.createElement('button'), { type: 'button', textContent: title });
    chip.addEventListener('click', () => choose(id));
    return { id, chip };
  });
  find('extension-searches', HTMLElement).append(...chips.map(({ chip }) => chip));

  function choose(id: string) {
    commandId = id;
    for (const each of chips) each.chip.ariaPressed = String(each.id === id);
    text.placeholder = searches.find((search) => search.id === id)?.hint ?? '';
    void search();
  }

  function show(isOpen: boolean) {
    panel.hidden = !isOpen;
    toggle.ariaExpanded = String(isOpen);
    if (!isOpen) return toggle.focus();
    choose(commandId);
    text.focus();
  }

  async function search() {
    const [place, question] = [where(), ++asked];
    if (!place) return;
    state.textContent = 'Searching …';
    const answer = await searchExtension(place, { commandId, text: text.value.trim() }).catch(failed);
    if (question !== asked) return;
    results.replaceChildren(...(answer.kind === 'results' ? answer.results.map(resultElement) : []));
    state.textContent = answer.kind === 'results' ? '' : sentenceOf(answer);
  }

  function resultElement(result: ExtensionResult): HTMLElement {
    const item = document.createElement('li');
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: result.title });
    button.append(Object.assign(document.createElement('span'), { textContent: result.text }));
    button.addEventListener('click', () => {
      attach(result.card);
      show(false);
    });
    item.append(button);
    return item;
  }

  async function unfold(place: Where, link: string) {
    const answer = await unfoldLink(place, link).catch(failed);
    if (link === lookedAt && answer.kind === 'results') attach(answer.results[0]?.card);
  }

  const cardHost = (submit: CardHost['submit']): CardHost => ({ search: undefined, execute: () => undefined, submit, openLink });

  function attach(payload: unknown) {
    card = payload;
    attached.hidden = payload === undefined;
    attachedCard.replaceChildren(...(payload === undefined ? [] : [render(payload, () => undefined)]));
  }

  function render(payload: unknown, submit: CardHost['submit']): HTMLElement {
    try {
      return renderCard(payload, cardHost(submit));
    } catch (error) {
      return Object.assign(document.createElement('p'), { className: 'error', textContent: `This card can't be shown. ${error instanceof Error ? error.message : ''}` });
    }
  }

  async function runDialog(on: Where & { readonly messageId: string }, command: string, data?: unknown) {
    dialogState.textContent = 'Loading …';
    const answer = await extensionDialog(on, { commandId: command, ...(data === undefined ? {} : { data }) }).catch(failed);
    dialogState.textContent = '';
    const body = find('dialog-body', HTMLElement);
    switch (answer.kind) {
      case 'dialog':
        find('dialog-title', HTMLElement).textContent = answer.title;
        body.replaceChildren(render(answer.card, (submitted) => void runDialog(on, command, submitted)));
        break;
      case 'results':
        dialog.close();
        attach(answer.results[0]?.card);
        break;
      case 'nothing':
        dialog.close();
        break;
      case 'sentence':
      case 'failed':
        body.replaceChildren();
        dialogState.textContent = sentenceOf(answer);
    }
  }

  toggle.hidden = searches.length === 0;
  toggle.addEventListener('click', () => show(panel.hidden));
  find('extension-close', HTMLButtonElement).addEventListener('click', () => show(false));
  find('attached-remove', HTMLButtonElement).addEventListener('click', () => attach(undefined));
  find('dialog-close', HTMLButtonElement).addEventListener('click', () => dialog.close());
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void search(), quietMs);
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(false);
  });

  return {
    openDialog(on, command) {
      find('dialog-title', HTMLElement).textContent = manifest?.messageActions.find(({ id }) => id === command)?.title ?? '';
      find('dialog-body', HTMLElement).replaceChildren();
      dialog.showModal();
      void runDialog(on, command);
    },
    lookForLink(message) {
      const link = /https?:\/\/\S+/.exec(message)?.[0] ?? '';
      const place = where();
      if (!place || link === lookedAt) return;
      lookedAt = link;
      if (link === '') return;
      clearTimeout(linkTimer);
      linkTimer = window.setTimeout(() => void unfold(place, link), quietMs);
    },
    takeCards() {
      const taken = card === undefined ? [] : [card];
      attach(undefined);
      lookedAt = '';
      return taken;
    },
    clear() {
      attach(undefined);
      results.replaceChildren();
      panel.hidden = true;
      toggle.ariaExpanded = 'false';
    },
  };
}

function failed(error: unknown): ExtensionAnswer {
  return { kind: 'failed', sentence: error instanceof Error ? error.message : String(error) };
}

function sentenceOf(answer: ExtensionAnswer): string {
  if (answer.kind === 'failed') return answer.sentence;
  return answer.kind === 'sentence' ? answer.text : 'No results';
}
