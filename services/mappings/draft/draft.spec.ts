import { expect } from 'chai';
import { aCaller, aCompany, accountOne, aRow, aTenant, companyId, openTestOrganization, psaOne, summaryOf, tenantId, type TestOrganization } from '../../../test/support/testOrganization.js';
import type { DraftDecision } from '../../domain/draft.js';
import type { OrgId, UserId } from '../../domain/ids.js';

const anna = aCaller();
const ben = aCaller({ person: { userId: 'bb000000-0000-4000-8000-000000000002' as UserId, name: 'Ben' } });

const choose = (tenant: number, company: number, baseVersion = 0, given: { isIncluded?: boolean; savesSeen?: number } = {}): DraftDecision => ({ kind: 'choose', tenantId: tenantId(tenant), baseVersion, psaConnectionId: psaOne, companyId: companyId(company), isIncluded: true, savesSeen: 0, ...given });
const pair = (kind: 'reject' | 'allow', tenant: number, company: number, baseVersion = 0): DraftDecision => ({ kind, tenantId: tenantId(tenant), baseVersion, psaConnectionId: psaOne, companyId: companyId(company) });
const ignore = (tenant: number, baseVersion = 0, until: string | null = null): DraftDecision => ({ kind: 'ignore', tenantId: tenantId(tenant), baseVersion, reason: 'Not ours', until });

