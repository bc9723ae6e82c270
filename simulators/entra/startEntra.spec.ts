import { expect } from 'chai';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { startEntra, type Entra } from './startEntra.js';

const tenantId = '11111111-1111-4111-8111-111111111111';
const clientId = '22222222-2222-4222-8222-222222222222';
const tab = '33333333-3333-4333-8333-333333333333';
const userId = '44444444-4444-4444-8444-444444444444';
const partnerAudience = 'https://api.partnercenter.microsoft.com';
const person = { orgId: tenantId, userId, name: 'Demo Admin', username: 'admin@demo.example', audience: tab };

describe('simulators/entra', () => {
  let entra: Entra;
  before(async () => {
    entra = await startEntra({ apps: [{ tenantId, clientId, clientSecret: 'right', audiences: [partnerAudience] }] });
  });
  after(() => entra.close());

  const keysAt = (path: string) => createRemoteJWKSet(new URL(entra.url + path));
  const entraKeys = () => keysAt(`/${tenantId}/discovery/v2.0/keys`);
  const botKeys = () => keysAt('/v1/.well-known/keys');
  const failure = (promise: Promise<unknown>) => promise.then(() => undefined, (error: unknown) => error);
  async function askToken(fields: Record<string, string>, { tenant = tenantId, path = 'oauth2/v2.0/token' } = {}) {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: 'right', scope: `${partnerAudience}/.default`, ...fields });
    const response = await fetch(`${entra.url}/${tenant}/${path}`, { method: 'POST', body });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it('issues SSO tokens as Entra v2.0 does, under its published key', async () => {
    const { payload, protectedHeader } = await jwtVerify(await entra.issueSsoToken({ ...person, roles: ['Mapper'] }), entraKeys());
    expect(protectedHeader.alg).to.equal('RS256');
    expect(payload).to.include({ iss: `${entra.url}/${tenantId}/v2.0`, ver: '2.0', aud: tab, tid: tenantId, oid: userId, scp: 'access_as_user', azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', name: 'Demo Admin' });
    expect(payload['roles']).to.deep.equal(['Mapper']);
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).to.equal(3600);
  });

  it('lets tests replace and leave out claims', async () => {
    const claims = decodeJwt(await entra.issueSsoToken({ ...person, overrides: { scp: undefined, ver: '1.0', acct: 1 } }));
    expect(claims).to.not.have.property('scp');
    expect(claims).to.not.have.property('roles');
    expect(claims).to.include({ ver: '1.0', acct: 1 });
  });

  it('signs channel tokens with another key than people\'s tokens', async () => {
    const token = await entra.issueChannelToken({ audience: clientId, serviceUrl: 'http://127.0.0.1:1/' });
    const { payload } = await jwtVerify(token, botKeys(), { issuer: entra.url, audience: clientId });
    expect(payload['serviceurl']).to.equal('http://127.0.0.1:1/');
    expect(await failure(jwtVerify(token, entraKeys()))).to.have.property('code', 'ERR_JWKS_NO_MATCHING_KEY');
  });

  it('forges: a stranger\'s signature under the kid of a published key', async () => {
    const forged = await entra.sign(decodeJwt(await entra.issueSsoToken(person)), { key: 'stranger' });
    expect(await failure(jwtVerify(forged, entraKeys()))).to.have.property('code', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });

  it('publishes the issuer with its keys, a template for common, and endorsements on the bot\'s keys', async () => {
    const keysOf = async (path: string) => ((await (await fetch(entra.url + path)).json()) as { keys: Record<string, unknown>[] }).keys;
    expect((await keysOf(`/${tenantId}/discovery/v2.0/keys`))[0]).to.include({ issuer: `${entra.url}/${tenantId}/v2.0`, kty: 'RSA', use: 'sig' });
    expect((await keysOf('/common/discovery/v2.0/keys'))[0]).to.include({ issuer: `${entra.url}/{tenantid}/v2.0` });
    const [botKey] = await keysOf('/v1/.well-known/keys');
    expect(botKey?.['endorsements']).to.deep.equal(['msteams']);
    expect(botKey).to.not.have.any.keys('d', 'p', 'q');
    const metadata = (await (await fetch(`${entra.url}/v1/.well-known/openidconfiguration`)).json()) as object;
    expect(metadata).to.include({ issuer: entra.url, jwks_uri: `${entra.url}/v1/.well-known/keys` });
    const openId = (await (await fetch(`${entra.url}/${tenantId}/v2.0/.well-known/openid-configuration`)).json()) as object;
    expect(openId).to.include({ issuer: `${entra.url}/${tenantId}/v2.0`, jwks_uri: `${entra.url}/${tenantId}/discovery/v2.0/keys` });
  });

  it('gives apps tokens for their audience in both dialects', async () => {
    const v2 = await askToken({});
    expect(v2).to.deep.include({ status: 200 });
    expect(v2.body['expires_in']).to.equal(3599);
    expect(await entra.verifyAppToken(String(v2.body['access_token']), partnerAudience)).to.deep.equal({ tid: tenantId, appid: clientId, aud: partnerAudience });
    const v1 = await askToken({ resource: partnerAudience }, { path: 'oauth2/token' });
    expect(v1.body).to.include({ expires_in: '3599', resource: partnerAudience });
  });

  it('verifies app tokens: another audience, a person\'s token and a forgery are refused', async () => {
    const token = String((await askToken({})).body['access_token']);
    expect(await failure(entra.verifyAppToken(token, 'https://other.example'))).to.include({ claim: 'aud' });
    expect(await failure(entra.verifyAppToken(await entra.issueSsoToken(person), tab))).to.have.property('message', 'This is no app token.');
    expect(await failure(entra.verifyAppToken(await entra.sign(decodeJwt(token), { key: 'stranger' }), partnerAudience))).to.be.instanceOf(Error);
  });

  const refusals: [string, Record<string, string>, { tenant?: string }, number, string, number][] = [
    ['a wrong secret', { client_secret: 'wrong' }, {}, 401, 'invalid_client', 7000215],
    ['an unknown app', { client_id: tab }, {}, 400, 'unauthorized_client', 700016],
    ['an unknown tenant', {}, { tenant: tab }, 400, 'invalid_request', 90002],
    ['a missing secret', { client_secret: '' }, {}, 400, 'invalid_request', 900144],
    ['a grant for people', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type', 70003],
    ['a scope without /.default', { scope: partnerAudience }, {}, 400, 'invalid_scope', 1002012],
    ['a resource that is not its own', { scope: 'https://other.example/.default' }, {}, 400, 'invalid_resource', 500011],
  ];
  for (const [what, fields, where, status, error, code] of refusals) {
    it(`refuses ${what} in Entra's words`, async () => {
      const answer = await askToken(fields, where);
      expect([answer.status, answer.body['error'], answer.body['error_codes']]).to.deep.equal([status, error, [code]]);
      expect(answer.body['error_description']).to.match(new RegExp(`^AADSTS${code}: .*Trace ID: .*Timestamp: \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ$`));
    });
  }

  it('mints no token of a person or of the channel over HTTP', async () => {
    const authorize = await fetch(`${entra.url}/${tenantId}/oauth2/v2.0/authorize?response_type=token&client_id=${tab}`);
    expect(authorize.status).to.equal(404);
  });

  it('rotates keys: the new one signs, tokens under the old one stay good', async () => {
    const old = await entra.issueSsoToken(person);
    await entra.verifyAppToken(String((await askToken({})).body['access_token']), partnerAudience);
    await entra.rotateKey('entra');
    await entra.verifyAppToken(String((await askToken({})).body['access_token']), partnerAudience);
    const fresh = await entra.issueSsoToken(person);
    expect((await jwtVerify(old, entraKeys())).protectedHeader.kid).to.not.equal((await jwtVerify(fresh, entraKeys())).protectedHeader.kid);
  });

  it('takes its time from the clock', async () => {
    const past = await startEntra({ apps: [], clock: { now: () => new Date('2020-01-01T00:00:00Z') } });
    try {
      expect(decodeJwt(await past.issueSsoToken(person)).exp).to.equal(Date.parse('2020-01-01T01:00:00Z') / 1000);
    } finally {
      await past.close();
    }
  });
});
