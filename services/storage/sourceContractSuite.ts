import { expect } from 'chai';
import { aCompany, aTenant, newOrgId, thrownBy } from '../../test/support/storageSamples.js';
import type { PartnerAccountId, PsaConnectionId } from '../domain/ids.js';
import type { HeldBack, SyncRun } from '../domain/sync.js';
import type { Store } from './ports.js';

const accountOne = 'account-one' as PartnerAccountId;
const accountTwo = 'account-two' as PartnerAccountId;
const psaOne = 'psa-one' as PsaConnectionId;
let clock = 0;

function run(source: PartnerAccountId | { psa: PsaConnectionId }, outcome: SyncRun['outcome']): SyncRun {
  clock += 1;
  const at = new Date(Date.UTC(2026, 2, 1) + clock * 1000).toISOString();
  const ref = typeof source === 'string' ? ({ kind: 'partner-account', partnerAccountId: source } as const) : ({ kind: 'psa-connection', psaConnectionId: source.psa } as const);
  return { source: ref, startedAt: at, endedAt: at, outcome, received: 3, expected: outcome === 'complete' ? 3 : null, why: outcome === 'complete' ? '' : 'Page 2 did not come.', ...(outcome !== 'complete' && { facts: [{ code: 'list-stopped', system: 'HaloPSA', count: 3, rows: 'companies', cause: 'silent' }] }) };
}

