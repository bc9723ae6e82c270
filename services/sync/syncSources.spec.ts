import { expect } from 'chai';
import type { Company } from '../domain/company.js';
import type { SourceChanges, SourceList } from '../domain/sync.js';
import type { AccountTenant } from '../domain/tenant.js';
import { rejection } from '../../test/support/rejection.js';
import type { DomainQuestion } from '../partnerCenter/partnerCenter.js';
import { AppError } from '../runtime/errors.js';
import { aCaller, aCompany, accountOne, accountTwo, aTenant, openTestOrganization, psaOne, tenantId, type TestOrganization } from '../../test/support/testOrganization.js';

describe('syncSources', () => {
  let organization: TestOrganization;
  const names = async () => (await organization.services.listTenants(aCaller())).map((row) => row.name);
  const healthOf = async (account: string) => (await organization.services.listConnections(aCaller())).partnerAccounts.find((row) => row.partnerAccountId === account)?.health;
  const companyCount = async () => (await organization.services.searchCompanies(aCaller(), { query: '', limit: 100, psaConnectionId: psaOne })).total;

  /** The other account lists nothing any more. */
  const ofAccountOne = (list: () => SourceList<AccountTenant>) => (account: string) => (account === accountOne ? list() : { kind: 'complete' as const, items: [] });

  beforeEach(async () => {
    organization = await openTestOrganization([aTenant(1), aTenant(2), aTenant(2, { partnerAccountId: accountTwo, name: 'Customer Two', relationship: 'none' })], [aCompany(1), aCompany(2)]);
  });
  afterEach(() => organization.close());

  it('shows a tenant of two partner accounts as one row that names both', async () => {
    const rows = await organization.services.listTenants(aCaller());
    expect(rows.map((row) => row.tenantId)).to.deep.equal([tenantId(1), tenantId(2)]);
    expect(rows[1]?.sources.map((source) => `${source.partnerAccountId} ${source.relationship}`)).to.have.members([`${accountOne} reseller`, `${accountTwo} none`]);
  });

  it('forgets what a complete list no longer has', async () => {
    organization.lists.tenants = ofAccountOne(() => ({ kind: 'complete', items: [aTenant(1)] }));
    await organization.services.syncSources(aCaller());
    expect(await names()).to.deep.equal(['Customer 1']);
  });

  it('removes nothing on a partial list, and says what is missing', async () => {
    organization.lists.tenants = ofAccountOne(() => ({ kind: 'partial', items: [aTenant(1, { name: 'Renamed' })], expected: 3, why: 'Stopped after 1 of 3.', facts: [{ code: 'list-short', system: 'Partner Center', count: 1, expected: 3, rows: 'tenants' }] }));
    await organization.services.syncSources(aCaller());
    expect(await names()).to.deep.equal(['Customer 2', 'Renamed']);
    expect(await healthOf(accountOne)).to.deep.include({ state: 'partial', why: 'Stopped after 1 of 3.', facts: [{ code: 'list-short', system: 'Partner Center', count: 1, expected: 3, rows: 'tenants' }], rowCount: 2 });
  });

  it('keeps the last good rows of a source that fails, and pulls the others', async () => {
    organization.lists.tenants = () => {
      throw new AppError('source-unavailable', 'down', { sentence: 'Partner Center does not answer.', facts: [{ code: 'system-silent', system: 'Partner Center' }] });
    };
    organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? [aCompany(1)] : [] });
    await organization.services.syncSources(aCaller());
    expect(await names()).to.deep.equal(['Customer 1', 'Customer 2']);
    const health = await healthOf(accountOne);
    expect(health).to.deep.include({ state: 'failed', why: 'Partner Center does not answer.', facts: [{ code: 'system-silent', system: 'Partner Center' }] });
    expect(health?.completeAt).to.be.a('string');
    expect(await companyCount()).to.equal(1);
  });

  it('hands the domains of the active companies to an account that asks whose they are, and keeps what it learns', async () => {
    const questions: DomainQuestion[] = [];
    organization.lists.domains = {
      addOwnDomains: (tenants, question) => {
        questions.push(question);
        return Promise.resolve(tenants.map((tenant) => (tenant.tenantId === tenantId(1) ? { ...tenant, ownDomains: [{ name: 'one.example', asOf: '2026-01-01T00:00:00.000Z' }] } : tenant)));
      },
    };
    const companies = [aCompany(1, { website: 'https://www.one.example/x', emailDomains: ['gmail.com'] }), aCompany(2, { website: 'two.example', isActive: false }), aCompany(3, { website: '', emailDomains: ['three.example', 'mail.one.example'] })];
    organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? companies : [] });
    await organization.services.syncSources(aCaller());
    await organization.services.syncSources(aCaller());
    const [one, two] = [accountOne, accountTwo].map((account) => questions.slice(2).find(({ known }) => known.some(({ partnerAccountId }) => partnerAccountId === account)));
    expect(one?.companyDomains).to.have.members(['one.example', 'three.example']);
    expect(one?.known.map(({ tenantId: id, ownDomains }) => [id, ownDomains?.map(({ name }) => name)])).to.deep.equal([[tenantId(1), ['one.example']], [tenantId(2), undefined]]);
    expect(two?.known).to.have.length(1);
  });

  it('ends with the reason of the signal, and records nothing, when it is cancelled', async () => {
    const abort = new AbortController();
    organization.lists.tenants = () => {
      abort.abort(new Error('enough'));
      throw new AppError('cancelled', 'aborted');
    };
    const error = await organization.services.syncSources(aCaller(), { signal: abort.signal }).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(AppError).with.property('code', 'cancelled');
    expect(await healthOf(accountOne)).to.include({ state: 'complete' });
  });

  describe('when a whole list suddenly lacks many rows', () => {
    const many = Array.from({ length: 100 }, (_, n) => aTenant(n + 1));
    const listFirst = (count: number) => (organization.lists.tenants = ofAccountOne(() => ({ kind: 'complete', items: many.slice(0, count) })));
    const pull = (options: Parameters<typeof organization.services.syncSources>[1] = {}) => organization.services.syncSources(aCaller(), options);

    beforeEach(async () => {
      listFirst(100);
      await pull();
      listFirst(60);
      await pull();
    });

    it('keeps them, and says so', async () => {
      expect(await names()).to.have.length(100);
      expect(await healthOf(accountOne)).to.deep.include({ state: 'partial', doubtedRows: 40, rowCount: 100, why: 'The list came whole, but 40 of 100 known rows are suddenly not in it. They are kept until the next reading says the same or somebody confirms it.' });
    });

    it('believes the next reading that says the same, but not one right after', async () => {
      await pull();
      expect(await names()).to.have.length(100);
      organization.passMinutes(10);
      await pull();
      expect(await names()).to.have.length(60);
      expect(await healthOf(accountOne)).to.include({ state: 'complete', doubtedRows: 0, why: '' });
    });

    it('forgets the doubt when the rows come back', async () => {
      listFirst(100);
      await pull();
      organization.passMinutes(60);
      listFirst(60);
      await pull();
      expect(await names()).to.have.length(100);
      expect(await healthOf(accountOne)).to.include({ state: 'partial', doubtedRows: 40 });
    });

    it('believes a person who has seen how many are missing, but not that more are', async () => {
      const only = { kind: 'partner-account', partnerAccountId: accountOne } as const;
      listFirst(10);
      await pull({ only, confirmedMissing: 40 });
      expect(await names()).to.have.length(100);
      await pull({ only, confirmedMissing: 90 });
      expect(await names()).to.have.length(10);
    });
  });

  it('pulls one source alone, and refuses one that is not connected', async () => {
    let asked = 0;
    organization.lists.companies = () => ((asked += 1), { kind: 'complete', items: [] });
    await organization.services.syncSources(aCaller(), { only: { kind: 'partner-account', partnerAccountId: accountOne } });
    expect(asked).to.equal(0);
    const refused = await rejection(organization.services.syncSources(aCaller(), { only: { kind: 'partner-account', partnerAccountId: 'gone' as never } }));
    expect(refused.code).to.equal('not-found');
  });

  it('leaves out what was pulled since a given time', async () => {
    let asked = 0;
    organization.lists.companies = () => ((asked += 1), { kind: 'complete', items: [] });
    await organization.services.syncSources(aCaller(), { endedBefore: new Date('2026-03-01T00:00:00Z') });
    expect(asked).to.equal(0);
    await organization.services.syncSources(aCaller(), { endedBefore: new Date('2027-03-01T00:00:00Z') });
    expect(asked).to.equal(2);
  });

  it('tells every one who asks how far a pull is, and ends it for all when somebody cancels', async () => {
    let tell: (done: number, total: number) => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      organization.pullTenants = (account, { signal, onProgress } = {}) => {
        if (account !== accountOne) return Promise.resolve({ kind: 'complete', items: [] });
        tell = (done, total) => onProgress?.(done, total);
        resolve();
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'aborted'))));
      };
    });
    const told: string[] = [];
    const listen = (who: string) => organization.services.syncSources(aCaller(), { onProgress: ({ name }, done, total) => void told.push(`${who}: ${name} ${done} of ${total}`) });
    const asking = [rejection(listen('first')), rejection(listen('second'))];
    await begun;
    tell(30, 120);
    expect(told).to.include.members([`first: Account ${accountOne} 30 of 120`, `second: Account ${accountOne} 30 of 120`]);
    expect(await healthOf(accountOne)).to.deep.include({ state: 'syncing', progress: { done: 30, total: 120 } });
    await organization.services.cancelSync(aCaller());
    for (const error of await Promise.all(asking)) expect([error.code, error.sentence]).to.deep.equal(['cancelled', 'Demo Admin cancelled the reading. The lists stay as they were.']);
    expect(await healthOf(accountOne)).to.include({ state: 'complete', rowCount: 2 });
    expect(await names()).to.deep.equal(['Customer 1', 'Customer 2']);
  });

  describe('where a PSA can tell what changed', () => {
    const asked: string[] = [];
    const pull = (reach: 'full' | 'changes' = 'changes') => organization.services.syncSources(aCaller(), { reach });
    const companyNames = async () => (await organization.services.searchCompanies(aCaller(), { query: '', limit: 100, psaConnectionId: psaOne })).companies.map(({ name }) => name);
    const ofPsaOne = (changes: SourceChanges<Company>) => (organization.lists.changes = (psa, since) => (asked.push(`${psa} changes since ${since}`), psa === psaOne ? changes : { changed: [], gone: [] }));

    beforeEach(() => {
      asked.length = 0;
      ofPsaOne({ changed: [aCompany(2, { name: 'Renamed' }), aCompany(3)], gone: [aCompany(1).companyId] });
      organization.lists.companies = (psa) => (asked.push(`${psa} all`), { kind: 'complete', items: psa === psaOne ? [aCompany(1), aCompany(2)] : [] });
    });

    it('asks for changes since the last run began, ten minutes earlier, and applies them', async () => {
      const at = (await organization.services.listConnections(aCaller())).psaConnections[0]?.health.completeAt ?? '';
      await pull();
      expect(asked.map((line) => line.replace(/ since .*/, ''))).to.have.members([`${psaOne} changes`, 'psa-two changes']);
      const since = Date.parse(asked[0]?.split('since ')[1] ?? '');
      expect(Date.parse(at) - since).to.be.within(10 * 60_000, 11 * 60_000);
      expect(await companyNames()).to.deep.equal(['Customer 3', 'Renamed']);
    });

    it('reads the whole list daily, on demand, and after a run that was not complete', async () => {
      await pull('full');
      expect(asked).to.have.members([`${psaOne} all`, 'psa-two all']);
      organization.passMinutes(23 * 60);
      await pull();
      organization.passMinutes(2 * 60);
      asked.length = 0;
      await pull();
      expect(asked).to.have.members([`${psaOne} all`, 'psa-two all']);
      organization.lists.changes = () => {
        throw new AppError('source-odd-answer', 'no', { sentence: 'Not understood.' });
      };
      await pull();
      expect((await organization.services.listConnections(aCaller())).psaConnections[0]?.health, 'only these words tell it').to.deep.include({ state: 'failed', why: 'Not understood.', facts: [] });
      asked.length = 0;
      await pull();
      expect(asked).to.have.members([`${psaOne} all`, 'psa-two all']);
    });

    it('reads the whole list when suspiciously many are said to be gone', async () => {
      const many = Array.from({ length: 50 }, (_, n) => aCompany(n));
      organization.lists.companies = (psa) => (asked.push(`${psa} all`), { kind: 'complete', items: psa === psaOne ? many : [] });
      await pull('full');
      ofPsaOne({ changed: [], gone: many.slice(0, 30).map(({ companyId }) => companyId) });
      asked.length = 0;
      await pull();
      expect(asked).to.include(`${psaOne} all`);
      expect(await companyNames()).to.have.length(50);
    });
  });
});
