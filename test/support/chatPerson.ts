import { expect } from 'chai';
import { languageOf } from '../../bot/chat/language/language.js';
import { oneTimeWords } from '../../bot/chat/oneTime/oneTimeWords.js';
import { buttonOf, expectTeamsCard, textsOf } from './checkCard.js';
import type { Scope, TestChat } from './startTestChat.js';
import { untilSo } from './untilSo.js';

export type Where = { readonly scope?: Scope; readonly userId?: string; readonly locale?: string };

/** Everything that a card says, line by line. */
export const said = (card: unknown) => textsOf(card).join('\n');

/** What a person does in a chat of the specs. */
export function createChatPerson(chat: TestChat) {
  const posted = () => chat.connector.messages().filter(({ method }) => method === 'POST').map(({ cards }) => cards[0]);
  return {
    /** The cards that were posted so far, in order. */
    posted,
    /** Types it, and waits for the card of the answer. */
    async ask(text: string, { locale = 'en-GB', ...where }: Where = {}): Promise<unknown> {
      const before = posted().length;
      await chat.deliver({ type: 'message', text, locale }, where);
      await untilSo(() => posted().length > before);
      expectTeamsCard(posted().at(-1), text);
      return posted().at(-1);
    },
    /** Presses a button as a client with universal actions does; gives the card or the sentence that it is answered with, also where that comes later. */
    async press(card: unknown, title: string, inputs: object = {}, { locale = 'en-GB', ...where }: Where = {}): Promise<unknown> {
      const { verb, data } = buttonOf(card, title);
      const value = { action: { type: 'Action.Execute', verb, data: { ...(data as object), ...inputs } }, trigger: 'manual' };
      const before = chat.connector.sent.length;
      const { status, body } = await chat.deliver({ type: 'invoke', name: 'adaptiveCard/action', locale, value, replyToId: 'the-card' }, where);
      expect(status).to.equal(200);
      const answer = body as { type: string; value: unknown };
      if (answer.value === oneTimeWords[languageOf(locale)].stillWorking) {
        const later = () => chat.connector.sent.slice(before).find(({ cards }) => cards.length > 0)?.cards[0];
        await untilSo(() => later() !== undefined, 20_000);
        return later();
      }
      if (answer.type === 'application/vnd.microsoft.card.adaptive') expectTeamsCard(answer.value, title);
      return answer.value;
    },
  };
}
