import { expect } from 'chai';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { startGraph, type GraphSimulator } from '../../simulators/graph/startGraph.js';
import { rejection } from '../../test/support/rejection.js';
import { createTestTools } from '../../test/support/sourceTools.js';
import type { PartnerAccountId, TenantId } from '../domain/ids.js';
import type { AccountTenant } from '../domain/tenant.js';
import { connectPartnerCenter } from './index.js';

const account = { partnerAccountId: 'main' as PartnerAccountId, name: 'Main Account', tenantId: 'b3f2a6d4-52c1-4f0e-9a37-000000000001', clientId: 'b3f2a6d4-52c1-4f0e-9a37-000000000002', clientSecret: 'client-secret-canary', domainProof: 'graph' as const };
const idOf = (n: number) => `0b6f6a0e-5a1d-4a52-9d1e-${String(n).padStart(12, '0')}` as TenantId;
const customers = Array.from({ length: 6 }, (_, n) => ({ tenantId: idOf(n), name: `Tenant ${n}`, domain: `tenant${n}.onmicrosoft.com`, relationship: 'reseller', otherDomains: [`firm${n}.example`, `firm${n}.test`] }));
const row = (n: number, more: Partial<AccountTenant> = {}): AccountTenant => ({ partnerAccountId: account.partnerAccountId, tenantId: idOf(n), name: `Tenant ${n}`, domain: `tenant${n}.onmicrosoft.com`, relationship: 'reseller', listedBy: ['partner-center'], ...more });
const rows = [0, 1, 2].map((n) => row(n));
const dayMs = 24 * 60 * 60_000;
const lookup = /findTenantInformationByDomainName/;

