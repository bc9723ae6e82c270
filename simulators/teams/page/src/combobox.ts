import type { Choice } from '../../wire.js';

export type Combobox = {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  selected(): Choice | undefined;
  /** Text that is no choice. */
  hasLooseText(): boolean;
  clear(): void;
};

type Options = {
  readonly placeholder: string;
  readonly initial: Choice | undefined;
  /** Best first. A rejection's message is shown under the box. */
  readonly find: (text: string) => Promise<readonly Choice[]>;
  readonly onChange: () => void;
};

const quietMs = 150;
let count = 0;

/** A text box with a list under it: type, arrows, Enter, Escape, or the mouse. */
export function makeCombobox({ placeholder, initial, find, onChange }: Options): Combobox {
  const listId = `choices-${++count}`;
  const input = Object.assign(document.createElement('input'), { type: 'text', className: 'ac-input picker-text', placeholder, autocomplete: 'off', value: initial?.title ?? '' });
  const list = Object.assign(document.createElement('ul'), { id: listId, className: 'picker-list', hidden: true });
  // In the top layer: a card must neither clip the list nor move when it closes.
  const panel = Object.assign(document.createElement('div'), { className: 'picker-panel', popover: 'manual' });
  const state = Object.assign(document.createElement('p'), { className: 'picker-state', hidden: true });
  const element = Object.assign(document.createElement('div'), { className: 'picker' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Choices');
  state.setAttribute('role', 'status');
  setAttributes(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': listId, 'aria-expanded': 'false' });
  panel.append(list, state);
  element.append(input, panel);

  let chosen = initial;
  let choices: readonly Choice[] = [];
  let active = -1;
  let asked = 0;
  let timer = 0;

  function choose(choice: Choice | undefined) {
    const isNew = choice?.value !== chosen?.value;
    chosen = choice;
    if (choice) input.value = choice.title;
    if (isNew) onChange();
  }

  const isOpen = () => panel.matches(':popover-open');

  function place() {
    const box = input.getBoundingClientRect();
    const below = window.innerHeight - box.bottom - 8;
    const isAbove = below < 180 && box.top > below;
    Object.assign(panel.style, { left: `${box.left}px`, width: `${box.width}px`, top: isAbove ? 'auto' : `${box.bottom + 2}px`, bottom: isAbove ? `${window.innerHeight - box.top + 2}px` : 'auto', maxHeight: `${Math.min(260, isAbove ? box.top - 8 : below)}px` });
  }

  function close() {
    clearTimeout(timer);
    asked += 1;
    if (isOpen()) panel.hidePopover();
    document.removeEventListener('scroll', place, true);
    list.hidden = true;
    state.hidden = true;
    highlight(-1);
    input.setAttribute('aria-expanded', 'false');
  }

  function say(text: string) {
    state.textContent = text;
    state.hidden = text === '';
  }

  function highlight(index: number) {
    active = index;
    for (const [i, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(i === index));
      if (i === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', `${listId}-${index}`);
  }

  function show(found: readonly Choice[], isTyped: boolean) {
    choices = found;
    list.replaceChildren(...found.map(optionElement));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    highlight(isTyped && found.length > 0 ? 0 : -1);
    say(found.length === 0 ? 'No results' : '');
  }

  function optionElement(choice: Choice, index: number): HTMLElement {
    const option = Object.assign(document.createElement('li'), { id: `${listId}-${index}`, textContent: choice.title });
    setAttributes(option, { role: 'option', 'aria-selected': 'false' });
    option.addEventListener('mousedown', (event) => event.preventDefault());
    option.addEventListener('click', () => {
      choose(choice);
      close();
    });
    return option;
  }

  async function open(text: string) {
    const question = ++asked;
    if (!element.isConnected) return;
    if (!isOpen()) panel.showPopover();
    document.addEventListener('scroll', place, true);
    place();
    say('Searching …');
    try {
      const found = await find(text);
      if (question === asked) show(found, text !== '');
    } catch (error) {
      if (question !== asked) return;
      show([], false);
      say(error instanceof Error ? error.message : String(error));
    }
  }

  function openAll() {
    if (!isOpen()) void open(chosen ? '' : input.value.trim());
  }

  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (list.hidden) openAll();
      else highlight((active + step + choices.length + (active < 0 && step < 0 ? 1 : 0)) % choices.length);
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      if (active >= 0) choose(choices[active]);
      close();
    } else if (event.key === 'Escape' && isOpen()) {
      event.preventDefault();
      close();
    }
  }

  input.addEventListener('click', openAll);
  input.addEventListener('keydown', onKey);
  input.addEventListener('input', () => {
    if (chosen && input.value !== chosen.title) choose(undefined);
    clearTimeout(timer);
    timer = window.setTimeout(() => void open(input.value.trim()), quietMs);
  });
  input.addEventListener('blur', () => {
    const same = choices.filter(({ title }) => title === input.value);
    if (!chosen && same.length === 1) choose(same[0]);
    close();
  });

  return {
    element,
    input,
    selected: () => chosen,
    hasLooseText: () => !chosen && input.value.trim() !== '',
    clear() {
      input.value = '';
      choices = [];
      choose(undefined);
      close();
    },
  };
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
