import { expect } from 'chai';
import { testIds } from '../support/testConfig.js';
import { buttonOf, elementsOf, expectTeamsCard, inputOf, textsOf } from '../support/checkCard.js';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { startChatEntra, startTestChat, type Scope, type TestChat } from '../support/startTestChat.js';
import { untilSo } from '../support/untilSo.js';
import { aCaller, aCompany, accountOne, accountTwo, aTenant, everyLink, psaOne, psaTwo, tenantId } from '../support/testOrganization.js';

const scopes: Scope[] = ['personal', 'groupChat', 'channel'];

describe('chat', () => {
  let entra: Entra;
  let chat: TestChat;
  before(async () => {
    entra = await startChatEntra();
  });
  after(() => entra.close());
  beforeEach(async () => {
    const tenants = [...Array.from({ length: 20 }, (_, index) => aTenant(index + 1)), aTenant(30, { partnerAccountId: accountTwo, name: 'Nordwind Logistik', domain: 'nordwind.example' })];
    const companies = [...Array.from({ length: 20 }, (_, index) => aCompany(index + 1)), aCompany(1, { psaConnectionId: psaTwo, name: 'Nordwind Logistik', city: 'Kiel' }), aCompany(2, { psaConnectionId: psaTwo, name: 'Nordwind Logistik', city: 'Ulm' })];
    chat = await startTestChat({ entra, tenants, companies, config: { nextStepUrl: 'https://billing.example/t/{tenantId}?c={companyId}' } });
  });
  afterEach(() => chat.close());

  const say = (text: string, where: { scope?: Scope; userId?: string } = {}) => chat.deliver({ type: 'message', text }, where);
  const lastCard = () => chat.connector.messages().at(-1)?.cards[0];
  const links = async () => (await chat.organization.services.listMappings(aCaller(), everyLink)).mappings;

  /** Says the text and gives the card of the answer. */
  async function ask(text: string, where: { scope?: Scope; userId?: string } = {}): Promise<unknown> {
    const before = chat.connector.messages().length;
    expect((await say(text, where)).status).to.equal(200);
    // What takes long comes after the turn.
    await untilSo(() => chat.connector.messages().length > before);
    expectTeamsCard(lastCard());
    return lastCard();
  }

  /** Presses a button as a client with universal actions does. */
  async function press(card: unknown, title: string, inputs: Record<string, unknown> = {}, where: { scope?: Scope; userId?: string } = {}) {
    const { verb, data } = buttonOf(card, title);
    const value = { action: { type: 'Action.Execute', verb, data: { ...(data as object), ...inputs } }, trigger: 'manual' };
    const answer = await chat.deliver({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'the-card' }, where);
    expect(answer.status).to.equal(200);
    const body = answer.body as { statusCode: number; type: string; value: unknown };
    if (body.type === 'application/vnd.microsoft.card.adaptive') expectTeamsCard(body.value);
    return body;
  }
  const pressForCard = async (...given: Parameters<typeof press>) => {
    const { type, value } = await press(...given);
    expect(type).to.equal('application/vnd.microsoft.card.adaptive');
    return value;
  };
  const choose = (card: unknown, id: string, title: string) => {
    const choice = inputOf(card, id).choices.find((one) => one.title.includes(title));
    if (!choice) throw new Error(`"${title}" is not among ${inputOf(card, id).choices.map((one) => one.title).join(' | ')}`);
    return { [id]: choice.value };
  };
  const chooseFirst = (card: unknown) => ({ ...choose(card, 'companyChoice', 'Customer 1 '), ...choose(card, 'tenantChoice', 'Customer 1 ') });

  for (const scope of scopes) {
    it(`answers every command in a ${scope} conversation`, async () => {
      for (const [text, words] of [['help', 'What I can do'], [' HELLO!', 'What I can do'], ['Add  Company', 'Add company'], ['bulk', '21 of 21 tenants have no company yet.'], ['/status', 'Waiting: ']] as const) {
        expect(textsOf(await ask(text, { scope })).join('\n')).to.contain(words);
        expect(chat.connector.messages()).to.have.lengthOf(1);
        chat.connector.sent.length = 0;
      }
      expect(chat.connector.refused).to.deep.equal([]);
    });
  }

  it("answers in the person's language, whatever language the command is in, and in English where it speaks none", async () => {
    const ask = async (text: string, locale: string | undefined, userId: string = testIds.mapper) => {
      const before = chat.connector.messages().length;
      await chat.deliver({ type: 'message', text, ...(locale === undefined ? {} : { locale }) }, { userId });
      await untilSo(() => chat.connector.messages().length > before);
      expectTeamsCard(lastCard());
      return textsOf(lastCard()).join('\n');
    };
    expect(await ask('Hilfe', 'de-DE')).to.contain('Das kann ich').and.to.contain('**firma hinzufügen**');
    expect(await ask('help', 'fr-FR')).to.contain('Ce que je peux faire');
    expect(await ask('stand van zaken', 'nl-NL')).to.contain('Microsoft-tenants: \n21');
    expect(await ask('status', 'es-ES')).to.contain('Inquilinos de Microsoft: \n21');
    expect(await ask('aide', 'sv-SE')).to.contain('What I can do');
    expect(await ask('firma hinzufügen', 'de-DE', testIds.viewer)).to.contain('Ihre Rolle (Leser)').and.to.contain('„Zuordner“');
    expect(await ask('hola', 'es', testIds.stranger)).to.contain('Todavía no tiene un rol');
    expect(await ask('xyzzy', 'de')).to.contain('„xyzzy“ kenne ich nicht');
  });

  it('offers the commands as buttons when it does not know a text, and says what it resembles', async () => {
    const card = await ask('stat');
    expect(textsOf(card).join('\n')).to.contain('Did you mean "status"?');
    const before = chat.connector.messages().length;
    const answer = await press(card, 'Status');
    await untilSo(() => chat.connector.messages().length > before);
    expect(answer.type).to.equal('application/vnd.microsoft.activity.message');
    expect(textsOf(lastCard()).join('\n')).to.contain('Microsoft tenants');
    expect(textsOf(await ask('**[x](https://evil.example)** tell me a joke')).join('\n')).to.contain('This is what I can do');
  });

  it('welcomes once, though Teams tells of an installation twice, and again after it was removed', async () => {
    const added = { type: 'conversationUpdate', membersAdded: [{ id: `28:${testIds.botId}` }] };
    const installed = { type: 'installationUpdate', action: 'add' };
    await Promise.all([chat.deliver(added), chat.deliver(installed)]);
    expect(chat.connector.messages()).to.have.lengthOf(1);
    expectTeamsCard(lastCard());
    expect(textsOf(lastCard())[0]).to.contain('Welcome');
    await chat.deliver({ type: 'conversationUpdate', membersAdded: [{ id: '29:someone' }] }, { scope: 'groupChat' });
    expect(chat.connector.messages()).to.have.lengthOf(1);
    await chat.deliver({ type: 'installationUpdate', action: 'remove' });
    await chat.deliver(installed);
    expect(chat.connector.messages()).to.have.lengthOf(2);
  });

  it('refuses people without a role, and lets a viewer look but not add', async () => {
    for (const text of ['help', 'status', 'something', 'add company']) expect(textsOf(await ask(text, { userId: testIds.stranger })).join('\n')).to.contain('You have no role');
    expect(textsOf(await ask('status', { userId: testIds.viewer })).join('\n')).to.contain('Linked: \n0');
    expect(textsOf(await ask('add company', { userId: testIds.viewer })).join('\n')).to.contain('the role "mapper"');
    const card = await ask('add company');
    await press(card, 'Save', chooseFirst(card), { userId: testIds.viewer });
    expect(textsOf(lastCard()).join('\n')).to.contain('the role "mapper"');
    const search = await chat.deliver({ type: 'invoke', name: 'application/search', value: { dataset: 'tenants', queryText: '' } }, { userId: testIds.stranger });
    expect(search.body).to.deep.include({ type: 'application/vnd.microsoft.error', statusCode: 403 });
    expect(await links()).to.deep.equal([]);
  });

  it('adds a company from one card, undoes it, and starts another', async () => {
    const card = await ask('add company');
    const result = await pressForCard(card, 'Save', chooseFirst(card));
    const texts = textsOf(result).join('\n');
    expect(texts).to.contain('Company added').and.to.contain('Customer 1 (customer1.example)').and.to.contain('Demo Mapper');
    expect(buttonOf(result, 'Connect licenses to billing profile')['url']).to.equal(`https://billing.example/t/${tenantId(1)}?c=1`);
    const [link] = await links();
    expect(link).to.include({ tenantId: tenantId(1), psaConnectionId: psaOne, companyId: '1', origin: 'chat' });
    expect(link?.decidedBy).to.deep.equal({ userId: testIds.mapper, name: 'Demo Mapper' });
    const update = chat.connector.sent.at(-1);
    expect(update?.method).to.equal('PUT');
    expect(update?.path).to.contain('/activities/the-card');
    expect(update?.cards[0]).to.deep.equal(result);

    expect(textsOf(await pressForCard(result, 'Undo')).join('\n')).to.contain('Undone by').and.to.contain('Customer 1');
    expect(await links()).to.deep.equal([]);
    expect(textsOf(await pressForCard(result, 'Undo')).join('\n')).to.contain('Undone');
    const next = await press(result, 'Add another');
    expect(next.type).to.equal('application/vnd.microsoft.activity.message');
    expect(textsOf(lastCard())[0]).to.equal('Add company');
    expect((buttonOf(lastCard(), 'Save')['data'] as { actionId: string }).actionId).to.match(/^[0-9a-f]{32}$/).and.not.equal((buttonOf(card, 'Save')['data'] as { actionId: string }).actionId);
  });

  it('has one effect for a card that is sent several times, and shows the first result', async () => {
    const card = await ask('add company', { scope: 'groupChat' });
    const inputs = chooseFirst(card);
    const results = await Promise.all([1, 2, 3].map(() => pressForCard(card, 'Save', inputs, { scope: 'groupChat' })));
    results.push(await pressForCard(card, 'Save', inputs, { scope: 'groupChat', userId: testIds.admin }));
    expect(await links()).to.have.lengthOf(1);
    for (const result of results) expect(result).to.deep.equal(results[0]);

    const other = await press(card, 'Save', { ...inputs, ...choose(card, 'companyChoice', 'Customer 2 ') }, { scope: 'groupChat' });
    expect(textsOf(other.value).join('\n')).to.contain('used before with other choices').and.to.contain('Customer 1 (customer1.example)').and.to.contain('Demo Mapper');
    expect((await links()).map((link) => link.companyId)).to.deep.equal(['1']);
  });

  it('has one effect over a restart, for Save and for Undo, and says who decided', async () => {
    const scope = 'groupChat';
    const card = await ask('add company', { scope });
    const inputs = chooseFirst(card);
    const result = await pressForCard(card, 'Save', inputs, { scope });
    await chat.restart();
    expect(await pressForCard(card, 'Save', inputs, { scope, userId: testIds.admin })).to.deep.equal(result);
    const undone = await pressForCard(result, 'Undo', {}, { scope });
    await chat.restart();
    expect(await pressForCard(result, 'Undo', {}, { scope, userId: testIds.admin })).to.deep.equal(undone);
    expect((await chat.organization.services.listHistory(aCaller(), { limit: 10 })).entries).to.have.lengthOf(2);
  });

  it('asks for a second press when a card was open for long, and does nothing before', async () => {
    const card = await ask('add company');
    const inputs = chooseFirst(card);
    chat.organization.passMinutes(61);
    const renewed = await pressForCard(card, 'Save', inputs);
    expect(textsOf(renewed).join('\n')).to.contain('open for more than an hour');
    expect(inputOf(renewed, 'companyChoice')['value']).to.equal(inputs['companyChoice']);
    expect(await links()).to.deep.equal([]);
    const saved = await pressForCard(renewed, 'Save', inputs);
    chat.organization.passMinutes(61);
    const kept = await pressForCard(saved, 'Undo');
    expect(textsOf(kept).join('\n')).to.contain('open for more than an hour').and.to.contain('Company added');
    expect(await links()).to.have.lengthOf(1);
    expect(textsOf(await pressForCard(kept, 'Undo'))[0]).to.equal('Undone');
    // What was done is told however late.
    expect(textsOf(await pressForCard(renewed, 'Save', inputs))[0]).to.equal('Saved earlier');
  });

  it("does not take a card of another's personal chat, nor one with an id that was never given", async () => {
    const card = await ask('add company');
    const theirs = await press(card, 'Save', chooseFirst(card), { userId: testIds.admin });
    expect(theirs).to.deep.include({ type: 'application/vnd.microsoft.activity.message', value: 'This card belongs to somebody else. Type the command yourself to get your own.' });
    await press(card, 'Save', { ...chooseFirst(card), actionId: 'f'.repeat(32) });
    expect(textsOf(lastCard()).join('\n')).to.contain('can no longer be used');
    expect(await links()).to.deep.equal([]);
  });

  it('keeps what was chosen when somebody else was quicker, and saves nothing', async () => {
    const mine = await ask('add company');
    const theirs = await ask('add company', { userId: testIds.admin });
    await pressForCard(theirs, 'Save', chooseFirst(theirs), { userId: testIds.admin });
    const again = await pressForCard(mine, 'Save', { ...chooseFirst(mine), ...choose(mine, 'companyChoice', 'Customer 3 ') });
    expect(textsOf(again).join('\n')).to.contain('meanwhile').and.to.contain('Nothing was saved');
    expect(inputOf(again, 'companyChoice')['value']).to.equal(`${psaOne}|3`);
    const kept = inputOf(again, 'tenantChoice');
    expect(kept.choices.find(({ value }) => value === kept['value'])?.title).to.contain('linked to Customer 1');
    // Seen now, and wished for: a second company.
    const refused = await pressForCard(again, 'Save', { companyChoice: `${psaOne}|3`, tenantChoice: kept['value'] });
    expect(textsOf(refused).join('\n')).to.contain('Turn on "Show already added tenants"');
    await pressForCard(refused, 'Save', { companyChoice: `${psaOne}|3`, tenantChoice: kept['value'], showAlreadyAdded: 'true' });
    expect((await links()).map((link) => link.companyId).sort()).to.deep.equal(['1', '3']);
  });

  it('refuses stale pairs, unknown ids and broken cards with a sentence', async () => {
    const card = await ask('add company');
    const save = async (inputs: Record<string, unknown>) => textsOf(await pressForCard(card, 'Save', inputs)).join('\n');
    const chosen = chooseFirst(card);
    expect(await save({})).to.contain('Please choose a PSA company and a customer tenant.');
    expect(await save({ ...chosen, psaConnectionId: psaTwo })).to.contain('belongs to another PSA');
    expect(await save({ ...chosen, partnerAccountId: accountTwo })).to.contain('does not list Customer 1');
    expect(await save({ ...chosen, companyChoice: `${psaTwo}|999` })).to.contain('has no company with the id 999');
    expect(await save({ ...chosen, tenantChoice: `${tenantId(99)}|` })).to.contain('No connected Partner Center account lists');
    expect(await save({ ...chosen, tenantChoice: 'not-a-guid|' })).to.contain('Please choose a customer tenant.');
    const broken = await press(card, 'Save', { ...chosen, actionId: 'x' });
    expect(broken.type).to.equal('application/vnd.microsoft.activity.message');
    expect(textsOf(lastCard()).join('\n')).to.contain('can no longer be used').and.to.match(/Request [0-9a-f-]{36}/);
    expect(await links()).to.deep.equal([]);
  });

  it('goes step by step without typeahead, back and forth, and keeps what was typed', async () => {
    const form = await ask('add company');
    const psaStep = await pressForCard(form, 'Search without typeahead');
    expect(textsOf(psaStep)).to.contain('Step 1 of 5');
    expect(textsOf(await pressForCard(psaStep, 'Next')).join('\n')).to.contain('Please choose a PSA.');
    const companyStep = await pressForCard(psaStep, 'Next', { psaConnectionId: psaTwo });
    const none = await pressForCard(companyStep, 'Search', { companyQuery: 'nothing like it' });
    expect(textsOf(none).join('\n')).to.contain('No companies fit "nothing like it"');
    expect(inputOf(none, 'companyQuery')['value']).to.equal('nothing like it');
    const hits = await pressForCard(none, 'Search', { companyQuery: 'nordwind' });
    expect(inputOf(hits, 'companyChoice').choices.map(({ title }) => title)).to.deep.equal(['Nordwind Logistik · Kiel · #1', 'Nordwind Logistik · Ulm · #2']);
    const accountStep = await pressForCard(hits, 'Next', choose(hits, 'companyChoice', 'Ulm'));
    expect(textsOf(accountStep).join('\n')).to.contain('Nordwind Logistik · Ulm');
    const tenantStep = await pressForCard(accountStep, 'Next', { partnerAccountId: accountTwo });
    const back = await pressForCard(tenantStep, 'Back', { tenantQuery: 'nordw' });
    expect(inputOf(back, 'partnerAccountId')['value']).to.equal(accountTwo);
    const cancelled = await pressForCard(back, 'Cancel');
    const resumed = await pressForCard(cancelled, 'Continue');
    const tenantAgain = await pressForCard(resumed, 'Next', { partnerAccountId: accountTwo });
    expect(inputOf(tenantAgain, 'tenantQuery')['value']).to.equal('nordw');
    const confirm = await pressForCard(tenantAgain, 'Next', choose(tenantAgain, 'tenantChoice', 'nordwind.example'));
    expect(textsOf(confirm).join('\n')).to.contain('Save this link?').and.to.contain('nordwind.example');
    await pressForCard(confirm, 'Save');
    expect((await links()).map(({ tenantName, companyId, psaConnectionId }) => [tenantName, companyId, psaConnectionId])).to.deep.equal([['Nordwind Logistik', '2', psaTwo]]);

    const hidden = await pressForCard(tenantAgain, 'Search', { tenantQuery: 'nordwind.example' });
    expect(textsOf(hidden).join('\n')).to.contain('1 already added one does: turn on "Show already added tenants"');
  });

  it('takes buttons of clients that send them as messages', async () => {
    const card = await ask('add company');
    const { fallback } = buttonOf(card, 'Save') as { fallback: { data: object } };
    await chat.deliver({ type: 'message', value: { ...fallback.data, ...chooseFirst(card) }, replyToId: 'the-card' });
    expect(chat.connector.sent.at(-1)).to.include({ method: 'PUT' });
    expect(textsOf(lastCard())[0]).to.equal('Company added');
    await chat.deliver({ type: 'message', value: { verb: 'nonsense' }, replyToId: 'the-card' });
    expect(textsOf(lastCard()).join('\n')).to.contain('I do not know this button');
  });

  it('answers unknown verbs with a card, never with 501', async () => {
    for (const value of [{ action: { type: 'Action.Execute', verb: 'nonsense', data: {} } }, { action: {} }, {}, undefined]) {
      const { status, body } = await chat.deliver({ type: 'invoke', name: 'adaptiveCard/action', ...(value ? { value } : {}) });
      expect(status).to.equal(200);
      expect(body).to.include({ statusCode: 200 });
    }
    expect((await chat.deliver({ type: 'invoke', name: 'task/fetch', value: {} })).status).to.equal(501);
  });

  it('answers searches with at most 15, best first, depending on the other inputs', async () => {
    const search = async (dataset: string, queryText: unknown, data: object = {}) => {
      const { status, body } = await chat.deliver({ type: 'invoke', name: 'application/search', value: { dataset, queryText, queryOptions: { skip: 0, top: 15 }, data } });
      expect(status).to.equal(200);
      expect(body).to.deep.include({ statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse' });
      return (body as { value: { results: { title: string; value: string }[] } }).value.results;
    };
    expect(await search('companies', '')).to.have.lengthOf(15);
    expect((await search('companies', 'nordwind')).map(({ title }) => title)).to.deep.equal(['Nordwind Logistik · Kiel · #1 · PSA psa-two', 'Nordwind Logistik · Ulm · #2 · PSA psa-two']);
    expect(await search('companies', 'nordwind', { psaConnectionId: psaOne })).to.deep.equal([]);
    expect((await search('companies', 'customer 7', { psaConnectionId: psaOne }))[0]).to.deep.equal({ title: 'Customer 7 · Lund · #7', value: `${psaOne}|7` });
    expect((await search('tenants', 'NORDWIND.example')).map(({ title }) => title)).to.deep.equal(['Nordwind Logistik · nordwind.example · …000000']);
    expect(await search('tenants', 'nordwind', { partnerAccountId: accountOne })).to.deep.equal([]);
    expect((await search('tenants', '', { companyChoice: `${psaTwo}|1` }))[0]?.title).to.contain('Nordwind');
    const card = await ask('add company');
    await pressForCard(card, 'Save', chooseFirst(card));
    expect((await search('tenants', 'customer 1')).map(({ title }) => title)).to.not.include('Customer 1');
    expect((await search('tenants', 'customer1.example'))).to.deep.equal([]);
    expect((await search('tenants', 'customer1.example', { showAlreadyAdded: 'true' }))[0]).to.deep.equal({ title: 'Customer 1 · customer1.example · …000000 · linked to Customer 1', value: `${tenantId(1)}|${psaOne}:1:1` });
    const odd = await chat.deliver({ type: 'invoke', name: 'application/search', value: { dataset: 'secrets', queryText: '' } });
    expect(odd.body).to.deep.include({ statusCode: 400, type: 'application/vnd.microsoft.error' });
  });

  it('says who came later when a link can no longer be undone, and keeps the card', async () => {
    const card = await ask('add company');
    const result = await pressForCard(card, 'Save', chooseFirst(card));
    const row = { action: 'link-also', tenantId: tenantId(1), psaConnectionId: psaOne, companyId: '5', baseVersion: 1, origin: 'manual' } as const;
    await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: 'later', rows: [{ ...row, companyId: '5' as never }] });
    const kept = await pressForCard(result, 'Undo');
    expect(textsOf(kept).join('\n')).to.contain('Demo Admin').and.to.contain('nothing was undone').and.to.contain('Company added');
    expect(await links()).to.have.lengthOf(2);
  });

  it('saves though the card can not be replaced, and never tries a failed message again', async () => {
    const card = await ask('add company');
    chat.connector.failures.push(500);
    expect(textsOf(await pressForCard(card, 'Save', chooseFirst(card)))[0]).to.equal('Company added');
    expect(await links()).to.have.lengthOf(1);
    expect(chat.connector.refused).to.deep.equal([500]);
    chat.connector.failures.push(302, 302);
    expect((await say('help')).status).to.equal(500);
    expect(chat.connector.refused.filter((status) => status === 302)).to.have.lengthOf(2);
  });

  it('logs who asked for what without names or cards', async () => {
    const card = await ask('add company');
    await pressForCard(card, 'Save', chooseFirst(card));
    const lines = chat.logged.join('\n');
    expect(lines).to.contain('"verb":"add-save"').and.to.contain('"command":"add company"');
    expect(lines).to.not.match(/Demo Mapper|customer1|Bearer|of the test/);
    expect(elementsOf(card).length).to.be.greaterThan(5);
  });
});

