import { expect } from 'chai';
import type * as AdaptiveCards from 'adaptivecards';
import { createRequire } from 'node:module';

// Its ES modules can't be loaded in Node.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;

// Teams reads it whatever the card's version; the parser knows it from 1.6 on.
const isExpected = (message: string) => message.includes('choices.data') && message.includes('1.6');

/** What the `adaptivecards` parser says against a card. */
export function cardProblems(card: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const parsed = new AdaptiveCard();
  // Teams shows six; the parser's own limit is five.
  parsed.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  parsed.parse(card, context);
  const validation = parsed.validateProperties();
  const events = [...Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message), ...validation.validationEvents.map(({ message }) => message)];
  return events.filter((message) => !isExpected(message));
}

/** Teams' rules for cards: parsed without a warning, under 28 KB, at most 6 actions, all texts wrap. */
export function expectTeamsCard(card: unknown, state = ''): void {
  expect(cardProblems(card)).to.deep.equal([]);
  const text = JSON.stringify(card);
  expect(Buffer.byteLength(text), state).to.be.lessThan(28 * 1024);
  const { actions = [], version, body, refresh } = card as { actions?: unknown[]; version?: unknown; body: unknown[]; refresh?: { userIds: unknown[] } };
  expect(refresh?.userIds.length ?? 0).to.be.at.most(60);
  expect(version).to.equal('1.5');
  expect(actions.length).to.be.at.most(6);
  expect(body.length).to.be.greaterThan(0);
  for (const element of elementsOf(card)) {
    if (element['type'] === 'TextBlock') expect(element['wrap'], JSON.stringify(element)).to.equal(true);
    if (element['type'] === 'Action.Execute') expect(element['fallback']).to.include({ type: 'Action.Submit', title: element['title'] });
  }
}

/** All texts that a person reads, in order. */
export function textsOf(card: unknown): string[] {
  return elementsOf(card).flatMap((element) => ['text', 'title', 'label', 'placeholder'].flatMap((name) => (typeof element[name] === 'string' ? [element[name]] : [])));
}

/** Everything in a card that has a type, the choices of pickers included. Fallbacks are left out: they repeat their action; the refresh is no button. */
export function elementsOf(node: unknown): Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (typeof node !== 'object' || node === null) return [];
  const parts = Object.entries(node).filter(([name]) => name !== 'fallback' && name !== 'data' && name !== 'refresh');
  return [node as Record<string, unknown>, ...parts.flatMap(([, part]) => elementsOf(part))];
}

/** A button by its title. Throws when the card has none. */
export function buttonOf(card: unknown, title: string): Record<string, unknown> {
  const button = elementsOf(card).find((element) => String(element['type']).startsWith('Action.') && element['title'] === title);
  if (!button) throw new Error(`The card has no button "${title}": ${textsOf(card).join(' | ')}`);
  return button;
}

/** An input by its id. Throws when the card has none. */
export function inputOf(card: unknown, id: string): Record<string, unknown> & { choices: { title: string; value: string }[] } {
  const input = elementsOf(card).find((element) => String(element['type']).startsWith('Input.') && element['id'] === id);
  if (!input) throw new Error(`The card has no input "${id}"`);
  return { choices: [], ...input };
}
