import { expect } from 'chai';
import { decodeJwt } from 'jose';
import { request as sendRequest, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { startEntra, type Entra } from '../entra/startEntra.js';
import { listen, type Simulator } from '../simulator.js';
import { startPlaygroundBridge } from './startPlaygroundBridge.js';
import { defaultPlaygroundIds } from './rewriteActivity.js';

const orgId = '11111111-1111-4111-8111-111111111111';
const otherAppId = '66666666-6666-4666-8666-666666666666';
const app = { teamsAppId: '44444444-4444-4444-8444-444444444444', tabClientId: '33333333-3333-4333-8333-333333333333', botId: '22222222-2222-4222-8222-222222222222', name: 'Tenant Mapper' };
const person = { userId: '55555550-5555-4555-8555-555555555555', name: 'Demo Mapper', role: 'mapper' };
const connectorAudience = 'https://api.botframework.com';

type Received = { readonly method: string; readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string };
type Peer = Simulator & { readonly received: Received[]; status: number; answer: unknown };

/** A server that remembers what it gets and answers what it is told. */
async function startPeer(): Promise<Peer> {
  const received: Received[] = [];
  const peer = { received, status: 200, answer: undefined as unknown };
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    received.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
    response.writeHead(peer.status).end(peer.answer === undefined ? undefined : JSON.stringify(peer.answer));
  };
  const server = await listen((request, response) => void take(request, response));
  return Object.assign(peer, { url: server.url, close: () => server.close() });
}

