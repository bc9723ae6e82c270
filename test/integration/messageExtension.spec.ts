import { expect } from 'chai';
import { tabLink } from '../../bot/chat/deepLink.js';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { buttonOf, expectTeamsCard, inputOf, textsOf } from '../support/checkCard.js';
import { startChatEntra, startTestChat, type TestChat } from '../support/startTestChat.js';
import { makeTestConfig, testIds } from '../support/testConfig.js';
import { aCaller, aCompany, aRow, aTenant, everyLink, psaOne, psaTwo, summaryOf } from '../support/testOrganization.js';

type Attachment = { readonly content: unknown; readonly preview: { readonly content: { readonly title: string; readonly text: string } } };
type Extension = { readonly composeExtension?: { readonly type: string; readonly text?: string; readonly attachments?: readonly Attachment[] }; readonly task?: { readonly type: string; readonly value: unknown } };

describe('message extension, by raw invokes', () => {
  let entra: Entra;
  let chat: TestChat;
  before(async () => {
    entra = await startChatEntra();
  });
  after(() => entra.close());
  beforeEach(async () => {
    const tenants = [...Array.from({ length: 40 }, (_, n) => aTenant(n + 1)), aTenant(50, { name: 'Nordwind Logistik', domain: 'nordwind.example' })];
    const companies = [...Array.from({ length: 40 }, (_, n) => aCompany(n + 1)), aCompany(50, { name: 'Nordwind Logistik', website: 'nordwind.example' }), aCompany(60, { psaConnectionId: psaTwo, name: '<b>Bold</b> & Söhne' })];
    chat = await startTestChat({ entra, tenants, companies });
    summaryOf(await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000001', rows: [aRow(1, 1)], reason: '' }));
  });
  afterEach(() => chat.close());

  async function invoke(name: string, value: unknown, given: { readonly userId?: string; readonly locale?: string } = {}): Promise<Extension> {
    const { locale = 'en-US', ...where } = given;
    const { status, body } = await chat.deliver({ type: 'invoke', name: `composeExtension/${name}`, value, locale }, where);
    expect(status).to.equal(200);
    return body as Extension;
  }
  const search = (commandId: string, text?: string, queryOptions: object = { skip: 0, count: 25 }) => invoke('query', { commandId, parameters: text === undefined ? [{ name: 'initialRun', value: 'true' }] : [{ name: 'query', value: text }], queryOptions });
  async function hits(...given: Parameters<typeof search>) {
    const { composeExtension } = await search(...given);
    for (const { content } of composeExtension?.attachments ?? []) expectTeamsCard(content);
    return (composeExtension?.attachments ?? []).map(({ preview }) => `${preview.content.title} | ${preview.content.text}`);
  }
  const links = async () => (await chat.organization.services.listMappings(aCaller(), everyLink)).mappings.map(({ tenantName, companyName, origin }) => [tenantName, companyName, origin]);

  it('finds tenants, companies and links, best first, with what tells them apart', async () => {
    expect(await hits('findTenant', 'nordwind')).to.deep.equal(['Nordwind Logistik | nordwind.example · No company yet']);
    expect((await hits('findTenant', 'customer 1'))[0]).to.equal('Customer 1 | customer1.example · Linked to Customer 1');
    expect(await hits('findCompany', 'nordwind')).to.deep.equal(['Nordwind Logistik | PSA psa-one · Lund · #50']);
    expect((await hits('findCompany', 'customer 1'))[0]).to.equal('Customer 1 | PSA psa-one · Lund · #1 · 1 tenant is linked to it');
    expect(await hits('findLink', 'customer1.example')).to.deep.equal(['Customer 1 → Customer 1 | customer1.example · PSA psa-one']);
  });

  it('shows the first of all before anything is typed, page by page, at most 25', async () => {
    const first = await hits('findTenant');
    expect(first).to.have.lengthOf(25);
    const second = await hits('findTenant', '', { skip: 25, count: 25 });
    expect(new Set([...first, ...second]).size).to.equal(41);
    expect(await hits('findCompany', '', { skip: 0, count: 10_000 })).to.have.lengthOf(25);
  });

  it('shows names as text, and cards that only lead to the tab', async () => {
    const { composeExtension } = await search('findCompany', 'bold');
    const [found] = composeExtension?.attachments ?? [];
    expect(found?.preview.content.title).to.equal('&lt;b&gt;Bold&lt;/b&gt; &amp; Söhne');
    expect((found?.content as { actions: { type: string }[] }).actions.map(({ type }) => type)).to.deep.equal(['Action.OpenUrl']);
  });

  it('says when nothing fits, in the language of the person, and refuses strangers and broken requests with a sentence', async () => {
    expect((await search('findTenant', 'nobody')).composeExtension).to.deep.equal({ type: 'message', text: 'Nothing fits "nobody".' });
    expect((await invoke('query', { commandId: 'findLink', parameters: [{ name: 'query', value: 'x y z' }] }, { locale: 'de-DE' })).composeExtension?.text).to.equal('Nichts passt zu „x y z“.');
    expect((await invoke('query', { commandId: 'findTenant', parameters: [] }, { userId: testIds.stranger })).composeExtension?.text).to.contain('You have no role');
    for (const value of [undefined, {}, { commandId: 'made-up' }, { commandId: ['findTenant'] }]) expect((await invoke('query', value)).composeExtension?.type).to.equal('message');
    expect((await chat.deliver({ type: 'invoke', name: 'composeExtension/made-up', value: {} })).status).to.equal(501);
    expect((await chat.deliver({ type: 'invoke', name: 'composeExtension/__proto__', value: {} })).status).to.equal(501);
  });

  describe('links of the app', () => {
    const { teamsAppId } = makeTestConfig('http://127.0.0.1:1');
    const unfold = async (url: string, userId?: string) => (await invoke('queryLink', { url }, userId === undefined ? {} : { userId })).composeExtension?.attachments?.[0];

    for (const [url, words] of [
      [tabLink(teamsAppId, 'bulk'), '40 of 41 tenants have no company yet.'],
      ['https://app.msp.example/tab/#/companies', '1 link so far.'],
      ['https://app.msp.example/tab/#/drift', '0 changes now.'],
      ['https://app.msp.example/tab/#/history', 'Every save with its rows, and the way back.'],
    ] as const) {
      it(`unfold: ${url.slice(0, 50)} tells "${words}"`, async () => {
        const share = await unfold(url);
        expectTeamsCard(share?.content);
        expect(textsOf(share?.content).join('\n')).to.contain(words);
        expect(share?.preview.content.text).to.equal(words);
      });
    }

    it('stay links for strangers, and so do all others', async () => {
      expect(await unfold(tabLink(teamsAppId, 'bulk'), testIds.stranger)).to.equal(undefined);
      for (const url of ['https://evil.example/', 'https://app.msp.example/api/session', 'x']) expect(await unfold(url)).to.equal(undefined);
    });
  });

  describe('"Link this tenant" on a message', () => {
    const message = (content: string) => ({ commandId: 'linkTenant', commandContext: 'message', messagePayload: { id: '1', body: { contentType: 'html', content } } });
    const cardIn = ({ task }: Extension) => {
      expect(task?.type).to.equal('continue');
      const { card } = task?.value as { card: { content: unknown } };
      expectTeamsCard(card.content);
      return card.content;
    };
    const open = async (content: string, userId: string = testIds.mapper) => cardIn(await invoke('fetchTask', message(content), { userId }));
    const valueOf = (card: unknown, id: string) => inputOf(card, id)['value'];
    async function submit(card: unknown, title: string, inputs: Record<string, unknown>, { content = '', userId = testIds.mapper }: { content?: string; userId?: string } = {}) {
      const data = { ...(buttonOf(card, title)['data'] as object), ...inputs };
      return invoke('submitAction', { ...message(content), data }, { userId });
    }
    const chosenIn = (card: unknown) => ({ tenantChoice: valueOf(card, 'tenantChoice'), companyChoice: inputOf(card, 'companyChoice').choices[0]?.value });

    it('offers the tenant that it names with the companies that fit, links it once, and gives a card to send', async () => {
      const content = '<p>Please add <b>Nordwind Logistik</b> to billing</p>';
      const card = await open(content);
      expect(inputOf(card, 'tenantChoice').choices.map(({ title }) => title)).to.deep.equal(['Nordwind Logistik · nordwind.example · …000000']);
      expect(valueOf(card, 'companyChoice')).to.equal(`${psaOne}|50`);
      expect(inputOf(card, 'companyChoice').choices[0]?.title).to.match(/^Nordwind Logistik · Lund · #50 · PSA psa-one · \d\d%$/);
      const answers = await Promise.all([1, 2, 3].map(() => submit(card, 'Link', chosenIn(card), { content })));
      for (const { composeExtension } of answers) {
        const share = composeExtension?.attachments?.[0];
        expectTeamsCard(share?.content);
        expect(share?.preview.content.title).to.equal('Nordwind Logistik → Nordwind Logistik');
      }
      expect(await links()).to.deep.include(['Nordwind Logistik', 'Nordwind Logistik', 'chat']);
      expect(await links()).to.have.lengthOf(2);
    });

    it('searches where the message names none, and says what is missing', async () => {
      const card = await open('Hello');
      expect(textsOf(card).join('\n')).to.contain('The message names no tenant.');
      const found = cardIn(await submit(card, 'Search', { tenantQuery: 'nordwind', companyQuery: 'customer 7' }));
      expect(inputOf(found, 'tenantChoice').choices).to.have.lengthOf(1);
      expect(inputOf(found, 'companyChoice').choices[0]?.title).to.contain('Customer 7');
      expect(valueOf(found, 'companyQuery')).to.equal('customer 7');
      const missing = cardIn(await submit(found, 'Link', { tenantQuery: 'nordwind' }));
      expect(textsOf(missing).join('\n') + JSON.stringify(missing)).to.contain('Please choose a PSA company and a customer tenant.');
      expect(await links()).to.have.lengthOf(1);
    });

    it('keeps the dialog open when somebody was quicker, or the tenant is linked already', async () => {
      const content = 'Nordwind Logistik and Customer 1';
      const card = await open(content);
      summaryOf(await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000002', rows: [aRow(50, 2)], reason: '' }));
      expect(JSON.stringify(cardIn(await submit(card, 'Link', chosenIn(card), { content })))).to.contain('meanwhile').and.to.contain('Nothing was saved.');
      const linked = inputOf(card, 'tenantChoice').choices.find(({ title }) => title.includes('linked to Customer 1'));
      expect(JSON.stringify(cardIn(await submit(card, 'Link', { ...chosenIn(card), tenantChoice: linked?.value }, { content })))).to.contain('already');
      expect(await links()).to.have.lengthOf(2);
    });

    it('comes again with a fresh button when the dialog was left open for too long', async () => {
      const content = 'Nordwind Logistik';
      const card = await open(content);
      chat.organization.passMinutes(90);
      const again = cardIn(await submit(card, 'Link', chosenIn(card), { content }));
      expect(await links()).to.have.lengthOf(1);
      expect((await submit(again, 'Link', chosenIn(card), { content })).composeExtension?.type).to.equal('result');
      expect(await links()).to.have.lengthOf(2);
    });

    it('does not use up the action of another card, nor link by it', async () => {
      const content = 'Nordwind Logistik';
      const { services } = chat.organization;
      const actionId = await services.offerAction(aCaller(), { role: 'mapper', userIds: null, task: { kind: 'save', undoId: 'b'.repeat(32) } });
      await submit(await open(content), 'Link', { ...chosenIn(await open(content)), actionId }, { content });
      expect((await services.readAction(aCaller(), actionId))?.claim).to.equal(null);
      expect(await links()).to.have.lengthOf(1);
    });

    it('refuses a viewer, a card of somebody else and broken data, and links nothing', async () => {
      const refused = await invoke('fetchTask', message('Nordwind Logistik'), { userId: testIds.viewer });
      expect(refused.task).to.deep.include({ type: 'message' });
      expect(String(refused.task?.value)).to.contain('the role "mapper"');
      const card = await open('Nordwind Logistik');
      expect(JSON.stringify(await submit(card, 'Link', chosenIn(card), { userId: testIds.admin, content: 'Nordwind Logistik' }))).to.contain('belongs to somebody else');
      expect((await submit(card, 'Link', chosenIn(card), { userId: testIds.viewer })).task?.type).to.equal('message');
      for (const data of [undefined, {}, { actionId: 'x' }, { actionId: 'a'.repeat(32), step: 'save', tenantChoice: '7', companyChoice: psaOne }]) expect((await invoke('submitAction', { ...message(''), data })).task).to.not.equal(undefined);
      expect(await links()).to.have.lengthOf(1);
    });
  });
});
