import { expect } from 'chai';
import { commandNames, type CommandName } from '../../bot/chat/commands/words/commandNames.js';
import { commandWords } from '../../bot/chat/commands/words/commandWords.js';
import { languages, type Language } from '../../bot/chat/language/language.js';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { expectTeamsCard, textsOf } from '../support/checkCard.js';
import { startChatEntra, startTestChat, type Scope, type TestChat } from '../support/startTestChat.js';
import { testIds } from '../support/testConfig.js';
import { aCompany, aTenant } from '../support/testOrganization.js';
import { untilSo } from '../support/untilSo.js';

const scopes: readonly Scope[] = ['personal', 'groupChat', 'channel'];
const changing: readonly CommandName[] = ['unmapped', 'add company', 'link', 'ignore', 'undo', 'sync'];
const follows: Partial<Record<CommandName, string>> = { find: 'Customer 2', why: 'Customer 2', ignore: 'Customer 3', link: 'Customer 2 = Customer 1' };

/** Every command, in every scope, in every language, as Teams sends it. */
describe('conversation', function () {
  this.timeout(120_000);
  let entra: Entra;
  let chat: TestChat;
  before(async () => {
    entra = await startChatEntra();
    chat = await startTestChat({ entra, tenants: [1, 2, 3].map((n) => aTenant(n)), companies: [1, 2, 3].map((n) => aCompany(n)) });
  });
  after(async () => {
    await chat.close();
    await entra.close();
  });

  async function ask(text: string, locale: Language, scope: Scope, userId: string = testIds.mapper): Promise<string> {
    chat.connector.sent.length = 0;
    expect((await chat.deliver({ type: 'message', text, locale }, { scope, userId })).status).to.equal(200);
    const posted = () => chat.connector.messages().filter(({ method }) => method === 'POST');
    await untilSo(() => posted().length > 0);
    const [message] = posted();
    // The card of "sync" changes once the lists are read: before the next command, so that no two answers mix.
    if (commandWords[locale].sync.ways[0] === text && userId === testIds.mapper) await untilSo(() => chat.connector.sent.some(({ method }) => method === 'PUT'));
    expectTeamsCard(message?.cards[0], text);
    return textsOf(message?.cards[0]).join('\n');
  }

  for (const scope of scopes) {
    for (const language of languages) {
      it(`answers every command in a ${scope} conversation in ${language}, each with a card of its own`, async () => {
        const answers = new Map<string, CommandName>();
        for (const name of commandNames) {
          const [way] = commandWords[language][name].ways;
          const said = await ask(`${way} ${follows[name] ?? ''}`.trim(), language, scope);
          expect(answers.get(said), `${name} and ${answers.get(said) ?? ''}`).to.equal(undefined);
          answers.set(said, name);
          // English words work everywhere, and get the same answer.
          if (name === 'help' || name === 'history') expect(await ask(name, language, scope)).to.equal(said);
        }
        expect(chat.connector.refused).to.deep.equal([]);
      });
    }
  }

  for (const language of languages) {
    it(`refuses a viewer what would change something, in ${language}, and lets them look`, async () => {
      const seen = new Set<string>();
      for (const name of commandNames) {
        const [way] = commandWords[language][name].ways;
        const said = await ask(`${way} ${follows[name] ?? ''}`.trim(), language, 'personal', testIds.viewer);
        if (changing.includes(name)) seen.add(said);
        else expect(seen.has(said), name).to.equal(false);
      }
      // One and the same refusal.
      expect(seen.size).to.equal(1);
    });
  }

  it('says the same thing in five languages, five times differently', async () => {
    for (const name of commandNames) {
      const said = new Set<string>();
      for (const language of languages) said.add(await ask(`${commandWords[language][name].ways[0]} ${follows[name] ?? ''}`.trim(), language, 'personal'));
      expect(said.size, name).to.equal(languages.length);
    }
  });
});
