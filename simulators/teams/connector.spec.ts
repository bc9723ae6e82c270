import { expect } from 'chai';
import { admin, app, otherAppId, orgId, startTeamsTestBed, viewer, type TeamsTestBed } from '../../test/support/startTeamsTestBed.js';
import type { Scope } from './wire.js';

describe('the Bot Connector of the Teams simulator', () => {
  let bed: TeamsTestBed;
  before(async () => {
    bed = await startTeamsTestBed();
  });
  after(() => bed.close());

  async function send(method: string, path: string, body?: unknown, token?: string): Promise<Response> {
    const headers = { authorization: `Bearer ${token ?? (await bed.botToken())}`, 'content-type': 'application/json' };
    return fetch(`${bed.url}/v3/conversations${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }
  const open = async (scope: Scope) => encodeURIComponent(((await (await bed.call('/teams/conversations', { userId: admin.userId, scope })).json()) as { conversationId: string }).conversationId);
  const json = async (response: Response) => (await response.json()) as Record<string, unknown>;
  const message = { type: 'message', text: 'hello' };

  it("accepts only this bot's token for the connector", async () => {
    const id = await open('personal');
    const path = `/${id}/activities`;
    const sso = await bed.entra.issueSsoToken({ orgId, userId: admin.userId, name: '', username: '', audience: 'https://api.botframework.com' });
    const channel = await bed.entra.issueChannelToken({ audience: 'https://api.botframework.com', serviceUrl: bed.url });
    const good = await bed.botToken();
    const wrong = [await bed.botToken('https://api.partnercenter.microsoft.com'), await bed.botToken(undefined, otherAppId), sso, channel, `${good.slice(0, -8)}AAAAAAAA`, `${good} x`, 'x', ''];
    for (const token of wrong) expect((await send('POST', path, message, token)).status, token.slice(0, 20)).to.equal(401);
    expect((await fetch(`${bed.url}/v3/conversations/${id}/members`)).status).to.equal(401);
    expect((await send('POST', path, message, good)).status).to.equal(201);
  });

  it('posts, replies, updates and deletes', async () => {
    const id = await open('personal');
    const first = await json(await send('POST', `/${id}/activities`, message));
    const reply = await json(await send('POST', `/${id}/activities/${String(first['id'])}`, message));
    expect(reply['id']).to.be.a('string').and.not.equal(first['id']);
    expect(await json(await send('PUT', `/${id}/activities/${String(first['id'])}`, { ...message, text: 'changed' }))).to.deep.equal({ id: first['id'] });
    expect((await send('DELETE', `/${id}/activities/${String(first['id'])}`)).status).to.equal(200);
    expect((await send('DELETE', `/${id}/activities/${String(first['id'])}`)).status).to.equal(404);
    expect((await send('PUT', `/${id}/activities/${String(first['id'])}`, message)).status).to.equal(404);
  });

  it("takes an answer to a channel's thread", async () => {
    const id = await open('channel');
    expect((await send('POST', `/${id}${encodeURIComponent(';messageid=17')}/activities/17`, message)).status).to.equal(201);
  });

  it('refuses cards that Teams would refuse as too big, and what is no activity', async () => {
    const id = await open('personal');
    const card = (size: number) => ({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', fill: 'x'.repeat(size) } }] });
    expect((await send('POST', `/${id}/activities`, card(27_000))).status).to.equal(201);
    expect((await send('POST', `/${id}/activities`, card(29_000))).status).to.equal(413);
    expect((await send('POST', `/${id}/activities`, { text: 'no type' })).status).to.equal(400);
    expect((await send('POST', '/a%3Anobody/activities', message)).status).to.equal(404);
  });

  it('lists members, in pages, and one of them', async () => {
    const id = await open('groupChat');
    const page = await json(await send('GET', `/${id}/pagedmembers?pageSize=1`));
    expect(page).to.have.property('continuationToken', '1');
    expect(page['members']).to.have.lengthOf(1);
    const last = await json(await send('GET', `/${id}/pagedmembers?pageSize=1&continuationToken=1`));
    expect(last).to.not.have.property('continuationToken');
    expect(last['members']).to.have.nested.property('[0].aadObjectId', viewer.userId);
    expect(await json(await send('GET', `/${id}/members/${viewer.userId}`))).to.include({ name: viewer.name, tenantId: orgId });
    expect((await send('GET', `/${id}/members/${orgId}`)).status).to.equal(404);
    expect(await json(await send('GET', `/${await open('personal')}/members`))).to.have.lengthOf(1);
  });

  it('opens a chat with a person, and a thread in a channel', async () => {
    const personal = decodeURIComponent(await open('personal'));
    const chat = await json(await send('POST', '', { isGroup: false, bot: { id: `28:${app.botId}` }, members: [{ id: admin.userId }], tenantId: orgId, activity: message }));
    expect(chat).to.include({ id: personal, serviceUrl: bed.url }).and.have.property('activityId');
    const channelId = decodeURIComponent(await open('channel'));
    const thread = await json(await send('POST', '', { isGroup: true, channelData: { channel: { id: channelId } }, activity: message }));
    expect(thread['id']).to.equal(`${channelId};messageid=${String(thread['activityId'])}`);
    expect((await send('POST', '', { members: [{ id: orgId }] })).status).to.equal(404);
  });
});
