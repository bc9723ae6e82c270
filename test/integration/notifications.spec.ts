import { expect } from 'chai';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { buttonOf, elementsOf, expectTeamsCard, inputOf, textsOf } from '../support/checkCard.js';
import { startConnector } from '../support/startConnector.js';
import { startChatEntra, startTestChat, type Scope, type TestChat } from '../support/startTestChat.js';
import { testIds } from '../support/testConfig.js';
import { aCaller, aCompany, accountOne, aTenant, psaOne } from '../support/testOrganization.js';

type Where = { readonly scope?: Scope; readonly userId?: string; readonly locale?: string };

describe('notifications', () => {
  let entra: Entra;
  let chat: TestChat;
  before(async () => {
    entra = await startChatEntra();
  });
  after(() => entra.close());
  beforeEach(async () => {
    chat = await startTestChat({ entra, tenants: [aTenant(1)], companies: [aCompany(1), aCompany(2, { name: 'Nordwind Logistik', website: 'nordwind.example' })] });
  });
  afterEach(() => chat.close());

  const lastCard = () => chat.connector.messages().at(-1)?.cards[0];
  const textOf = (card: unknown) => elementsOf(card).flatMap((element) => ['text', 'title'].flatMap((name) => (typeof element[name] === 'string' ? [element[name]] : []))).join('\n');
  async function say(text: string, { locale = 'en-GB', ...where }: Where = {}) {
    expect((await chat.deliver({ type: 'message', text, locale, localTimezone: 'Europe/Berlin' }, where)).status).to.equal(200);
    expectTeamsCard(lastCard());
    return lastCard();
  }
  async function press(card: unknown, title: string, inputs: Record<string, unknown> = {}, where: Where = {}) {
    const { verb, data } = buttonOf(card, title);
    const value = { action: { type: 'Action.Execute', verb, data: { ...(data as object), ...inputs } }, trigger: 'manual' };
    const { body } = await chat.deliver({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'the-card', localTimezone: 'Europe/Berlin' }, where);
    return (body as { value: unknown }).value;
  }
  /** As the settings card has them, with quiet hours left out: it may be any time of day. */
  const atOnce = { topics: 'new-tenants,drift,sync-problems,long-runs', timing: 'at-once', dailyAt: '08:00', quietFrom: '', quietTo: '' };
  async function switchOn(where: Where = {}) {
    const state = await press(await say('notify', where), 'Switch on', atOnce, where);
    expectTeamsCard(state);
    chat.connector.sent.length = 0;
    return state;
  }
  const nordwind = aTenant(9, { name: 'Nordwind Logistik', domain: 'nordwind.example' });
  async function listTenants(...tenants: readonly ReturnType<typeof aTenant>[]) {
    chat.organization.lists.tenants = (account) => ({ kind: 'complete', items: account === accountOne ? [aTenant(1), ...tenants] : [] });
    await chat.organization.services.syncSources(aCaller());
  }
  /** What one look told, by conversation. */
  async function look(): Promise<string[]> {
    chat.connector.sent.length = 0;
    await chat.tellNews();
    return chat.connector.messages().map(({ path }) => path);
  }
  const settingsOf = (conversationId: string) => chat.organization.services.getNotices(aCaller(), conversationId);
  const ids = { personal: `a:${testIds.mapper}`, groupChat: '19:group@thread.v2', channel: '19:channel@thread.tacv2' } as const;

  for (const scope of ['personal', 'groupChat', 'channel'] as const) {
    it(`tells a ${scope} conversation of a new tenant with its suggestion, once`, async () => {
      await switchOn({ scope });
      expect(await look()).to.deep.equal([]);
      await listTenants(nordwind);
      expect(await look()).to.deep.equal([`/emea/v3/conversations/${ids[scope]}/activities`]);
      expectTeamsCard(lastCard());
      expect(textOf(lastCard())).to.contain('1 new tenant has no company yet').and.to.contain('Nordwind Logistik (nordwind.example)').and.to.match(/Fits Nordwind Logistik in PSA psa-one \(\d\d%\)\./);
      expect(chat.connector.messages()[0]?.activity['summary']).to.equal('News: 1 new tenant has no company yet');
      expect(await look()).to.deep.equal([]);
    });
  }

  it('speaks the language of whoever switched it on', async () => {
    await say('notify', { locale: 'de-DE' });
    const { data, verb } = buttonOf(lastCard(), 'Einschalten');
    await chat.deliver({ type: 'invoke', name: 'adaptiveCard/action', locale: 'de-DE', value: { action: { type: 'Action.Execute', verb, data: { ...(data as object), ...atOnce } } } });
    await listTenants(nordwind);
    await look();
    expect(textOf(lastCard())).to.contain('1 neuer Mandant hat noch keine Firma').and.to.contain('Passt zu Nordwind Logistik');
  });

  describe('one tap', () => {
    const links = async () => (await chat.organization.services.listMappings(aCaller(), { query: '', limit: 10, offset: 0 })).mappings.map(({ tenantName, companyName, decidedBy }) => [tenantName, companyName, decidedBy.name]);
    async function noticeIn(scope: Scope, where: Where = {}) {
      await switchOn({ scope, ...where });
      await listTenants(nordwind);
      await look();
      return lastCard();
    }

    it('links a new tenant as suggested, once, and says so', async () => {
      const card = await noticeIn('channel');
      const title = 'Link to Nordwind Logistik';
      const answers = await Promise.all([1, 2, 3].map(() => press(card, title, {}, { scope: 'channel' })));
      expect(await links()).to.deep.equal([['Nordwind Logistik', 'Nordwind Logistik', 'Demo Mapper']]);
      expect(answers.filter((answer) => answer === 'Demo Mapper linked Nordwind Logistik to Nordwind Logistik already.')).to.have.lengthOf(2);
      expect(chat.connector.messages().filter(({ cards }) => textOf(cards[0]).includes('Company added'))).to.have.lengthOf(1);
      expect(textOf(await press(lastCard(), 'Undo', {}, { scope: 'channel' }))).to.contain('Undone');
      expect(await links()).to.deep.equal([]);
    });

    it('counts a press once that Teams delivers twice, and tells both the same link and person', async () => {
      const { verb, data } = buttonOf(await noticeIn('channel'), 'Link to Nordwind Logistik');
      const delivery = { id: '1700000999999', type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }, replyToId: 'the-card' };
      const deliver = async () => ((await chat.deliver(delivery, { scope: 'channel' })).body as { value: unknown }).value;
      const answers = await Promise.all([deliver(), deliver()]);
      expect(await links()).to.deep.equal([['Nordwind Logistik', 'Nordwind Logistik', 'Demo Mapper']]);
      const results = chat.connector.messages().filter(({ cards }) => textOf(cards[0]).includes('Company added'));
      expect(results).to.have.lengthOf(1);
      expect(textOf(results[0]?.cards[0])).to.contain('Linked by: \nDemo Mapper');
      expect(answers).to.include('Demo Mapper linked Nordwind Logistik to Nordwind Logistik already.');
      expect((await chat.organization.services.listHistory(aCaller(), { limit: 10 })).entries).to.have.lengthOf(1);
    });

    it('comes again with a fresh button when it was left for too long, or somebody was quicker', async () => {
      const card = await noticeIn('channel');
      chat.organization.passMinutes(90);
      await press(card, 'Link to Nordwind Logistik', {}, { scope: 'channel' });
      expectTeamsCard(lastCard());
      expect(await links()).to.deep.equal([]);
      const fresh = lastCard();
      const row = { action: 'link', tenantId: nordwind.tenantId, psaConnectionId: psaOne, companyId: aCompany(1).companyId, baseVersion: 0, origin: 'manual' } as const;
      await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000001', rows: [row], reason: '' });
      await press(fresh, 'Link to Nordwind Logistik', {}, { scope: 'channel' });
      expect(textOf(lastCard())).to.contain('Demo Admin linked Nordwind Logistik to Customer 1 meanwhile.');
      expect(await links()).to.deep.equal([['Nordwind Logistik', 'Customer 1', 'Demo Admin']]);
    });

    it('is not offered to a viewer, and refused where others offer it', async () => {
      await switchOn({ userId: testIds.viewer });
      await noticeIn('groupChat');
      const cardTo = (id: string) => chat.connector.messages().find(({ path }) => path.includes(id))?.cards[0];
      expect(textOf(cardTo(testIds.viewer))).to.contain('Fits Nordwind Logistik').and.to.not.contain('Link to');
      await press(cardTo(ids.groupChat), 'Link to Nordwind Logistik', {}, { scope: 'groupChat', userId: testIds.viewer });
      expect(textOf(lastCard())).to.contain('the role "mapper"');
      expect(await links()).to.deep.equal([]);
    });
  });

  it('tells of drift and of lists that failed', async () => {
    const services = chat.organization.services;
    const row = { action: 'link', tenantId: aTenant(1).tenantId, psaConnectionId: psaOne, companyId: aCompany(1).companyId, baseVersion: 0, origin: 'manual' } as const;
    await services.saveMappings(aCaller(), { idempotencyKey: 'key-00000001', rows: [row], reason: '' });
    await switchOn();
    chat.organization.lists.companies = () => ({ kind: 'complete', items: [] });
    chat.organization.lists.tenants = () => {
      throw new Error('of the test');
    };
    await services.syncSources(aCaller());
    expect(await look()).to.have.lengthOf(1);
    expect(textOf(lastCard())).to.contain('The company Customer 1, linked to Customer 1, is not in Test PSA (PSA psa-one) any more.').and.to.contain('Account account-one could not be read. The last good list stays.');
  });

  it('is switched off and on by words, and keeps what was chosen', async () => {
    await switchOn();
    const off = await say('notify');
    expect(textOf(await press(off, 'Switch off'))).to.contain('Notifications are off here.');
    await listTenants(nordwind);
    expect(await look()).to.deep.equal([]);
    expect((await settingsOf(ids.personal))?.settings).to.deep.include({ isOn: false, quiet: null, timeZone: 'Europe/Berlin' });
    const on = await say('notify');
    expect(textsOf(await press(on, 'Switch on', atOnce))).to.contain('Notifications are on here. Only you see them.');
    // It was there before.
    expect(await look()).to.deep.equal([]);
  });

  for (const [on, off, locale] of [['notify on', 'notify off', 'en-GB'], ['Notify HERE!', 'notifications off', 'en-GB'], ['benachrichtigungen ein', 'benachrichtigungen aus', 'de-DE'], ['notifications activer', 'notifications désactiver', 'fr-FR'], ['meldingen aan', 'meldingen uit', 'nl-NL'], ['notificaciones activar', 'notificaciones desactivar', 'es-ES']] as const) {
    it(`understands "${on}" and "${off}"`, async () => {
      await say(on, { scope: 'channel', locale });
      expect((await settingsOf(ids.channel))?.settings).to.deep.include({ isOn: true, quiet: { from: '19:00', to: '07:00' } });
      await say(off, { scope: 'channel', locale });
      expect((await settingsOf(ids.channel))?.settings).to.deep.include({ isOn: false });
    });
  }

  it('takes over what is chosen on the card, and keeps what was typed where it is wrong', async () => {
    const form = await say('notify');
    const wrong = await press(form, 'Switch on', { ...atOnce, topics: 'drift', quietFrom: '25:00', quietTo: '07:00' });
    expect(textOf(wrong)).to.contain('Please give times such as 07:30.');
    expect(inputOf(wrong, 'quietFrom')['value']).to.equal('25:00');
    expect(textOf(await press(form, 'Switch on', { ...atOnce, topics: '' }))).to.contain('Please choose at least one thing');
    expect(await settingsOf(ids.personal)).to.equal(undefined);
    const state = await press(form, 'Switch on', { ...atOnce, topics: 'drift,new-tenants,made-up', timing: 'daily', dailyAt: '09:30', quietFrom: '20:00', quietTo: '06:00' });
    expect(textOf(state)).to.contain('Once a day, all at once (09:30)').and.to.contain('Times are those of Europe/Berlin.');
    expect((await settingsOf(ids.personal))?.settings).to.deep.equal({ isOn: true, topics: ['new-tenants', 'drift'], dailyAt: '09:30', quiet: { from: '20:00', to: '06:00' }, timeZone: 'Europe/Berlin' });
    const again = await say('notify');
    expect(inputOf(again, 'topics')['value']).to.equal('new-tenants,drift');
    expect(inputOf(again, 'dailyAt')['value']).to.equal('09:30');
  });

  it('lets a viewer choose for the own chat only', async () => {
    const viewer = { userId: testIds.viewer };
    const form = await say('notify', viewer);
    expect(textOf(await press(form, 'Switch on', atOnce, viewer))).to.contain('Notifications are on here.');
    const shown = await say('notify', { ...viewer, scope: 'channel' });
    expect(textOf(shown)).to.contain('Notifications are off here.').and.to.not.contain('Switch on');
    await press(form, 'Switch on', atOnce, { ...viewer, scope: 'channel' });
    expect(textOf(lastCard())).to.contain('the role "mapper"');
    expect(await settingsOf(ids.channel)).to.equal(undefined);
    expect(textOf(await say('notify', { userId: testIds.stranger }))).to.contain('You have no role');
  });

  describe('when the channel says no', () => {
    beforeEach(async () => {
      await switchOn();
      await switchOn({ scope: 'channel' });
      await listTenants(nordwind);
    });

    it('obeys 429 and its Retry-After, and writes to nobody else in that round', async () => {
      chat.connector.failures.push({ status: 429, headers: { 'retry-after': '300' } });
      expect(await look()).to.deep.equal([]);
      expect(chat.connector.refused).to.deep.equal([429]);
      expect(await look()).to.have.lengthOf(1);
      chat.organization.passMinutes(4);
      expect(await look()).to.have.lengthOf(0);
      chat.organization.passMinutes(2);
      expect(await look()).to.have.lengthOf(1);
      expect(await look()).to.have.lengthOf(0);
    });

    for (const status of [403, 404]) {
      it(`forgets a conversation that answers ${status}`, async () => {
        chat.connector.failures.push(status);
        expect(await look()).to.have.lengthOf(1);
        expect([await settingsOf(ids.personal), await settingsOf(ids.channel)].filter((found) => found === undefined)).to.have.lengthOf(1);
      });
    }

    for (const status of [302, 500, 502, 401]) {
      it(`tries again later after ${status}, and sends nothing twice by itself`, async () => {
        // A refused token is fetched anew once.
        chat.connector.failures.push(status, ...(status === 401 ? [401] : []));
        expect(await look()).to.have.lengthOf(1);
        expect(await look()).to.have.lengthOf(0);
        chat.organization.passMinutes(2);
        expect(await look()).to.have.lengthOf(1);
        expect(await look()).to.have.lengthOf(0);
      });
    }
  });

  it('has one effect with two processes', async () => {
    await switchOn();
    await switchOn({ scope: 'channel' });
    await listTenants(nordwind);
    chat.connector.sent.length = 0;
    await Promise.all([chat.tellNews(), chat.tellNewsElsewhere(), chat.tellNews(), chat.tellNewsElsewhere()]);
    expect(chat.connector.messages().map(({ path }) => path)).to.have.members([ids.personal, ids.channel].map((id) => `/emea/v3/conversations/${id}/activities`));
  });

  it("never sends the bot's token to an address that is not trusted", async () => {
    const stranger = await startConnector(() => Promise.resolve());
    try {
      const address = { conversationId: 'a:elsewhere', scope: 'groupChat', teamId: null, serviceUrl: `${stranger.url}/emea/`, language: 'en' } as const;
      await chat.organization.services.setNotices(aCaller(), address, { isOn: true, topics: ['new-tenants'], dailyAt: null, quiet: null, timeZone: 'UTC' });
      await listTenants(nordwind);
      expect(await look()).to.deep.equal([]);
      expect([stranger.sent, stranger.refused]).to.deep.equal([[], []]);
      expect(chat.logged.join('\n')).to.contain('source-blocked');
    } finally {
      await stranger.close();
    }
  });

  it('tells nothing any more to a person who has lost every role', async () => {
    const settings = { isOn: true, topics: ['new-tenants'], dailyAt: null, quiet: null, timeZone: 'UTC' } as const;
    const address = { conversationId: 'a:gone', scope: 'personal', teamId: null, serviceUrl: `${chat.connector.url}/emea/`, language: 'en' } as const;
    const person = { userId: testIds.stranger as ReturnType<typeof aCaller>['person']['userId'], name: 'Former Colleague' };
    await chat.organization.services.setNotices(aCaller({ person }), address, settings);
    await listTenants(nordwind);
    expect(await look()).to.deep.equal([]);
    expect(await settingsOf('a:gone')).to.equal(undefined);
  });

  describe('when the app is removed', () => {
    const bot = { id: `28:${testIds.botId}` };
    const team = { id: '19:team@thread.tacv2' };
    const channelData = (more: object) => ({ tenant: { id: aCaller().orgId }, ...more });

    it('forgets the conversation, but not after an upgrade', async () => {
      for (const scope of ['personal', 'groupChat'] as const) await switchOn({ scope });
      await chat.deliver({ type: 'installationUpdate', action: 'remove-upgrade' });
      await chat.deliver({ type: 'conversationUpdate', membersRemoved: [{ id: '29:someone' }] });
      expect(await settingsOf(ids.personal)).to.not.equal(undefined);
      await chat.deliver({ type: 'installationUpdate', action: 'remove' });
      await chat.deliver({ type: 'conversationUpdate', membersRemoved: [bot] }, { scope: 'groupChat' });
      expect([await settingsOf(ids.personal), await settingsOf(ids.groupChat)]).to.deep.equal([undefined, undefined]);
      await listTenants(nordwind);
      expect(await look()).to.deep.equal([]);
    });

    for (const [what, activity] of Object.entries({
      'a team': { type: 'conversationUpdate', membersRemoved: [bot], channelData: channelData({ team, eventType: 'teamMemberRemoved' }) },
      'a team that is deleted': { type: 'conversationUpdate', channelData: channelData({ team, eventType: 'teamDeleted' }) },
      'a channel that is deleted': { type: 'conversationUpdate', channelData: channelData({ team, eventType: 'channelDeleted', channel: { id: ids.channel } }) },
    })) {
      it(`forgets the channels of ${what}`, async () => {
        const form = await say('notify', { scope: 'channel' });
        const { verb, data } = buttonOf(form, 'Switch on');
        await chat.deliver({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data: { ...(data as object), ...atOnce } } }, channelData: channelData({ team, channel: { id: ids.channel } }) }, { scope: 'channel' });
        expect(await settingsOf(ids.channel)).to.not.equal(undefined);
        await chat.deliver({ conversation: { id: team.id, conversationType: 'channel', tenantId: aCaller().orgId, isGroup: true }, ...activity }, { scope: 'channel' });
        expect(await settingsOf(ids.channel)).to.equal(undefined);
      });
    }
  });
});
