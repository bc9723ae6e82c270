import { expect } from 'chai';
import { aCaller, aCompany, aRow, aTenant, companyId, openTestOrganization, psaOne, summaryOf, tenantId, type TestOrganization } from '../../test/support/testOrganization.js';
import type { LinkDriftKind } from '../domain/drift.js';
import type { UserId } from '../domain/ids.js';
import { AppError } from '../runtime/errors.js';

const anna = aCaller();
const ben = aCaller({ person: { userId: 'bb000000-0000-4000-8000-000000000002' as UserId, name: 'Ben' } });

describe('dismissDrift', () => {
  let organization: TestOrganization;
  beforeEach(async () => {
    organization = await openTestOrganization([1, 2].map((n) => aTenant(n)), [1, 2].map((n) => aCompany(n)));
    await link(1, 1, 0);
    await rename('Nordwind AG');
  });
  afterEach(() => organization.close());

  const link = async (tenant: number, company: number, baseVersion: number) =>
    summaryOf(await organization.services.saveMappings(anna, { idempotencyKey: `key-link-${tenant}-${company}-${baseVersion}`, rows: [aRow(tenant, company, { baseVersion })], reason: '' }));
  const listFirst = async (given: Partial<ReturnType<typeof aCompany>>) => {
    organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? [aCompany(1, given), aCompany(2)] : [] });
    await organization.services.syncSources(anna);
  };
  const rename = (name: string) => listFirst({ name });
  const dismiss = (now: string, { isFine = true, kind = 'company-renamed', caller = anna }: { isFine?: boolean; kind?: LinkDriftKind; caller?: typeof anna } = {}) =>
    organization.services.dismissDrift(caller, { change: { kind, tenantId: tenantId(1), psaConnectionId: psaOne, companyId: companyId(1), now }, isFine });
  /** What is to be looked at, and what was called fine by whom. */
  const seen = async () => {
    const { links, dismissed } = await organization.services.listDrift(anna, { limit: 100 });
    return { open: links.map(({ now }) => now), fine: dismissed.map(({ now, dismissedBy }) => `${now} by ${dismissedBy.name}`) };
  };
  const done = { kind: 'done' };

  it('takes a change off the list and its count, and keeps who called it fine and when', async () => {
    expect(await seen()).to.deep.equal({ open: ['Nordwind AG'], fine: [] });
    expect(await dismiss('Nordwind AG', { caller: ben })).to.deep.equal(done);
    expect(await seen()).to.deep.equal({ open: [], fine: ['Nordwind AG by Ben'] });
    const { counts, dismissedCount, dismissed } = await organization.services.listDrift(anna, { limit: 100 });
    expect([counts['company-renamed'], dismissedCount]).to.deep.equal([0, 1]);
    expect(dismissed[0]).to.deep.include({ kind: 'company-renamed', tenantName: 'Customer 1', companyName: 'Nordwind AG', nameThen: 'Customer 1', version: 1, dismissedBy: ben.person });
    expect(Date.parse(dismissed[0]?.dismissedAt ?? '')).to.be.greaterThan(Date.parse(dismissed[0]?.decidedAt ?? ''));
  });

  it('lives through readings and a restart', async () => {
    await dismiss('Nordwind AG');
    await organization.services.syncSources(anna);
    await organization.reopen();
    expect(await seen()).to.deep.equal({ open: [], fine: ['Nordwind AG by Demo Admin'] });
  });

  it('tells again of the next name, and of another kind of change', async () => {
    await dismiss('Nordwind AG');
    await listFirst({ name: 'Nordwind AG', isActive: false, status: 'Former customer' });
    expect(await seen()).to.deep.equal({ open: ['Former customer'], fine: ['Nordwind AG by Demo Admin'] });
    expect(await dismiss('Former customer', { kind: 'company-inactive' })).to.deep.equal(done);
    await listFirst({ name: 'Nordwind AG', isActive: false, status: 'Bankrupt' });
    expect(await seen()).to.deep.equal({ open: ['Bankrupt'], fine: ['Nordwind AG by Demo Admin'] });
    await rename('Südwind AG');
    expect(await seen()).to.deep.equal({ open: ['Südwind AG'], fine: [] });
  });

  it('is over with the change: what went away and came back is told again', async () => {
    await dismiss('Nordwind AG');
    organization.lists.companies = () => {
      throw new AppError('source-unavailable', 'down');
    };
    await organization.services.syncSources(anna);
    expect(await seen(), 'a list that did not come changes nothing').to.deep.equal({ open: [], fine: ['Nordwind AG by Demo Admin'] });
    await rename('Customer 1');
    expect(await seen()).to.deep.equal({ open: [], fine: [] });
    await rename('Nordwind AG');
    expect(await seen()).to.deep.equal({ open: ['Nordwind AG'], fine: [] });
  });

  it('is as it was when the link is saved anew and that is undone', async () => {
    await dismiss('Nordwind AG');
    const { changeSetId } = await link(1, 2, 1);
    expect(await seen()).to.deep.equal({ open: [], fine: [] });
    await organization.services.undoChangeSet(anna, changeSetId);
    expect(await seen()).to.deep.equal({ open: [], fine: ['Nordwind AG by Demo Admin'] });
  });

  it('can be taken back', async () => {
    await dismiss('Nordwind AG');
    expect(await dismiss('Nordwind AG', { isFine: false })).to.deep.equal(done);
    expect(await seen()).to.deep.equal({ open: ['Nordwind AG'], fine: [] });
  });

  it('changes nothing the second time, and says when the change is another one by now', async () => {
    await dismiss('Nordwind AG', { caller: ben });
    const { version } = await organization.services.listDraft(anna, { since: 0 });
    expect(await dismiss('Nordwind AG')).to.deep.equal(done);
    expect((await organization.services.listDraft(anna, { since: 0 })).version).to.equal(version);
    expect((await seen()).fine).to.deep.equal(['Nordwind AG by Ben']);
    await rename('Südwind AG');
    expect(await dismiss('Nordwind AG')).to.deep.equal({ kind: 'outdated' });
    expect(await dismiss('Nordwind AG', { isFine: false })).to.deep.equal({ kind: 'outdated' });
    expect(await seen()).to.deep.equal({ open: ['Südwind AG'], fine: [] });
  });

  it('stands beside what others decide of the tenant, at the same time and later', async () => {
    const rowOne = async () => (await organization.services.listDraft(anna, { since: 0 })).rows.find((row) => row.tenantId === tenantId(1));
    const noting = organization.services.decideDraft(ben, { since: 0, decisions: [{ kind: 'note', tenantId: tenantId(1), baseVersion: 0, text: 'Ask Cleo', seenText: '' }] });
    const [one, other, { conflicts }] = await Promise.all([dismiss('Nordwind AG'), dismiss('Nordwind AG', { caller: ben }), noting]);
    expect([one, other]).to.deep.equal([done, done]);
    expect((await seen()).fine).to.have.lengthOf(1);
    expect(typeof (await rowOne())?.note?.text === 'string', 'the note is there, or its writer was told').to.equal(conflicts.length === 0);
    const choice = { kind: 'choose', tenantId: tenantId(1), baseVersion: (await rowOne())?.version ?? 0, psaConnectionId: psaOne, companyId: companyId(2), isIncluded: true, savesSeen: 1 } as const;
    expect((await organization.services.decideDraft(ben, { since: 0, decisions: [choice] })).conflicts).to.deep.equal([]);
    expect((await seen()).fine).to.have.lengthOf(1);
  });
});
