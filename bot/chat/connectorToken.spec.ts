import { expect } from 'chai';
import { pino } from 'pino';
import { createHttpClient } from '../../services/runtime/httpClient.js';
import { toAppError } from '../../services/runtime/errors.js';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { listen, type Simulator } from '../../simulators/simulator.js';
import { makeTestConfig, testIds } from '../../test/support/testConfig.js';
import { connectorAudience, createConnectorToken } from './connectorToken.js';

const codeOf = (promise: Promise<unknown>) => promise.then(() => 'no error', (error: unknown) => toAppError(error).code);

describe('connectorToken', () => {
  const logger = pino({ level: 'silent' });
  let now = Date.parse('2026-03-01T08:00:00Z');
  const clock = { now: () => new Date(now) };

  describe('with a secret', () => {
    let entra: Entra;
    beforeEach(async () => {
      entra = await startEntra({ clock, apps: [{ tenantId: testIds.orgId, clientId: testIds.botId, clientSecret: 'of the test' }] });
    });
    afterEach(() => entra.close());
    const tokenFor = (password: string) => {
      const config = makeTestConfig(entra.url, { bot: { appId: testIds.botId, tenantId: testIds.orgId, credentials: { kind: 'secret', password } } });
      return createConnectorToken({ config, clock, http: createHttpClient({ logger, clock, anchors: config.anchors, limits: { retries: 0 } }) });
    };

    it('is fetched once for all who ask, and anew five minutes before it expires', async () => {
      const token = tokenFor('of the test');
      const [first, second] = await Promise.all([token.get(), token.get()]);
      expect(second).to.equal(first);
      expect((await entra.verifyAppToken(first, connectorAudience)).appid).to.equal(testIds.botId);
      now += 50 * 60_000;
      expect(await token.get()).to.equal(first);
      now += 10 * 60_000;
      expect(await token.get()).to.not.equal(first);
    });

    it('is not had with a wrong secret', async () => expect(await codeOf(tokenFor('wrong').get())).to.equal('source-unauthorized'));
  });

  describe('with a managed identity', () => {
    let identity: Simulator;
    let answer = { status: 200, body: '' };
    let asked: { url: string; header: unknown }[] = [];
    beforeEach(async () => {
      asked = [];
      identity = await listen((request, response) => {
        asked.push({ url: request.url ?? '', header: request.headers['x-identity-header'] });
        response.statusCode = answer.status;
        response.end(answer.body);
      });
    });
    afterEach(() => identity.close());
    const token = () => {
      const config = makeTestConfig('https://login.example', { bot: { appId: testIds.botId, tenantId: testIds.orgId, credentials: { kind: 'managed-identity', endpoint: `${identity.url}/msi/token`, header: 'of the platform' } } });
      return createConnectorToken({ config, clock, http: createHttpClient({ logger, clock, anchors: config.anchors }) });
    };

    it("is fetched from App Service's endpoint", async () => {
      answer = { status: 200, body: JSON.stringify({ access_token: 'abc', expires_on: String(now / 1000 + 3600) }) };
      const source = token();
      expect(await source.get()).to.equal('abc');
      expect(await source.get()).to.equal('abc');
      expect(asked).to.have.lengthOf(1);
      const url = new URL(asked[0]?.url ?? '', identity.url);
      expect(Object.fromEntries(url.searchParams)).to.deep.equal({ 'api-version': '2019-08-01', resource: 'https://api.botframework.com', client_id: testIds.botId });
      expect(asked[0]?.header).to.equal('of the platform');
    });

    for (const [what, bad] of Object.entries({ 'a refusal': { status: 400, body: '{}' }, 'no token': { status: 200, body: '{"expires_on":"1"}' } })) {
      it(`is not had from ${what}`, async () => {
        answer = bad;
        expect(await codeOf(token().get())).to.equal('source-unauthorized');
      });
    }
  });
});
