import { expect } from 'chai';
import { UnsecuredJWT } from 'jose';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { makeActivity } from '../../test/support/makeActivity.js';
import { makeTestConfig, testIds } from '../../test/support/testConfig.js';
import { toAppError } from '../../services/runtime/errors.js';
import { createBotTokenGate, type BotTokenGate } from './botToken.js';

const now = new Date('2026-03-01T08:00:00Z');
const nowSeconds = now.getTime() / 1000;
const clock = { now: () => now };
const { serviceUrl, botId, orgId, otherOrgId } = testIds;
const otherGuid = 'dd000000-0000-4000-8000-00000000000d';

describe('botToken', () => {
  let entra: Entra;
  let gate: BotTokenGate;
  let claims: Record<string, unknown>;

  before(async () => {
    entra = await startEntra({ apps: [], clock });
    gate = createBotTokenGate({ config: makeTestConfig(entra.url), clock });
    claims = { iss: entra.url, aud: botId, nbf: nowSeconds, exp: nowSeconds + 3600, serviceurl: serviceUrl };
  });
  after(() => entra.close());

  const outcomeOf = (token: string, body: unknown, of = gate) =>
    of.admit(token, () => Promise.resolve(body)).then(
      () => 'admitted',
      (thrown: unknown) => toAppError(thrown).code as string,
    );
  const sign = (change: Record<string, unknown> = {}, header = {}) =>
    entra.sign(Object.fromEntries(Object.entries({ ...claims, ...change }).filter(([, value]) => value !== undefined)), { key: 'bot', header });

  it('admits what the channel sends and hands on the activity whole', async () => {
    const activity = makeActivity({ text: 'help', entities: [{ type: 'clientInfo' }] });
    expect(await gate.admit(await entra.issueChannelToken({ audience: botId, serviceUrl }), () => Promise.resolve(activity))).to.deep.equal(activity);
  });

  it('does not read the body before the token is found good', async () => {
    let wasRead = false;
    const readBody = () => Promise.resolve((wasRead = true));
    await gate.admit(await sign({ aud: otherGuid }), readBody).catch(() => undefined);
    expect(wasRead).to.equal(false);
  });

  it('admits updates that name no person', async () => {
    const { id } = makeActivity().from;
    const token = await sign();
    for (const type of ['conversationUpdate', 'installationUpdate']) expect(await outcomeOf(token, makeActivity({ type, from: { id } }))).to.equal('admitted');
    for (const change of [{ type: 'message', from: { id } }, { type: 'invoke', name: 'x', from: { id } }]) expect(await outcomeOf(token, makeActivity(change))).to.equal('bad-request');
  });

  it('admits no changed token, of more than 60', async () => {
    const odd: readonly unknown[] = [undefined, null, 42, {}, '', ' ', true];
    const text = (good: string) => [...odd, ['x'], [good], `${good} `, ` ${good}`, good.toUpperCase(), otherGuid];
    const changes: Record<string, readonly unknown[]> = {
      iss: [...text(entra.url), `${entra.url}/`, 'https://api.botframework.com', `https://sts.windows.net/${orgId}/`, `${entra.url}/${orgId}/v2.0`],
      aud: [...text(botId), testIds.tabClientId, [botId, otherGuid], 'https://api.botframework.com'],
      exp: [undefined, null, String(nowSeconds + 3600), nowSeconds - 301, 0, [nowSeconds + 3600]],
      nbf: [undefined, null, String(nowSeconds), nowSeconds + 301, [nowSeconds]],
      serviceurl: [...text(serviceUrl), 'http://127.0.0.1:9/', 'http://127.0.0.1:9/emea', 'https://smba.trafficmanager.net/emea/', 'http://169.254.169.254/'],
    };
    expect(await outcomeOf(await sign(), makeActivity())).to.equal('admitted');
    expect(await outcomeOf(await sign({ exp: nowSeconds - 290 }), makeActivity())).to.equal('admitted');
    let count = 0;
    for (const [claim, values] of Object.entries(changes)) {
      for (const value of values) {
        expect(await outcomeOf(await sign({ [claim]: value }), makeActivity()), `${claim} = ${JSON.stringify(value)}`).to.equal('not-signed-in');
        count += 1;
      }
    }
    expect(count).to.be.greaterThan(60);
  });

  it('admits no forged signature, nor a key of another use', async () => {
    const good = await sign();
    const [head = '', body = ''] = good.split('.');
    const forged = {
      'by a stranger': await entra.sign(claims, { key: 'stranger' }),
      "by Entra's key for people": await entra.sign(claims, { key: 'entra' }),
      'unknown key id': await sign({}, { kid: 'unknown' }),
      'alg none': new UnsecuredJWT(claims).encode(),
      'without signature': `${head}.${body}.`,
      jku: await sign({}, { jku: entra.url }),
      'a sign-in token of a person': await entra.issueSsoToken({ orgId, userId: testIds.admin, name: '', username: '', audience: botId, overrides: { serviceurl: serviceUrl } }),
    };
    for (const [name, token] of Object.entries(forged)) expect(await outcomeOf(token, makeActivity()), name).to.equal('not-signed-in');
  });

  it('admits no changed activity', async () => {
    const base = makeActivity();
    const cases: readonly (readonly [Record<string, unknown>, string])[] = [
      ...['AseChannel', 'emulator', 'MSTEAMS', ' ', '', null, 1, undefined].map((channelId) => [{ channelId }, 'bad-request'] as const),
      ...['typing', 'event', 'Message', '', 5, null, undefined, ['message']].map((type) => [{ type }, 'bad-request'] as const),
      ...['', 'nonsense', null, undefined, 7].map((url) => [{ serviceUrl: url }, 'bad-request'] as const),
      ...['http://127.0.0.1:9/', 'http://169.254.169.254/', `${serviceUrl}#`].map((url) => [{ serviceUrl: url }, 'not-signed-in'] as const),
      ...[`28:${otherGuid}`, botId, `28:${botId.toUpperCase()}`, `29:${botId}`].map((id) => [{ recipient: { id } }, 'not-signed-in'] as const),
      ...[null, undefined, [], {}, { id: '' }, 'x'].map((recipient) => [{ recipient }, 'bad-request'] as const),
      [{ conversation: { ...base.conversation, tenantId: otherOrgId } }, 'not-allowed'],
      [{ channelData: { tenant: { id: otherOrgId } } }, 'not-allowed'],
      [{ conversation: { ...base.conversation, tenantId: otherOrgId }, channelData: { tenant: { id: otherOrgId } } }, 'not-allowed'],
      ...[undefined, null, '', 'x'].map((tenantId) => [{ conversation: { ...base.conversation, tenantId } }, 'bad-request'] as const),
      ...[undefined, null, {}, { tenant: {} }, { tenant: { id: 5 } }].map((channelData) => [{ channelData }, 'bad-request'] as const),
      ...[undefined, null, '', 'x', 7, `{${testIds.admin}}`].map((aadObjectId) => [{ from: { ...base.from, aadObjectId } }, 'bad-request'] as const),
    ];
    const token = await sign();
    for (const [change, code] of cases) expect(await outcomeOf(token, makeActivity(change)), JSON.stringify(change)).to.equal(code);
    for (const body of [undefined, null, [], {}, 'x', 5, [makeActivity()]]) expect(await outcomeOf(token, body)).to.equal('bad-request');
  });

  it('trusts only the listed origins, however the token and the activity agree', async () => {
    const foreign = ['http://169.254.169.254/', 'https://smba.trafficmanager.net.evil.example/', 'https://evil.trafficmanager.net/', 'http://user@127.0.0.1:9/emea/', 'http://127.0.0.1:9/emea/?x', 'https://127.0.0.1:9/emea/', 'http://127.0.0.1:99/'];
    for (const url of foreign) expect(await outcomeOf(await sign({ serviceurl: url }), makeActivity({ serviceUrl: url })), url).to.equal('not-signed-in');
  });

  describe('keys', () => {
    const freshGate = () => createBotTokenGate({ config: makeTestConfig(entra.url), clock });
    afterEach(() => entra.faults.clear());

    it('must be endorsed for Teams', async () => {
      for (const endorsements of [undefined, [], ['webchat'], 'msteams']) {
        entra.faults.next({ path: /keys/, kind: 'rewrite', rewrite: (answer) => ({ ...answer, body: { keys: (answer.body as { keys: object[] }).keys.map((key) => ({ ...key, endorsements })) } }) });
        expect(await outcomeOf(await sign(), makeActivity(), freshGate())).to.equal('not-signed-in');
      }
      expect(await outcomeOf(await sign(), makeActivity(), freshGate())).to.equal('admitted');
    });

    it('are not fetched from a host that the metadata merely names', async () => {
      entra.faults.next({ path: /openidconfiguration/, kind: 'rewrite', rewrite: (answer) => ({ ...answer, body: { ...(answer.body as object), jwks_uri: 'http://localhost:9/keys' } }) });
      expect(await outcomeOf(await sign(), makeActivity(), freshGate())).to.equal('source-unavailable');
    });

    it('that can\'t be had make the gate unavailable', async () => {
      for (const path of [/openidconfiguration/, /keys/]) {
        entra.faults.next({ path, kind: 'status', status: 500 });
        expect(await outcomeOf(await sign(), makeActivity(), freshGate())).to.equal('source-unavailable');
      }
    });
  });
});