/** The last good copy of each list: what a pull may replace, add and never remove. */
export function describeSourceContract(store: () => Store): void {
  describe('sources', () => {
    const tenant = (n: number, account = accountOne, name = `Customer ${n}`) => ({ ...aTenant(n), partnerAccountId: account, name });

    it('a complete list replaces the rows of its own source only', async () => {
      const orgId = newOrgId();
      const { sources } = store();
      await sources.recordTenants(orgId, run(accountOne, 'complete'), [tenant(1), tenant(2)]);
      await sources.recordTenants(orgId, run(accountTwo, 'complete'), [tenant(1, accountTwo), tenant(9, accountTwo)]);
      await sources.recordTenants(orgId, run(accountOne, 'complete'), [tenant(2, accountOne, 'Renamed'), tenant(3)]);
      expect(await sources.listTenants(orgId)).to.have.deep.members([tenant(2, accountOne, 'Renamed'), tenant(3), tenant(1, accountTwo), tenant(9, accountTwo)]);
    });

    it('a partial list adds and updates rows and removes none', async () => {
      const orgId = newOrgId();
      const { sources } = store();
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [aCompany(1), aCompany(2)]);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'partial'), [{ ...aCompany(2), name: 'Renamed' }, aCompany(3)]);
      expect(await sources.listCompanies(orgId)).to.have.deep.members([aCompany(1), { ...aCompany(2), name: 'Renamed' }, aCompany(3)]);
    });

    it('a failed pull keeps all rows', async () => {
      const orgId = newOrgId();
      const { sources } = store();
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [aCompany(1)]);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'failed'), []);
      expect(await sources.listCompanies(orgId)).to.deep.equal([aCompany(1)]);
    });

    it('a complete empty list removes all rows of its source', async () => {
      const orgId = newOrgId();
      const { sources } = store();
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [aCompany(1), aCompany(2)]);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), []);
      expect(await sources.listCompanies(orgId)).to.deep.equal([]);
    });

    it('tells the latest run of each source, and the latest complete one where that differs', async () => {
      const orgId = newOrgId();
      const { sources } = store();
      const [complete, partial, failed] = [run(accountOne, 'complete'), run(accountOne, 'partial'), run(accountOne, 'failed')];
      const [onlyFailed, other] = [run(accountTwo, 'failed'), run({ psa: psaOne }, 'complete')];
      expect(await sources.listRuns(orgId)).to.deep.equal([]);
      for (const each of [complete, partial, failed]) await sources.recordTenants(orgId, each, []);
      await sources.recordTenants(orgId, onlyFailed, []);
      await sources.recordCompanies(orgId, other, []);
      expect(await sources.listRuns(orgId)).to.have.deep.members([failed, complete, onlyFailed, other]);
      const newest = run(accountOne, 'complete');
      await sources.recordTenants(orgId, newest, []);
      expect(await sources.listRuns(orgId)).to.have.deep.members([newest, onlyFailed, other]);
    });

    it('keeps what takes no part beside each list: whole lists replace it, partial ones add, others leave it', async () => {
      const orgId = newOrgId();
      const { sources } = store();
      const held = (n: number, why = 'Its type takes no part.') =>
        ({ psaConnectionId: psaOne, companyId: aCompany(n).companyId, name: `Vendor ${n}`, why, facts: [{ code: 'types-left-out', system: 'HaloPSA', types: ['Vendor', `Type ${n}`] }] }) satisfies HeldBack;
      expect(await sources.listHeldBack(orgId)).to.deep.equal([]);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [aCompany(1)], undefined, [held(7), held(8)]);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'partial'), [], undefined, [held(8, 'Other.'), held(9)]);
      expect(await sources.listHeldBack(orgId)).to.have.deep.members([held(7), held(8, 'Other.'), held(9)]);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'failed'), []);
      await sources.applyCompanyChanges(orgId, run({ psa: psaOne }, 'complete'), { changed: [aCompany(2)], gone: [] });
      expect(await sources.listHeldBack(orgId)).to.have.lengthOf(3);
      expect(await sources.listCompanies(orgId)).to.have.lengthOf(2);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [aCompany(1)], undefined, [held(9)]);
      await sources.recordTenants(orgId, run(accountOne, 'complete'), []);
      expect(await sources.listHeldBack(orgId)).to.deep.equal([held(9)]);
      expect(await sources.listHeldBack(newOrgId())).to.deep.equal([]);
    });

    it('changes add, update and remove the named rows only, and the run keeps what it says', async () => {
      const orgId = newOrgId();
      const { sources } = store();
      const full = run({ psa: psaOne }, 'complete');
      await sources.recordCompanies(orgId, full, [aCompany(1), aCompany(2), aCompany(3)]);
      const changes = { ...run({ psa: psaOne }, 'complete'), fullAt: full.endedAt };
      await sources.applyCompanyChanges(orgId, changes, { changed: [{ ...aCompany(2), name: 'Renamed' }, aCompany(4), aCompany(5)], gone: [aCompany(3).companyId, aCompany(5).companyId, aCompany(99).companyId] });
      expect(await sources.listCompanies(orgId)).to.have.deep.members([aCompany(1), { ...aCompany(2), name: 'Renamed' }, aCompany(4)]);
      expect(await sources.listRuns(orgId)).to.deep.equal([changes]);
      const none = { ...run({ psa: psaOne }, 'complete'), fullAt: full.endedAt };
      await sources.applyCompanyChanges(orgId, none, { changed: [], gone: [] });
      expect(await sources.listCompanies(orgId)).to.have.lengthOf(3);
      expect(await sources.listRuns(orgId)).to.deep.equal([none]);
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [aCompany(4)]);
      expect(await sources.listCompanies(orgId)).to.deep.equal([aCompany(4)]);
    });

    it('refuses changes of an incomplete run, of another source, and behind an old fence', async () => {
      const orgId = newOrgId();
      const { sources, leases } = store();
      await sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [aCompany(1)]);
      const changes = { changed: [aCompany(2)], gone: [aCompany(1).companyId] };
      expect(await thrownBy(sources.applyCompanyChanges(orgId, run({ psa: psaOne }, 'partial'), changes))).to.be.instanceOf(TypeError);
      expect(await thrownBy(sources.applyCompanyChanges(orgId, run({ psa: 'psa-two' as PsaConnectionId }, 'complete'), changes))).to.be.instanceOf(TypeError);
      expect(await thrownBy(sources.applyCompanyChanges(orgId, run(accountOne, 'complete'), { changed: [], gone: [] }))).to.be.instanceOf(TypeError);
      const token = (await leases.acquire(orgId, 'pull', { now: new Date(0), until: new Date(1) })) ?? 0;
      await leases.acquire(orgId, 'pull', { now: new Date(2), until: new Date(3) });
      expect(await thrownBy(sources.applyCompanyChanges(orgId, run({ psa: psaOne }, 'complete'), changes, { lease: 'pull', token }))).to.have.property('code', 'cancelled');
      expect(await sources.listCompanies(orgId)).to.deep.equal([aCompany(1)]);
    });

    it('of a row listed twice the last one counts', async () => {
      const orgId = newOrgId();
      await store().sources.recordTenants(orgId, run(accountOne, 'complete'), [tenant(1), tenant(1, accountOne, 'Again')]);
      expect(await store().sources.listTenants(orgId)).to.deep.equal([tenant(1, accountOne, 'Again')]);
    });

    it('refuses rows of another source', async () => {
      const orgId = newOrgId();
      expect(await thrownBy(store().sources.recordTenants(orgId, run(accountOne, 'complete'), [tenant(1, accountTwo)]))).to.be.instanceOf(TypeError);
      expect(await thrownBy(store().sources.recordTenants(orgId, run({ psa: psaOne }, 'complete'), []))).to.be.instanceOf(TypeError);
      expect(await thrownBy(store().sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), [{ ...aCompany(1), psaConnectionId: 'psa-two' as PsaConnectionId }]))).to.be.instanceOf(TypeError);
      expect(await store().sources.listRuns(orgId)).to.deep.equal([]);
    });

    it('keeps organizations apart', async () => {
      const [one, two] = [newOrgId(), newOrgId()];
      await store().sources.recordCompanies(one, run({ psa: psaOne }, 'complete'), [aCompany(1)]);
      await store().sources.recordCompanies(two, run({ psa: psaOne }, 'complete'), [{ ...aCompany(1), name: 'Other' }]);
      await store().sources.recordCompanies(two, run({ psa: psaOne }, 'complete'), []);
      expect(await store().sources.listCompanies(one)).to.deep.equal([aCompany(1)]);
      expect((await store().sources.listRuns(one)).length).to.equal(1);
    });

    it('keeps odd texts and long lists', async () => {
      const orgId = newOrgId();
      const odd = ['__proto__', '$where', 'a.b', "'quoted'", '🏢', 'e\u0301'].map((text, n) => ({ ...aCompany(n), companyId: text as ReturnType<typeof aCompany>['companyId'], name: text, website: text, emailDomains: [text] }));
      const companies = [...odd, ...Array.from({ length: 3000 }, (_, n) => aCompany(n + 100))];
      await store().sources.recordCompanies(orgId, run({ psa: psaOne }, 'complete'), companies);
      expect(await store().sources.listCompanies(orgId)).to.have.lengthOf(3006);
      expect((await store().sources.listCompanies(orgId)).filter(({ companyId }) => odd.some((row) => row.companyId === companyId))).to.have.deep.members(odd);
    });
  });
}