describe('the draft', () => {
  let organization: TestOrganization;
  beforeEach(async () => {
    organization = await openTestOrganization([1, 2, 3].map((n) => aTenant(n)), [1, 2, 3].map((n) => aCompany(n)));
  });
  afterEach(() => organization.close());

  const decide = (caller: typeof anna, ...decisions: DraftDecision[]) => organization.services.decideDraft(caller, { since: 0, decisions });
  const list = (since = 0) => organization.services.listDraft(anna, { since });
  const choices = async () => (await list()).rows.map(({ tenantId: id, choice }) => `${Number(id.slice(0, 8))} ${choice ? `${choice.company.name}${choice.isIncluded ? '' : ' (left out)'} by ${choice.decidedBy.name}` : '-'}`).sort();
  const suggested = async () => {
    const found: string[] = [];
    const counts = await organization.services.suggestMappings(anna, {}, { onSuggestions: (batch) => found.push(...batch.map(({ tenantId: id, kind, candidates }) => `${Number(id.slice(0, 8))} ${kind} ${candidates.map(({ company }) => company.companyId).join()}`)) });
    return { found: found.sort(), counts };
  };

  it('is shared, and lives through a restart', async () => {
    await decide(anna, choose(1, 2), choose(2, 3, 0, { isIncluded: false }));
    await decide(ben, choose(3, 1));
    const before = ['1 Customer 2 by Demo Admin', '2 Customer 3 (left out) by Demo Admin', '3 Customer 1 by Ben'];
    expect(await choices()).to.deep.equal(before);
    await organization.reopen();
    expect(await choices()).to.deep.equal(before);
  });

  it('tells what is new since a version, and who else is there', async () => {
    const first = await decide(anna, choose(1, 2));
    expect(first.people).to.deep.equal([]);
    expect((await list(first.version)).rows).to.deep.equal([]);
    await decide(ben, choose(2, 3));
    const news = await list(first.version);
    expect(news.rows.map((row) => row.tenantId)).to.deep.equal([tenantId(2)]);
    expect(news.people).to.deep.equal([ben.person]);
    expect((await list(news.version + 1000)).rows).to.have.lengthOf(2);
  });

  it('never overwrites: the second decider gets the conflict with both values, and what is left is taken', async () => {
    await decide(ben, choose(1, 2));
    const { conflicts, rows } = await decide(anna, choose(1, 3), choose(2, 1));
    expect(conflicts).to.have.lengthOf(1);
    expect(conflicts[0]).to.deep.include({ tenantName: 'Customer 1', wished: 'Customer 3', current: 'Customer 2', decidedBy: ben.person, sentence: 'Ben decided Customer 1 meanwhile.' });
    expect(rows).to.have.lengthOf(2);
    expect(await choices()).to.deep.equal(['1 Customer 2 by Ben', '2 Customer 1 by Demo Admin']);
    const version = rows.find((row) => row.tenantId === tenantId(1))?.version ?? 0;
    expect((await decide(anna, choose(1, 3, version))).conflicts).to.deep.equal([]);
    expect(await choices()).to.include('1 Customer 3 by Demo Admin');
  });

  it('of two who decide at once exactly one is told of the other', async () => {
    const answers = await Promise.all([decide(anna, choose(1, 2)), decide(ben, choose(1, 3))]);
    expect(answers.map(({ conflicts }) => conflicts.length).sort()).to.deep.equal([0, 1]);
  });

  it('takes a decision that is sent twice once, whatever its version', async () => {
    await decide(anna, choose(1, 2));
    const { version } = await list();
    expect(await decide(anna, choose(1, 2))).to.deep.include({ conflicts: [], refused: [], version });
  });

  it('merges pairs that several people reject, but not one that was chosen meanwhile', async () => {
    await decide(anna, pair('reject', 1, 1));
    expect((await decide(ben, pair('reject', 1, 2))).conflicts).to.deep.equal([]);
    expect((await list()).rows[0]?.rejected.map((each) => each.companyName)).to.deep.equal(['Customer 1', 'Customer 2']);
    await decide(anna, choose(2, 2));
    expect((await decide(ben, pair('reject', 2, 2))).conflicts).to.have.lengthOf(1);
    expect((await decide(ben, pair('allow', 1, 1), pair('allow', 1, 2))).conflicts).to.deep.equal([]);
    expect((await list()).rows.find((row) => row.tenantId === tenantId(1))?.rejected).to.deep.equal([]);
  });

  it('refuses what no list has, with sentences, and takes the others', async () => {
    const { refused } = await decide(anna, choose(9, 1), choose(1, 99), choose(2, 2), ignore(8));
    expect(refused.map(({ sentence }) => sentence)).to.deep.equal([
      `No connected Partner Center account lists the tenant ${tenantId(9)}.`,
      'PSA psa-one has no company with the id 99. Please choose the company again.',
      `No connected Partner Center account lists the tenant ${tenantId(8)}.`,
    ]);
    expect(await choices()).to.deep.equal(['2 Customer 2 by Demo Admin']);
  });

  /** Names that auto-map can tell apart. */
  async function giveNames() {
    const names = ['Quillstone Surveyors', 'Gatehouse Pharmacy', 'Harbour Bakery'];
    organization.lists.tenants = (account) => ({ kind: 'complete', items: account === accountOne ? names.map((name, index) => aTenant(index + 1, { name })) : [] });
    organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? names.map((name, index) => aCompany(index + 1, { name })) : [] });
    await organization.services.syncSources(anna);
  }

  it('never offers a rejected pair again, until it is allowed', async () => {
    await giveNames();
    expect((await suggested()).found).to.include('1 matched 1');
    await decide(anna, pair('reject', 1, 1));
    const after = (await suggested()).found.find((line) => line.startsWith('1 ')) ?? '';
    expect(after).to.not.match(/\b1$|,1\b| 1,/);
    expect(after).to.not.include('matched 1');
    await decide(anna, pair('allow', 1, 1, (await list()).version));
    expect((await suggested()).found).to.include('1 matched 1');
  });

  it('counts ignored tenants apart, until their day or until somebody takes it back', async () => {
    await giveNames();
    const before = await organization.services.getStatus(anna);
    expect(before.waiting).to.include({ matched: 3, ignored: 0 });
    await decide(anna, ignore(1), ignore(2, 0, '2026-03-02'), ignore(3, 0, '2026-03-01'));
    const { found, counts } = await suggested();
    expect(found).to.deep.equal(['1 ignored ', '2 ignored ', '3 matched 3']);
    expect(counts).to.include({ matched: 1, ignored: 2 });
    expect((await organization.services.getStatus(anna)).waiting).to.include({ matched: 1, ignored: 2 });
    const { rows, version } = await list();
    expect(rows.map(({ ignored }) => ignored?.until)).to.have.members([null, '2026-03-02', undefined]);
    await decide(anna, { kind: 'stop-ignoring', tenantId: tenantId(1), baseVersion: version });
    expect((await suggested()).counts).to.include({ matched: 2, ignored: 1 });
  });

  it('a save takes the choices that it settles, and keeps what is ignored, rejected or of other rows', async () => {
    await decide(anna, choose(1, 2), choose(2, 3), ignore(3), pair('reject', 1, 3));
    await organization.services.saveMappings(anna, { idempotencyKey: 'key-1', rows: [aRow(1, 2)] });
    const { rows } = await list();
    const one = rows.find((row) => row.tenantId === tenantId(1));
    expect(one?.choice).to.equal(null);
    expect(one?.rejected.map((each) => each.companyName)).to.deep.equal(['Customer 3']);
    expect(rows.find((row) => row.tenantId === tenantId(3))?.ignored).to.include({ reason: 'Not ours' });
    expect(await choices()).to.deep.equal(['1 -', '2 Customer 3 by Demo Admin', '3 -']);
  });

  it('counts no choice that a save has settled, even when a crash came before it was cleared', async () => {
    summaryOf(await organization.services.saveMappings(anna, { idempotencyKey: 'key-1', rows: [aRow(1, 2), aRow(2, 1)] }));
    // As a crash leaves it: the links are saved, the choices are still there.
    await decide(anna, choose(1, 2, 0, { savesSeen: 0 }), choose(2, 3, 0, { savesSeen: 0 }), choose(3, 3));
    expect(await choices()).to.deep.equal(['1 -', '2 -', '3 Customer 3 by Demo Admin']);
    // A person who saw the save and wants a second company does count.
    await decide(anna, choose(2, 3, (await list()).version, { savesSeen: 1 }));
    expect(await choices()).to.include('2 Customer 3 by Demo Admin');
  });

  it('clears the choice when the save comes again after a crash', async () => {
    const request = { idempotencyKey: 'key-1', rows: [aRow(1, 2)] };
    await organization.services.saveMappings(anna, request);
    await decide(anna, choose(1, 2));
    const { version } = await list();
    await organization.services.saveMappings(anna, request);
    expect((await list()).version).to.be.greaterThan(version);
  });

  it('shows a chosen company that the PSA no longer lists by its name of then', async () => {
    await decide(anna, choose(1, 2));
    organization.lists.companies = () => ({ kind: 'complete', items: [] });
    await organization.services.syncSources(anna);
    expect(await choices()).to.deep.equal(['1 Customer 2 by Demo Admin']);
    expect((await decide(anna, { kind: 'withdraw', tenantId: tenantId(1), baseVersion: (await list()).version })).refused).to.deep.equal([]);
    expect(await choices()).to.deep.equal(['1 -']);
  });

  it('keeps a note for everybody, through a save and a restart, and merges it with what others decide', async () => {
    const note = (text: string, seenText = '', baseVersion = 0): DraftDecision => ({ kind: 'note', tenantId: tenantId(1), baseVersion, text, seenText });
    const noteOf = async () => (await list()).rows.find((row) => row.tenantId === tenantId(1))?.note;
    await decide(ben, choose(1, 2));
    expect((await decide(anna, note('Ask Cleo first'))).conflicts).to.deep.equal([]);
    expect(await noteOf()).to.deep.include({ text: 'Ask Cleo first', decidedBy: anna.person });
    expect(await choices()).to.deep.equal(['1 Customer 2 by Ben']);
    summaryOf(await organization.services.saveMappings(anna, { idempotencyKey: 'key-1', rows: [aRow(1, 2)] }));
    await organization.reopen();
    expect(await noteOf()).to.include({ text: 'Ask Cleo first' });
    const { conflicts } = await decide(ben, note('Mine', 'Something else'));
    expect(conflicts[0]).to.deep.include({ wished: 'Note: Mine', current: 'Note: Ask Cleo first', decidedBy: anna.person });
    await decide(ben, note('', 'Ask Cleo first'));
    expect(await noteOf()).to.equal(null);
  });

  it('keeps organizations apart', async () => {
    await decide(anna, choose(1, 2));
    const stranger = aCaller({ orgId: '0f000000-0000-4000-8000-000000000002' as OrgId });
    expect(await organization.services.listDraft(stranger, { since: 0 })).to.deep.equal({ version: 0, savedVersion: 0, rows: [], people: [] });
    expect((await organization.services.decideDraft(stranger, { since: 0, decisions: [choose(1, 2)] })).refused).to.have.lengthOf(1);
  });
});