describe('chat, when answers take long', () => {
  let entra: Entra;
  let chat: TestChat;
  let release: (failure?: Error) => void = () => undefined;
  beforeEach(async () => {
    entra = await startChatEntra();
    const gate = new Promise<void>((resolve, reject) => (release = (failure) => (failure ? reject(failure) : resolve())));
    // A failure may come before anybody waits for it.
    gate.catch(() => undefined);
    chat = await startTestChat({ entra, tenants: [aTenant(1)], companies: [aCompany(1)], services: (real) => ({ listTenants: async (caller) => gate.then(() => real.listTenants(caller)) }) });
  });
  afterEach(async () => {
    await chat.close();
    await entra.close();
  });
  const types = () => chat.connector.sent.map(({ activity }) => activity['type']);
  it('types first, then answers', async () => {
    const answered = chat.deliver({ type: 'message', text: 'bulk' });
    await untilSo(() => types().includes('typing'));
    expect((await answered).status).to.equal(200);
    release();
    await untilSo(() => types().includes('message'));
    expect(types()).to.deep.equal(['typing', 'message']);
  });

  it('lets the turn end within a second and answers later', async () => {
    const asked = performance.now();
    expect((await chat.deliver({ type: 'message', text: 'bulk' })).status).to.equal(200);
    expect(performance.now() - asked).to.be.below(1_000);
    await untilSo(() => types().includes('typing'));
    release();
    await untilSo(() => types().includes('message'));
    expect(textsOf(chat.connector.messages()[0]?.cards[0]).join('\n')).to.contain('One of 1 tenants');
  });

  it('tells a sentence and a request id, never what an error says of itself', async () => {
    release(new Error('secret-in-message'));
    await chat.deliver({ type: 'message', text: 'bulk' });
    await untilSo(() => chat.connector.messages().length > 0);
    const [message] = chat.connector.messages();
    expect(textsOf(message?.cards[0]).join('\n')).to.contain('Something went wrong on our side.');
    expect(JSON.stringify(chat.connector.sent)).to.not.contain('secret-in-message');
    expect(chat.logged.join('')).to.contain('secret-in-message');
  });
});