describe('startPlaygroundBridge', () => {
  let entra: Entra;
  let bot: Peer;
  let playground: Peer;
  let bridge: Simulator;
  beforeEach(async () => {
    [entra, bot, playground] = await Promise.all([startEntra({ apps: [app.botId, otherAppId].map((clientId) => ({ tenantId: orgId, clientId, clientSecret: 'not a real secret' })) }), startPeer(), startPeer()]);
    bridge = await startPlaygroundBridge({ appUrl: bot.url, playgroundUrl: playground.url, entra, orgId, person, app });
  });
  afterEach(() => Promise.all([bridge, playground, bot, entra].map((one) => one.close())));

  const activity = {
    type: 'message',
    id: '1',
    text: 'help',
    from: { id: 'user-id-0', name: 'Some Person', aadObjectId: 'no guid' },
    recipient: { id: defaultPlaygroundIds.botId },
    conversation: { id: 'c', conversationType: 'personal', tenantId: defaultPlaygroundIds.tenantId },
  };
  const post = (body: unknown, headers: Record<string, string> = {}) => fetch(`${bridge.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  const bodyOf = (received: Received | undefined) => JSON.parse(received?.body ?? '') as Record<string, unknown>;

  async function appToken(clientId: string = app.botId, audience = connectorAudience): Promise<string> {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'not a real secret', scope: `${audience}/.default` });
    const response = await fetch(`${entra.url}/${orgId}/oauth2/v2.0/token`, { method: 'POST', body });
    return ((await response.json()) as { access_token: string }).access_token;
  }
  const connect = (method: string, path: string, token: string, body?: unknown) =>
    fetch(`${bridge.url}/v3/conversations${path}`, { method, headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

  /** fetch sends no foreign Host header. */
  function statusOf(path: string, headers: Record<string, string>, method = 'POST'): Promise<number> {
    const { hostname, port } = new URL(bridge.url);
    return new Promise((resolve, reject) => {
      const request = sendRequest({ hostname, port, path, method, headers: { 'content-type': 'application/json', ...headers } }, (response) => resolve(response.resume().statusCode ?? 0));
      request.on('error', reject).end(JSON.stringify(activity));
    });
  }

  it("signs the Playground's activities as the channel does", async () => {
    expect((await fetch(`${bridge.url}/api/messages`, { method: 'HEAD' })).status).to.equal(200);
    expect(bot.received).to.deep.equal([]);
    expect((await post(activity)).status).to.equal(200);
    const [received] = bot.received;
    expect(received).to.include({ method: 'POST', url: '/api/messages' });
    expect(decodeJwt(received?.headers.authorization?.replace('Bearer ', '') ?? '')).to.include({ iss: entra.url, aud: app.botId, serviceurl: bridge.url });
    expect(bodyOf(received)).to.deep.include({ serviceUrl: bridge.url, channelData: { tenant: { id: orgId } }, text: 'help' });
    expect(bodyOf(received)['from']).to.include({ aadObjectId: person.userId, name: person.name });
    expect(bodyOf(received)['recipient']).to.include({ id: `28:${app.botId}` });
  });

  it("hands the app's answer back: a card for an invoke, a refusal, nothing", async () => {
    const card = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } };
    bot.answer = card;
    expect(await (await post({ ...activity, type: 'invoke', name: 'adaptiveCard/action' })).json()).to.deep.equal(card);
    bot.status = 403;
    expect((await post(activity)).status).to.equal(403);
    await bot.close();
    const answer = await post(activity);
    expect(answer.status).to.equal(502);
    expect(await answer.text()).to.include('Unable to reach the app');
    bot = await startPeer();
  });

  it('does nothing for a web page, nor under another name', async () => {
    const own = new URL(bridge.url).host;
    const foreign = [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: playground.url }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }, { host: 'rebound.example' }, { host: '127.0.0.1' }, { host: `${own}.example` }];
    for (const headers of foreign) {
      for (const path of ['/api/messages', '/v3/conversations/c/activities']) expect(await statusOf(path, { authorization: `Bearer ${await appToken()}`, ...headers }), `${path} ${JSON.stringify(headers)}`).to.equal(403);
    }
    expect(await statusOf('/api/messages', { 'content-type': 'text/plain' })).to.equal(415);
    expect([...bot.received, ...playground.received]).to.deep.equal([]);
    expect(await statusOf('/api/messages', { host: own })).to.equal(200);
  });

  it('passes on nothing else', async () => {
    for (const [path, status] of [['/', 404], ['/api/tenants', 404], ['/api/messages/x', 404], ['/v3', 404], ['//evil.example/api/messages', 400]] as const) expect(await statusOf(path, {}), path).to.equal(status);
    expect(await statusOf('/api/messages', {}, 'PUT')).to.equal(404);
    for (const body of [null, [], {}, { ...activity, from: {} }, 'x']) expect((await post(body)).status).to.equal(400);
    expect([...bot.received, ...playground.received]).to.deep.equal([]);
  });

  it("is a Bot Connector for this bot's token only, which goes no further", async () => {
    const good = await appToken();
    const channel = await entra.issueChannelToken({ audience: connectorAudience, serviceUrl: bridge.url });
    const person = await entra.issueSsoToken({ orgId, userId: app.botId, name: '', username: '', audience: connectorAudience });
    const wrong = ['', 'x', await appToken(otherAppId), await appToken(app.botId, 'https://api.partnercenter.microsoft.com'), channel, person, `${good.slice(0, -8)}AAAAAAAA`, `${good} x`];
    for (const token of wrong) expect((await connect('POST', '/c/activities', token, { type: 'message' })).status, token.slice(0, 20)).to.equal(401);
    for (const body of [null, 'x', [], { from: 'me' }]) expect((await connect('POST', '/c/activities', good, body)).status).to.equal(400);
    expect(playground.received).to.deep.equal([]);
    expect((await connect('POST', '/c/activities', good, { type: 'message' })).status).to.equal(200);
    expect(playground.received[0]?.headers).to.not.have.property('authorization');
    expect(JSON.stringify(playground.received)).to.not.include(good);
  });

  it("posts and updates in the Playground's names, and lists its members in the app's", async () => {
    await post({ ...activity, from: { id: 'me' }, recipient: { id: 'the-bot' } });
    const { recipient, from } = bodyOf(bot.received[0]) as { recipient: { id: string }; from: { id: string } };
    const token = await appToken();
    playground.status = 201;
    playground.answer = { id: '17' };
    const posted = await connect('POST', '/team%3Bmessageid%3D1/activities/1', token, { type: 'message', from: recipient, recipient: from });
    expect([posted.status, await posted.json()]).to.deep.equal([201, { id: '17' }]);
    expect(playground.received[0]).to.include({ method: 'POST', url: '/_connector/v3/conversations/team%3Bmessageid%3D1/activities/1' });
    expect(bodyOf(playground.received[0])).to.deep.equal({ type: 'message', from: { id: 'the-bot', name: app.name }, recipient: { id: 'me', name: person.name } });

    Object.assign(playground, { status: 200, answer: { id: 'me', tenantId: 'x' } });
    expect((await connect('PUT', '/c/activities/17', token, { type: 'message' })).status).to.equal(200);
    expect(await (await connect('GET', `/c/members/${encodeURIComponent(from.id)}?x=1`, token)).json()).to.include({ aadObjectId: person.userId, tenantId: orgId });
    expect(playground.received.slice(1).map(({ method, url }) => `${method} ${url}`)).to.deep.equal(['PUT /_connector/v3/conversations/c/activities/17', 'GET /_connector/v3/conversations/c/members/me?x=1']);
  });

  it('says so when the Playground is gone, and knows it on this machine only', async () => {
    const token = await appToken();
    expect((await connect('GET', '/%E0%A4%A/members', token)).status).to.equal(400);
    await playground.close();
    expect((await connect('GET', '/c/members', token)).status).to.equal(502);
    playground = await startPeer();
    const refused = await startPlaygroundBridge({ appUrl: bot.url, playgroundUrl: 'http://192.0.2.1:56150', entra, orgId, person, app }).catch((error: unknown) => error);
    expect(refused).to.be.an('error').with.property('message').that.includes('192.0.2.1');
  });
});
