import { expect } from 'chai';
import { decodeJwt } from 'jose';
import { admin, app, orgId, startTeamsTestBed, viewer, type TeamsTestBed } from '../../test/support/startTeamsTestBed.js';
import type { ConversationEvent, Scope } from './wire.js';

describe('the host API of the Teams page', () => {
  let bed: TeamsTestBed;
  beforeEach(async () => {
    bed = await startTeamsTestBed();
  });
  afterEach(() => bed.close());

  const open = async (scope: Scope, userId = admin.userId) => ((await (await bed.call('/teams/conversations', { userId, scope })).json()) as { conversationId: string }).conversationId;
  const answerOf = async (response: Promise<Response>) => (await response).json() as Promise<Record<string, unknown>>;

  /** Posts the bot's card and returns its message id. */
  async function botCard(conversationId: string): Promise<string> {
    const response = await bed.call(`/v3/conversations/${encodeURIComponent(conversationId)}/activities`, { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }] }, { authorization: `Bearer ${await bed.botToken()}` });
    return ((await response.json()) as { id: string }).id;
  }

  it('gives the tab a token of the chosen person', async () => {
    const { token } = await answerOf(bed.call('/teams/sso-token', { userId: viewer.userId }));
    expect(decodeJwt(token as string)).to.include({ tid: orgId, oid: viewer.userId, aud: app.tabClientId, name: 'Demo Viewer', scp: 'access_as_user' });
    expect((await bed.call('/teams/sso-token', { userId: orgId })).status).to.equal(400);
  });

  it('does nothing for another site', async () => {
    const foreign = [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }];
    for (const headers of foreign) {
      for (const [path, body] of [['/teams/sso-token', { userId: admin.userId }], ['/teams/conversations', { userId: admin.userId, scope: 'personal' }]] as const) {
        expect((await bed.call(path, body, headers)).status, JSON.stringify(headers)).to.equal(403);
      }
    }
    expect((await bed.call('/teams/sso-token', { userId: admin.userId }, { 'content-type': 'text/plain' })).status).to.equal(415);
    expect(bed.received).to.deep.equal([]);
    const own = { origin: bed.url, 'sec-fetch-site': 'same-origin' };
    expect((await bed.call('/teams/sso-token', { userId: admin.userId }, own)).status).to.equal(200);
  });

  it('adds the bot once, when a conversation is first opened', async () => {
    const conversationId = await open('personal');
    const { activity } = await bed.activity(({ type }) => type === 'installationUpdate');
    expect(activity).to.deep.include({ action: 'add', channelId: 'msteams', serviceUrl: bed.url });
    expect(bed.received[0]?.activity).to.deep.include({ type: 'conversationUpdate', membersAdded: [{ id: `28:${app.botId}` }], conversation: { id: conversationId, conversationType: 'personal', tenantId: orgId } });
    await open('personal');
    await bed.call('/teams/messages', { userId: admin.userId, conversationId, text: 'hi' });
    await bed.activity(({ type }) => type === 'message');
    expect(bed.received.map(({ activity: { type } }) => type)).to.deep.equal(['conversationUpdate', 'installationUpdate', 'message']);
  });

  it('sends a personal message as Teams does, under a channel token', async () => {
    const conversationId = await open('personal');
    await bed.call('/teams/messages', { userId: admin.userId, conversationId, text: 'add company' });
    const { activity, authorization } = await bed.activity(({ type }) => type === 'message');
    expect(decodeJwt(authorization.replace('Bearer ', ''))).to.include({ iss: bed.entra.url, aud: app.botId, serviceurl: bed.url });
    expect(activity).to.deep.include({
      channelId: 'msteams',
      serviceUrl: bed.url,
      text: 'add company',
      recipient: { id: `28:${app.botId}`, name: app.name },
      conversation: { id: conversationId, conversationType: 'personal', tenantId: orgId },
      channelData: { tenant: { id: orgId } },
      locale: 'en-US',
    });
    expect(activity['from']).to.include({ aadObjectId: admin.userId, name: admin.name }).with.property('id').that.matches(/^29:/);
    expect(activity['timestamp']).to.match(/^\d{4}-.*Z$/);
  });

  it('mentions the bot in group and channel; a channel post opens a thread', async () => {
    for (const scope of ['groupChat', 'channel'] as const) {
      const conversationId = await open(scope);
      await bed.call('/teams/messages', { userId: viewer.userId, conversationId, text: 'help' });
      const { activity } = await bed.activity((one) => one['type'] === 'message' && (one['conversation'] as { conversationType: string }).conversationType === scope);
      expect(activity['text']).to.equal(`<at>${app.name}</at> help`);
      expect(activity['entities']).to.deep.include({ type: 'mention', mentioned: { id: `28:${app.botId}`, name: app.name }, text: `<at>${app.name}</at>` });
      const isChannel = scope === 'channel';
      expect(activity['conversation']).to.deep.equal({ id: isChannel ? `${conversationId};messageid=${String(activity['id'])}` : conversationId, conversationType: scope, tenantId: orgId, isGroup: true });
      const channelData = activity['channelData'] as Record<string, unknown>;
      expect(channelData['tenant']).to.deep.equal({ id: orgId });
      expect('team' in channelData && 'channel' in channelData).to.equal(isChannel);
    }
  });

  it("keeps people out of each other's chats", async () => {
    const conversationId = await open('personal');
    expect((await bed.call('/teams/messages', { userId: viewer.userId, conversationId, text: 'hi' })).status).to.equal(404);
    expect((await fetch(`${bed.url}/teams/events?${new URLSearchParams({ userId: viewer.userId, conversationId }).toString()}`)).status).to.equal(404);
  });

  it("runs a card's button: a card for the one who pressed, a message, an error", async () => {
    const conversationId = await open('groupChat');
    const messageId = await botCard(conversationId);
    const press = (verb: string) => answerOf(bed.call('/teams/actions', { userId: admin.userId, conversationId, messageId, action: { verb, data: { companyId: '7' } }, trigger: 'manual' }));
    bed.answerActivities((activity) => {
      const { action } = activity['value'] as { action: { verb: string } };
      if (action.verb === 'save') return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard', body: [] } } };
      if (action.verb === 'say') return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'noted' } };
      if (action.verb === 'fail') return { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: 'no such company' } } };
      return { status: 501, body: {} };
    });
    expect(await press('save')).to.deep.equal({ kind: 'done' });
    expect(await press('say')).to.deep.equal({ kind: 'message', text: 'noted' });
    expect(await press('fail')).to.include({ kind: 'failed' }).with.property('sentence').that.includes('no such company');
    expect(await press('unknown')).to.include({ kind: 'failed' }).with.property('sentence').that.includes('501');
    const { activity } = await bed.activity(({ name }) => name === 'adaptiveCard/action');
    expect(activity).to.deep.include({ type: 'invoke', replyToId: messageId, value: { action: { type: 'Action.Execute', verb: 'save', data: { companyId: '7' } }, trigger: 'manual' } });
    expect((await snapshot(admin.userId, conversationId))[0]?.cards).to.deep.equal([{ type: 'AdaptiveCard', body: [] }]);
    expect((await snapshot(viewer.userId, conversationId))[0]?.cards).to.deep.equal([{ type: 'AdaptiveCard' }]);
  });

  it('asks for choices and shows at most 15', async () => {
    const conversationId = await open('personal');
    const messageId = await botCard(conversationId);
    const search = (dataset: string) => answerOf(bed.call('/teams/search', { userId: admin.userId, conversationId, messageId, dataset, queryText: '', data: { psa: 'a' } }));
    const results = Array.from({ length: 20 }, (_, i) => ({ title: `Company ${i}`, value: String(i) }));
    bed.answerActivities((activity) => ((activity['value'] as { dataset: string }).dataset === 'companies' ? { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } } } : { status: 400, body: {} }));
    expect(await search('companies')).to.deep.equal({ kind: 'results', results: results.slice(0, 15) });
    expect(await search('other')).to.include({ kind: 'failed' });
    const { activity } = await bed.activity(({ name }) => name === 'application/search');
    expect(activity['value']).to.deep.equal({ kind: 'search', queryText: '', queryOptions: { skip: 0, top: 15 }, dataset: 'companies', data: { psa: 'a' } });
  });

  it('sends Action.Submit as a message with a value', async () => {
    const conversationId = await open('personal');
    const messageId = await botCard(conversationId);
    expect(await answerOf(bed.call('/teams/submit', { userId: admin.userId, conversationId, messageId, data: { a: 1 } }))).to.deep.equal({ kind: 'done' });
    const { activity } = await bed.activity(({ type }) => type === 'message');
    expect(activity).to.deep.include({ value: { a: 1 }, replyToId: messageId });
  });

  it('shows in the chat that the app refused a message', async () => {
    bed.answerActivities(() => ({ status: 401, body: {} }));
    const conversationId = await open('personal');
    const events = await follow(admin.userId, conversationId);
    for await (const event of events) {
      const messages = event.kind === 'snapshot' ? event.messages : event.kind === 'message' ? [event.message] : [];
      if (messages.some(({ author, text }) => author === 'notice' && text.includes('401'))) return;
    }
    expect.fail('the stream ended');
  });

  async function follow(userId: string, conversationId: string): Promise<AsyncIterable<ConversationEvent>> {
    const response = await fetch(`${bed.url}/teams/events?${new URLSearchParams({ userId, conversationId }).toString()}`);
    return readEvents(response);
  }

  async function snapshot(userId: string, conversationId: string) {
    for await (const event of await follow(userId, conversationId)) if (event.kind === 'snapshot') return event.messages;
    return [];
  }
});

async function* readEvents(response: Response): AsyncGenerator<ConversationEvent> {
  if (!response.body) return;
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const events = (text + chunk).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) yield JSON.parse(event.replace(/^data: /, '')) as ConversationEvent;
  }
}
