import { ActivityTypes } from 'botbuilder';
import { expect } from 'chai';
import { pino } from 'pino';
import { AppError } from '../../services/runtime/errors.js';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { makeActivity } from '../../test/support/makeActivity.js';
import { startConnector, type Connector } from '../../test/support/startConnector.js';
import { makeTestConfig, testIds } from '../../test/support/testConfig.js';
import { createBotAdapter } from './botAuthentication.js';

describe('botAuthentication', () => {
  let entra: Entra;
  let trusted: Connector;
  let stranger: Connector;
  before(async () => {
    entra = await startEntra({ apps: [] });
    trusted = await startConnector((token) => (token === 'the-bot-token' ? Promise.resolve() : Promise.reject(new Error('refused'))));
    stranger = await startConnector(() => Promise.resolve());
  });
  after(async () => {
    await Promise.all([trusted.close(), stranger.close()]);
    await entra.close();
  });

  const logged: { level: number; code: string }[] = [];
  const logger = pino({}, { write: (line: string) => void logged.push(JSON.parse(line) as { level: number; code: string }) });
  beforeEach(() => void (logged.length = 0));
  function adapter(given: { appId?: string } = {}) {
    const config = makeTestConfig(entra.url);
    const token = { get: () => Promise.resolve('the-bot-token'), drop: () => undefined };
    return createBotAdapter({ logger, config: { bot: { ...config.bot, ...given }, anchors: { ...config.anchors, botServiceOrigins: [trusted.url] } }, token });
  }

  /** What botbuilder makes of an activity by itself, without our gate before it. */
  async function process(serviceUrl: string, authorization: string, activity: object = {}) {
    let hasRun = false;
    const answer = { status: 0 };
    const response = { socket: undefined, header: () => undefined, send: () => undefined, end: () => undefined, status: (code: number) => (answer.status = code) };
    const body = makeActivity({ serviceUrl, ...activity }) as unknown as Record<string, unknown>;
    await adapter().process({ method: 'POST', headers: { authorization }, body }, response, async (context) => {
      hasRun = true;
      await context.sendActivity({ type: ActivityTypes.Typing });
    });
    return { ...answer, hasRun };
  }
  const bearer = async (serviceUrl: string, overrides: Record<string, unknown> = {}) => `Bearer ${await entra.issueChannelToken({ audience: testIds.botId, serviceUrl, overrides })}`;

  it("lets in the channel and answers with the bot's token", async () => {
    expect(await process(`${trusted.url}/emea/`, await bearer(`${trusted.url}/emea/`))).to.deep.equal({ status: 200, hasRun: true });
    expect(trusted.sent.map(({ path }) => path)).to.deep.equal(['/emea/v3/conversations/a:1conversation/activities/1700000000001']);
    expect(trusted.refused).to.deep.equal([]);
  });

  it('verifies the token again: another audience, issuer, service, key or none at all is refused', async () => {
    const url = `${trusted.url}/emea/`;
    const forged = await entra.sign({ iss: entra.url, aud: testIds.botId, serviceurl: url, exp: Math.floor(Date.now() / 1000) + 600, nbf: 1 }, { key: 'stranger' });
    const refused = [await bearer(url, { aud: testIds.tabClientId }), await bearer(url, { iss: 'https://evil.example' }), await bearer('https://evil.example/'), await bearer(url, { exp: 1 }), `Bearer ${forged}`, ''];
    for (const authorization of refused) expect(await process(url, authorization), authorization).to.include({ hasRun: false, status: 401 });
    expect(logged.map(({ level }) => level)).to.deep.equal(refused.map(() => pino.levels.values['info']));
  });

  it("never sends the bot's token to a host that is not trusted, though the channel's token names it", async () => {
    const url = `${stranger.url}/emea/`;
    expect(await process(url, await bearer(url))).to.include({ status: 500 });
    expect(logged.map(({ level, code }) => [level, code])).to.deep.equal([[pino.levels.values['error'], 'source-blocked']]);
    expect(stranger.sent).to.deep.equal([]);
    expect(stranger.refused).to.deep.equal([]);
  });

  it('is not made without an app id, with which botbuilder would let everyone in', () => expect(() => adapter({ appId: '' })).to.throw(AppError));
});
