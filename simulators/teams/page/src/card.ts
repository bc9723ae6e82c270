import { AdaptiveCard, CardObjectRegistry, ExecuteAction, GlobalRegistry, OpenUrlAction, SerializationContext, SubmitAction, Versions, type Action, type CardElement } from 'adaptivecards';
import type { CardAction } from '../../wire.js';
import { ChoicePicker, searchOf, type SearchChoices } from './choicePicker.js';
import { hostConfig } from './hostConfig.js';
import { markdownToHtml } from './markdown.js';

export type CardHost = {
  readonly search: SearchChoices | undefined;
  readonly execute: (action: CardAction) => void;
  readonly submit: (data: unknown) => void;
  readonly openLink: (url: string) => void;
};

const elements = new CardObjectRegistry<CardElement>();
GlobalRegistry.populateWithDefaultElements(elements);
elements.register('Input.ChoiceSet', ChoicePicker);

AdaptiveCard.onProcessMarkdown = (text, result) => {
  // Text blocks bring their own margins.
  result.outputHtml = markdownToHtml(text).replace(/^<p>(.*)<\/p>$/s, (whole, inner: string) => (inner.includes('<p>') ? whole : inner));
  result.didProcess = true;
};

/** Renders as a client of Adaptive Cards 1.5, which Teams is. Throws an Error that says what is wrong with the card. */
export function renderCard(payload: unknown, host: CardHost): HTMLElement {
  if (typeof payload !== 'object' || payload === null) throw new Error('The card is no object.');
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = (action) => run(action, host);
  card.onAnchorClicked = (_element, anchor) => {
    host.openLink(anchor.href);
    return true;
  };
  const resets = findResets(payload);
  card.onInputValueChanged = ({ id }) => {
    const targets = resets.get(id ?? '') ?? [];
    for (const input of card.getAllInputs()) if (input instanceof ChoicePicker && targets.includes(input.id ?? '')) input.clear();
  };
  searchOf.set(card, host.search);
  const context = new SerializationContext(Versions.v1_5);
  context.setElementRegistry(elements);
  card.parse(payload, context);
  const element = card.render();
  if (!element) throw new Error('The card has nothing to show.');
  return element;
}

/** Teams' `valueChangedAction`: which pickers an input empties when it changes. adaptivecards does not know it. */
function findResets(value: unknown, found = new Map<string, readonly string[]>()): ReadonlyMap<string, readonly string[]> {
  if (typeof value !== 'object' || value === null) return found;
  const { id, valueChangedAction: changed } = value as { id?: unknown; valueChangedAction?: { type?: unknown; targetInputIds?: unknown } };
  if (typeof id === 'string' && changed?.type === 'Action.ResetInputs' && Array.isArray(changed.targetInputIds)) found.set(id, changed.targetInputIds.map(String));
  for (const part of Object.values(value)) findResets(part, found);
  return found;
}

function run(action: Action, host: CardHost): void {
  if (action instanceof ExecuteAction) host.execute({ id: action.id, verb: action.verb || undefined, data: action.data });
  else if (action instanceof SubmitAction) host.submit(action.data);
  else if (action instanceof OpenUrlAction) host.openLink(action.url ?? '');
}
