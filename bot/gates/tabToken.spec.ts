import { expect } from 'chai';
import { SignJWT, UnsecuredJWT } from 'jose';
import { startEntra, type Entra, type SsoTokenRequest } from '../../simulators/entra/startEntra.js';
import { makeTestConfig, testIds } from '../../test/support/testConfig.js';
import { toAppError, type ErrorCode } from '../../services/runtime/errors.js';
import { createSigningKeys } from './signingKeys.js';
import { createTabTokenGate, type TabTokenGate } from './tabToken.js';

const now = new Date('2026-03-01T08:00:00Z');
const nowSeconds = now.getTime() / 1000;
const clock = { now: () => now };
const otherGuid = 'dd000000-0000-4000-8000-00000000000d';
const person: SsoTokenRequest = { orgId: testIds.orgId, userId: testIds.mapper, name: 'Demo Mapper', username: 'mapper@msp.example', audience: testIds.tabClientId };

describe('tabToken', () => {
  let entra: Entra;
  let gate: TabTokenGate;

  before(async () => {
    entra = await startEntra({ apps: [], clock });
    gate = createTabTokenGate({ config: makeTestConfig(entra.url), clock });
  });
  after(() => entra.close());

  const codeOf = (token: string, of = gate) =>
    of.admit(token, 'request-1').then(
      () => 'admitted' as const,
      (thrown: unknown): ErrorCode => toAppError(thrown).code,
    );
  const claimsOf = async () => JSON.parse(Buffer.from((await entra.issueSsoToken(person)).split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

  it('admits a person with a role, as the caller that all use cases take', async () => {
    const caller = await gate.admit(await entra.issueSsoToken(person), 'request-1');
    expect(caller).to.deep.equal({ orgId: testIds.orgId, person: { userId: testIds.mapper, name: 'Demo Mapper' }, role: 'mapper', via: 'tab', requestId: 'request-1' });
  });

  it('takes the stronger of the settings file and the app roles in the token', async () => {
    const token = await entra.issueSsoToken({ ...person, roles: ['Admin'] });
    expect((await gate.admit(token, 'r')).role).to.equal('admin');
    expect((await gate.admit(await entra.issueSsoToken({ ...person, roles: ['Viewer'] }), 'r')).role).to.equal('mapper');
  });

  it('knows a person without a role, and refuses', async () => {
    expect(await codeOf(await entra.issueSsoToken({ ...person, userId: testIds.stranger }))).to.equal('not-allowed');
    const open = createTabTokenGate({ config: makeTestConfig(entra.url, { defaultRole: 'viewer' }), clock });
    expect((await open.admit(await entra.issueSsoToken({ ...person, userId: testIds.stranger }), 'r')).role).to.equal('viewer');
  });

  describe('of every change to a good token', () => {
    const odd: readonly unknown[] = [undefined, null, 42, ['x'], {}, '', ' ', true];
    const text = (good: string) => [...odd, [good], good.toUpperCase() === good ? good.toLowerCase() : good.toUpperCase(), `${good} `, ` ${good}`, `${good}\u0000`, otherGuid];
    const changes = (): Record<string, readonly unknown[]> => ({
      aud: [...text(testIds.tabClientId), [testIds.tabClientId, otherGuid], `api://${testIds.tabClientId}`, testIds.botId],
      iss: [...text(`${entra.url}/${testIds.orgId}/v2.0`), `${entra.url}/${testIds.otherOrgId}/v2.0`, `${entra.url}/${testIds.orgId}/`, `${entra.url}/${testIds.orgId}/v2.0/`, `${entra.url}/common/v2.0`, `https://sts.windows.net/${testIds.orgId}/`],
      tid: [...text(testIds.orgId), testIds.otherOrgId, '9188040d-6c67-4c5b-b112-36a304b66dad', 'common', `{${testIds.orgId}}`],
      oid: [...text(testIds.mapper), `{${testIds.mapper}}`, testIds.mapper.replaceAll('-', '')],
      azp: [...text('5e3ce6c0-2b1f-4285-8d4b-75ee78787346'), '4765445b-32c6-49b0-83e6-1d93765276ca'],
      scp: [...text('access_as_user'), 'access_as_user2', 'user_impersonation', 'access_as_user,openid', 'access_as_user\topenid'],
      ver: [...odd, '1.0', 2, '2', 'v2.0', ['2.0']],
      exp: [...odd.slice(0, 2), String(nowSeconds + 3600), nowSeconds - 61, 0, -1, nowSeconds + 29 * 3600, [nowSeconds + 3600]],
      nbf: [...odd.slice(0, 2), String(nowSeconds), nowSeconds + 120, [nowSeconds]],
      iat: [...odd.slice(0, 2), String(nowSeconds), nowSeconds + 120, [nowSeconds], nowSeconds - 30 * 3600],
      idtyp: ['app', 'App', null, 1, '', ['app']],
      acct: [1, '1', null, true, 2, [0]],
      roles: ['Admin', null, 1, [1], { 0: 'Admin' }],
    });

    it('none is admitted, more than 120 in all', async () => {
      const good = await claimsOf();
      expect(await codeOf(await entra.sign(good))).to.equal('admitted');
      let count = 0;
      for (const [claim, values] of Object.entries(changes())) {
        for (const value of values) {
          const changed = Object.fromEntries(Object.entries({ ...good, [claim]: value }).filter(([, given]) => given !== undefined));
          const code = await codeOf(await entra.sign(changed));
          // Another person of the organization is known, but has no role.
          expect(code, `${claim} = ${JSON.stringify(value)}`).to.equal(claim === 'oid' && value === otherGuid ? 'not-allowed' : 'not-signed-in');
          count += 1;
        }
      }
      expect(count).to.be.greaterThan(120);
    });

    it('harmless ones are admitted', async () => {
      const good = await claimsOf();
      const harmless = [{ idtyp: 'user' }, { acct: 0 }, { scp: 'openid access_as_user profile' }, { name: undefined }, { azp: '1fec8e78-bce4-4aaf-ab1b-5451cc387264' }, { exp: nowSeconds - 50 }, { nbf: nowSeconds + 50 }, { extra: 'claim' }];
      for (const change of harmless) expect(await codeOf(await entra.sign({ ...good, ...change })), JSON.stringify(change)).to.equal('admitted');
    });

    it('an app-only token is refused, with roles or without', async () => {
      const appOnly: Record<string, unknown> = { ...(await claimsOf()), idtyp: 'app', roles: ['Admin'] };
      delete appOnly['scp'];
      expect(await codeOf(await entra.sign(appOnly))).to.equal('not-signed-in');
      delete appOnly['idtyp'];
      expect(await codeOf(await entra.sign(appOnly))).to.equal('not-signed-in');
    });
  });

  describe('of forged signatures and headers', () => {
    it('none is admitted', async () => {
      const claims = await claimsOf();
      const good = await entra.sign(claims);
      const [head = '', body = '', signature = ''] = good.split('.');
      const otherBody = Buffer.from(JSON.stringify({ ...claims, oid: testIds.admin })).toString('base64url');
      const headerWith = (change: object) => Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(head, 'base64url').toString()) as object), ...change })).toString('base64url');
      const forged: Record<string, string> = {
        'signed by a stranger': await entra.sign(claims, { key: 'stranger' }),
        "signed by the bot's key": await entra.sign(claims, { key: 'bot' }),
        'unknown key id': await entra.sign(claims, { header: { kid: 'unknown' } }),
        'key id of another type': await entra.sign(claims, { header: { kid: 7 } }),
        'alg none': new UnsecuredJWT(claims).encode(),
        'alg none with a signature': `${headerWith({ alg: 'none' })}.${body}.${signature}`,
        'alg RS384': `${headerWith({ alg: 'RS384' })}.${body}.${signature}`,
        'alg PS256': `${headerWith({ alg: 'PS256' })}.${body}.${signature}`,
        HS256: await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from('a secret that is long enough for it')),
        'another body': `${head}.${otherBody}.${signature}`,
        'no signature': `${head}.${body}.`,
        'a cut signature': `${head}.${body}.${signature.slice(0, -8)}`,
        jku: await entra.sign(claims, { header: { jku: `${entra.url}/common/discovery/v2.0/keys` } }),
        x5u: await entra.sign(claims, { header: { x5u: entra.url } }),
        x5c: await entra.sign(claims, { header: { x5c: [] } }),
        jwk: await entra.sign(claims, { header: { jwk: { kty: 'RSA' } } }),
        'crit b64': await entra.sign(claims, { header: { crit: ['b64'], b64: true } }),
        'no JSON': `${Buffer.from('x').toString('base64url')}.${body}.${signature}`,
      };
      for (const [name, token] of Object.entries(forged)) expect(await codeOf(token), name).to.equal('not-signed-in');
    });

    it("a key of another tenant's issuer is refused", async () => {
      const keySet = (await (await fetch(`${entra.url}/common/discovery/v2.0/keys`)).json()) as { keys: object[] };
      const keys = createSigningKeys({
        url: new URL(`${entra.url}/common/discovery/v2.0/keys`),
        fetchKeySet: () => Promise.resolve(Response.json({ keys: keySet.keys.map((key) => ({ ...key, issuer: `${entra.url}/${testIds.otherOrgId}/v2.0` })) })),
      });
      const strict = createTabTokenGate({ config: makeTestConfig(entra.url), clock, keys });
      expect(await codeOf(await entra.issueSsoToken(person), strict)).to.equal('not-signed-in');
    });
  });
});