describe('the domains of tenants', () => {
  let entra: Entra;
  let graph: GraphSimulator;
  let nowMs = 0;
  let { tools, log } = createTestTools({});

  beforeEach(async () => {
    nowMs = Date.now();
    const accounts = [{ id: 'main', name: account.name, tenantId: account.tenantId, tenants: customers }];
    // Customer 5 gave the rights to read its tenant.
    entra = await startEntra({ apps: [account, { ...account, tenantId: idOf(5) }], clock: { now: () => new Date(nowMs) } });
    graph = await startGraph({ entra, accounts, clock: { now: () => new Date(nowMs) } });
    ({ tools, log } = createTestTools({ entraAuthority: entra.url, graphOrigin: graph.url }, { now: () => new Date(nowMs) }));
  });
  afterEach(() => Promise.all([entra, graph].map((simulator) => simulator.close())));

  const connect = (change: object = {}) => {
    const { domains } = connectPartnerCenter({ ...account, ...change }, tools);
    if (!domains) throw new Error('no domains');
    return domains;
  };
  const namesOf = (tenants: readonly AccountTenant[]) => tenants.map(({ ownDomains = [] }) => ownDomains.map(({ name }) => name));
  const asked = () => graph.requests.filter(({ path }) => lookup.test(path)).map(({ path }) => /'(.*)'/.exec(path)?.[1]);

  it('are not asked for unless the account says so', () => {
    expect(connectPartnerCenter({ ...account, domainProof: undefined }, tools).domains).to.equal(undefined);
  });

  it("are those of the companies' domains that Microsoft says are theirs", async () => {
    const companyDomains = ['firm0.example', 'firm0.test', 'firm2.example', 'stranger.example', 'firm4.example', "o'neill.example"];
    const found = await connect().addOwnDomains(rows, { known: [], companyDomains });
    expect(namesOf(found)).to.deep.equal([['firm0.example', 'firm0.test'], [], ['firm2.example']]);
    expect(found[1]).to.equal(rows[1]);
    expect(found[0]?.ownDomains?.[0]?.asOf).to.equal(new Date(nowMs).toISOString());
    expect(asked()).to.have.length(6);
    expect(log.join('')).not.to.include('eyJ').and.not.to.include('canary');
  });

  it('are kept with the list, and asked for again after a week only', async () => {
    const companyDomains = ['firm0.example', 'stranger.example'];
    const domains = connect();
    const known = await domains.addOwnDomains(rows, { known: [], companyDomains });
    graph.requests.length = 0;
    expect(namesOf(await domains.addOwnDomains(rows, { known, companyDomains }))).to.deep.equal([['firm0.example'], [], []]);
    expect(asked()).to.deep.equal([]);
    // After a restart what the list tells is still known.
    expect(namesOf(await connect().addOwnDomains(rows, { known, companyDomains }))).to.deep.equal([['firm0.example'], [], []]);
    expect(asked()).to.deep.equal(['stranger.example']);

    graph.requests.length = 0;
    nowMs += 8 * dayMs;
    graph.replaceAccounts([{ id: 'main', name: account.name, tenantId: account.tenantId, tenants: [{ ...customers[1], otherDomains: ['firm0.example'] } as (typeof customers)[number]] }]);
    // Sold with its domain.
    expect(namesOf(await domains.addOwnDomains(rows, { known, companyDomains }))).to.deep.equal([[], ['firm0.example'], []]);
    expect(asked()).to.have.length(2);
  });

  it('are asked for a limited number of times in one pull; the next one goes on', async () => {
    const companyDomains = [...Array.from({ length: 300 }, (_, n) => `nobody${n}.example`), 'firm1.example'];
    const domains = connect();
    expect(namesOf(await domains.addOwnDomains(rows, { known: [], companyDomains }))[1]).to.deep.equal([]);
    expect(asked()).to.have.length(300);
    expect(namesOf(await domains.addOwnDomains(rows, { known: [], companyDomains }))[1]).to.deep.equal(['firm1.example']);
    expect(asked()).to.have.length(301);
  });

  it('are read whole where a customer gave the rights, and asked for where it did not', async () => {
    const tenants = [row(4, { listedBy: ['gdap'] }), row(5, { listedBy: ['partner-center', 'gdap'] })];
    const domains = connect();
    const found = await domains.addOwnDomains(tenants, { known: [], companyDomains: ['firm4.example'] });
    expect(namesOf(found)).to.deep.equal([['firm4.example'], ['firm5.example', 'firm5.test']]);
    const { length } = entra.requests;
    await domains.addOwnDomains(tenants, { known: found, companyDomains: ['firm4.example'] });
    expect([entra.requests.length, asked().length]).to.deep.equal([length, 1]);
  });

  it('without the permission are not asked for again on that day, and the check says so', async () => {
    graph.quirks.lacksCrossTenant = true;
    const domains = connect();
    const companyDomains = ['firm0.example', 'firm1.example'];
    const known = [row(1, { ownDomains: [{ name: 'firm1.example', asOf: new Date(nowMs - 30 * dayMs).toISOString() }] })];
    expect(namesOf(await domains.addOwnDomains(rows, { known, companyDomains }))).to.deep.equal([[], ['firm1.example'], []]);
    await domains.addOwnDomains(rows, { known, companyDomains });
    expect(asked()).to.have.length(1);
    graph.quirks.lacksCrossTenant = false;
    nowMs += 2 * dayMs;
    expect(namesOf(await domains.addOwnDomains(rows, { known, companyDomains }))[0]).to.deep.equal(['firm0.example']);
  });

  const faults = {
    '401': { kind: 'status', status: 401 },
    '403': { kind: 'status', status: 403 },
    '429 for long': { kind: 'status', status: 429, headers: { 'Retry-After': '86400' } },
    '429 without a time': { kind: 'status', status: 429 },
    '500': { kind: 'status', status: 500, body: { error: { code: 'UnknownError', message: 'canary' } } },
    'a page of a proxy': { kind: 'html' },
    'a page of a proxy as success': { kind: 'html', status: 200 },
    'truncated JSON': { kind: 'truncate' },
    'a reset': { kind: 'reset' },
    'an empty answer': { kind: 'rewrite', rewrite: () => ({ status: 200, body: {} }) },
    'a tenant without a readable id': { kind: 'rewrite', rewrite: () => ({ status: 200, body: { tenantId: 'x' } }) },
  } as const;
  for (const [name, fault] of Object.entries(faults)) {
    it(`leave the list as it is after ${name}`, async () => {
      graph.faults.next({ ...fault, path: lookup }, 8);
      const known = [row(2, { ownDomains: [{ name: 'firm2.example', asOf: new Date(nowMs).toISOString() }] })];
      expect(namesOf(await connect().addOwnDomains(rows, { known, companyDomains: ['firm0.example', 'firm1.example'] }))).to.deep.equal([[], [], ['firm2.example']]);
      expect(asked().length).to.be.at.most(4);
      expect(log.join('')).not.to.include('canary');
    });
  }

  for (const [name, fault] of Object.entries({ '429 in seconds': { kind: 'status', status: 429, headers: { 'Retry-After': '5' } }, 'a byte order mark': { kind: 'bom' }, 'one truncated answer': { kind: 'truncate' }, 'one reset': { kind: 'reset' }, 'a pause': { kind: 'pause', pauseMs: 20 }, '404': { kind: 'status', status: 404 } } as const)) {
    it(`go on after ${name}`, async () => {
      graph.faults.next({ ...fault, path: lookup });
      expect(namesOf(await connect().addOwnDomains(rows, { known: [], companyDomains: ['nobody.example', 'firm1.example'] }))).to.deep.equal([[], ['firm1.example'], []]);
    });
  }

  it('end with the pull that is cancelled', async () => {
    expect((await rejection(connect().addOwnDomains(rows, { known: [], companyDomains: ['firm0.example'], signal: AbortSignal.abort() }))).code).to.equal('cancelled');
  });
});
