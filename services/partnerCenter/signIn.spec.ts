import { expect } from 'chai';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { startGraph, type GraphSimulator } from '../../simulators/graph/startGraph.js';
import { startPartnerCenter, type PartnerCenterSimulator } from '../../simulators/partnerCenter/startPartnerCenter.js';
import { makeCertificate } from '../../test/support/makeCertificate.js';
import { memoryRefreshTokens, type MemoryRefreshTokens } from '../../test/support/memoryRefreshTokens.js';
import { rejection } from '../../test/support/rejection.js';
import { createTestTools } from '../../test/support/sourceTools.js';
import type { PartnerAccountId, TenantId } from '../domain/ids.js';
import { AppError } from '../runtime/errors.js';
import { connectPartnerCenter, type PartnerAccountAccess } from './index.js';

const [certificate, otherCertificate] = [makeCertificate(), makeCertificate()];
const tenantId = 'b3f2a6d4-52c1-4f0e-9a37-000000000001';
const clientId = 'b3f2a6d4-52c1-4f0e-9a37-000000000002';
const userId = 'b3f2a6d4-52c1-4f0e-9a37-000000000009';
const base = { partnerAccountId: 'main' as PartnerAccountId, name: 'Main Account', tenantId, clientId };
const tenants = [1, 2, 3].map((n) => ({ tenantId: `0b6f6a0e-5a1d-4a52-9d1e-00000000000${n}`, name: `Tenant ${n}`, domain: '', relationship: 'reseller' }));

describe('signing in a partner account', () => {
  let entra: Entra;
  let source: PartnerCenterSimulator;
  let graph: GraphSimulator;
  let nowMs = Date.parse('2026-05-01T08:00:00Z');
  const clock = { now: () => new Date(nowMs) };
  let { tools, log } = createTestTools({}, clock);

  before(async () => {
    entra = await startEntra({ clock, apps: [{ tenantId, clientId, clientSecret: 'client-secret-canary', certificates: [certificate.certificatePem] }] });
    const account = { id: 'main', name: 'Main Account', tenantId, tenants, delegated: tenants };
    source = await startPartnerCenter({ clock, entra, accounts: [account] });
    graph = await startGraph({ clock, entra, accounts: [account] });
  });
  after(() => Promise.all([entra, source, graph].map((simulator) => simulator.close())));
  beforeEach(() => {
    entra.endGrants(clientId, undefined);
    entra.requests.length = 0;
    source.requests.length = 0;
    source.quirks.refusesAppOnly = false;
    ({ tools, log } = createTestTools({ entraAuthority: entra.url, partnerCenterOrigin: source.url, graphOrigin: graph.url }, clock));
  });

  const connect = (access: object) => connectPartnerCenter({ ...base, ...access } as PartnerAccountAccess, tools);
  const signInCalls = () => entra.requests.filter(({ method }) => method === 'POST').length;
  const expectAll = async (access: object) => expect((await connect(access).listTenants()).items).to.have.length(3);
  const sentenceOf = async (access: object) => (await rejection(connect(access).listTenants())).sentence;

  describe('by a certificate', () => {
    it('proves itself by a signed assertion, and sends no secret', async () => {
      await expectAll({ certificatePem: certificate.pem });
      expect(log.join('')).not.to.include('PRIVATE KEY');
    });

    it('says so when the certificate is not the registered one', async () => {
      expect(await sentenceOf({ certificatePem: otherCertificate.pem })).to.equal('Microsoft Entra does not accept the certificate of account "Main Account". It must be the one that is registered for the app, and must not have expired.');
    });

    it('refuses what is no certificate with its own key', () => {
      for (const pem of ['', certificate.certificatePem, 'text', otherCertificate.certificatePem + certificate.pem.slice(certificate.certificatePem.length)]) {
        expect(() => connect({ certificatePem: pem })).to.throw(AppError).with.property('sentence').that.matches(/^The certificate of account "Main Account" can't be used/);
      }
    });
  });

  describe('on behalf of a person', () => {
    let store: MemoryRefreshTokens;
    const access = () => ({ clientSecret: 'client-secret-canary', refreshTokens: store });
    const issue = (hasMfa = true) => entra.issueRefreshToken({ tenantId, clientId, userId, hasMfa });
    beforeEach(() => {
      store = memoryRefreshTokens(issue());
    });

    it('lists what an app alone may not', async () => {
      source.quirks.refusesAppOnly = true;
      expect(await sentenceOf({ clientSecret: 'client-secret-canary' })).to.match(/does not let an app alone read the customers/);
      await expectAll(access());
    });

    it('stores each new refresh token before it uses the access token', async () => {
      const broken = { ...store, replace: () => Promise.reject(new Error('disk full')) };
      const error = await rejection(connect({ ...access(), refreshTokens: broken }).listTenants());
      expect(error.code).to.equal('storage-unavailable');
      expect(source.requests).to.deep.equal([]);
      await expectAll(access());
      expect(new Set(store.history).size).to.equal(2);
      expect(log.join('')).not.to.include(store.history[0] ?? '?').and.not.to.include(store.history[1] ?? '?').and.not.to.include('canary');
    });

    it('redeems one at a time for both APIs, each time the newest', async () => {
      await expectAll({ ...access(), lists: 'both' });
      expect(store.history).to.have.length(3);
      nowMs += 2 * 60 * 60_000;
      await expectAll({ ...access(), lists: 'both' });
      expect(store.history).to.have.length(5);
    });

    it('goes on with the token that another process stored meanwhile', async () => {
      const stale = { read: () => store.read(), replace: (version: number, token: string) => (store.put(issue()), store.replace(version, token)) };
      await expectAll({ ...access(), refreshTokens: stale });
      expect(store.history).to.have.length(2);
    });

    for (const [why, sentence] of [
      ['expired', 'The sign-in to account "Main Account" has ended.'],
      ['revoked', 'The sign-in to account "Main Account" has ended.'],
      ['needs-mfa', 'Microsoft asks for multi-factor authentication for account "Main Account".'],
      ['needs-interaction', 'Microsoft asks the person who signed in to account "Main Account" for a new sign-in.'],
    ] as const) {
      it(`says in one sentence that the grant is ${why}, and does not try again and again`, async () => {
        entra.endGrants(clientId, why);
        const account = connect({ ...access(), lists: 'both' });
        for (let round = 0; round < 5; round += 1) {
          const error = await rejection(account.listTenants());
          expect([error.code, error.sentence]).to.deep.equal(['source-unauthorized', `${sentence} An administrator must sign in to it again, with multi-factor authentication.`]);
          nowMs += 10_000;
        }
        expect(signInCalls()).to.equal(1);
        entra.endGrants(clientId, undefined);
        store.put(issue());
        expect((await account.listTenants()).items).to.have.length(3);
      });
    }

    it("goes on when a customer's own tenant refuses the app", async () => {
      const partner = connect({ ...access(), domainProof: 'graph' });
      const gdap = { partnerAccountId: 'main' as PartnerAccountId, tenantId: '0b6f6a0e-5a1d-4a52-9d1e-000000000099' as TenantId, name: '', domain: '', relationship: 'none', listedBy: ['gdap'] } as const;
      expect(await partner.domains?.addOwnDomains([gdap], { known: [], companyDomains: [] })).to.deep.equal([gdap]);
      expect((await partner.listTenants()).items).to.have.length(3);
    });

    it('does not use a sign-in without a second factor', async () => {
      store.put(issue(false));
      const account = connect(access());
      for (let round = 0; round < 3; round += 1) expect((await rejection(account.listTenants())).sentence).to.match(/^The sign-in to account "Main Account" was made without multi-factor authentication/);
      expect([signInCalls(), source.requests.length]).to.deep.equal([1, 0]);
    });

    it('says so when Partner Center misses the second factor', async () => {
      source.faults.next({ kind: 'status', status: 401, body: { code: 900421, description: 'MFA', data: [], source: 'x' } }, 2);
      expect(await sentenceOf(access())).to.match(/without multi-factor authentication/);
      expect(source.requests).to.have.length(2);
    });

    it('says that nobody has signed in yet', async () => {
      expect(await sentenceOf({ ...access(), refreshTokens: memoryRefreshTokens() })).to.equal('Nobody has signed in to account "Main Account" yet. An administrator must sign in to it once, with multi-factor authentication.');
      expect(signInCalls()).to.equal(0);
    });
  });
});
