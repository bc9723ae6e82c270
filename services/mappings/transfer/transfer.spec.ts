import { expect } from 'chai';
import { rejection } from '../../../test/support/rejection.js';
import { aCaller, aCompany, accountOne, aRow, aTenant, companyId, openTestOrganization, psaOne, psaTwo, tenantId, type TestOrganization } from '../../../test/support/testOrganization.js';
import type { OrgId } from '../../domain/ids.js';
import type { ImportLine } from './importLine.js';
import { maxChanges } from './planImport.js';

const row = (line: number, tenant: number | string, company: number | '', psa = psaOne as string): ImportLine => ({ kind: 'row', line, tenantId: typeof tenant === 'number' ? tenantId(tenant) : tenant, psa, companyId: String(company) });
async function* from(lines: readonly ImportLine[]): AsyncGenerator<ImportLine> {
  yield* await Promise.resolve(lines);
}

describe('export and import', () => {
  let organization: TestOrganization;
  let keys = 0;
  beforeEach(async () => {
    organization = await openTestOrganization([1, 2, 3, 4].map((n) => aTenant(n)), [...[1, 2, 3].map((n) => aCompany(n, { website: `https://customer${n}.example` })), aCompany(7, { psaConnectionId: psaTwo, name: 'Elsewhere' })]);
    await organization.services.saveMappings(aCaller(), { idempotencyKey: 'first', rows: [aRow(1, 1), aRow(2, 2)] });
  });
  afterEach(() => organization.close());

  const preview = (...lines: ImportLine[]) => organization.services.previewImport(aCaller(), from(lines));
  const importIt = (fingerprint: string, lines: readonly ImportLine[], idempotencyKey = `import-${(keys += 1)}`) => organization.services.importMappings(aCaller(), from(lines), { fingerprint, idempotencyKey, reason: 'from the old system' });
  const exported = async () => [...(await organization.services.exportMappings(aCaller()))];
  const links = async () => (await exported()).map(({ tenantName, companyName, psaConnectionId, how }) => `${tenantName} ${companyName || '-'} ${psaConnectionId} ${how}`.trim());

  it('exports every tenant, linked or not, with score and reason', async () => {
    await organization.services.decideDraft(aCaller(), { since: 0, decisions: [{ kind: 'ignore', tenantId: tenantId(3), baseVersion: 0, reason: 'Ours', until: null }] });
    const rows = await exported();
    expect(rows.map(({ tenantName, state, companyId: company, reason }) => [tenantName, state, company, reason === 'Ours'])).to.deep.equal([
      ['Customer 1', 'linked', '1', false],
      ['Customer 2', 'linked', '2', false],
      ['Customer 3', 'ignored', '', true],
      ['Customer 4', 'not-linked', '', false],
    ]);
    expect(rows[0]?.score).to.be.within(0, 1);
    expect(rows[0]?.evidence[0]).to.have.property('kind');
    expect(rows[0]).to.include({ accounts: 'Account account-one', psaName: 'PSA psa-one', how: 'manual', decidedBy: 'Demo Admin' });
  });

  it('shows first what would be added, changed, removed, stay, and be refused, and saves nothing of it', async () => {
    const before = await links();
    const found = await preview(row(2, 1, 3), row(3, 2, ''), row(4, 3, 2), row(5, 3, 7, 'PSA psa-two'), row(6, 4, ''), row(7, 'contoso', 1));
    expect(found.counts).to.deep.equal({ added: 2, changed: 1, removed: 1, unchanged: 1, refused: 1 });
    expect(found.rows.map((each) => [each.line, each.tenantName, each.psaName, each.before.map((link) => link.companyName).join(), each.after.map((link) => link.companyName).join()])).to.deep.equal([
      [2, 'Customer 1', 'PSA psa-one', 'Customer 1', 'Customer 3'],
      [3, 'Customer 2', 'PSA psa-one', 'Customer 2', ''],
      [4, 'Customer 3', 'PSA psa-one', '', 'Customer 2'],
      [5, 'Customer 3', 'PSA psa-two', '', 'Elsewhere'],
    ]);
    expect(found.refused).to.deep.equal([{ line: 7, sentence: '"contoso" is not a tenant id such as 11111111-2222-3333-4444-555555555555.', facts: [{ code: 'import-id-odd', text: 'contoso' }] }]);
    expect(await links()).to.deep.equal(before);
  });

  it('imports exactly what was shown, as one save that can be undone', async () => {
    const lines = [row(2, 1, 3), row(3, 2, ''), row(4, 3, 2)];
    const { fingerprint } = await preview(...lines);
    const result = await importIt(fingerprint, lines, 'import-key');
    if (result.kind !== 'saved') throw new Error(result.kind);
    expect(result.summary).to.include({ added: 1, changed: 1, removed: 1 });
    expect(await links()).to.deep.equal(['Customer 1 Customer 3 psa-one import', 'Customer 2 -', 'Customer 3 Customer 2 psa-one import', 'Customer 4 -']);
    expect((await organization.services.listHistory(aCaller(), { limit: 1 })).entries[0]).to.include({ via: 'import', reason: 'from the old system' });
    expect(await importIt(fingerprint, lines, 'import-key')).to.deep.include({ kind: 'saved', isRepeat: true });
    expect((await organization.services.undoChangeSet(aCaller(), result.summary.changeSetId)).kind).to.equal('undone');
    expect(await links()).to.deep.equal(['Customer 1 Customer 1 psa-one manual', 'Customer 2 Customer 2 psa-one manual', 'Customer 3 -', 'Customer 4 -']);
  });

  it('imports nothing when a link or the file changed since the preview', async () => {
    const lines = [row(2, 3, 3)];
    const { fingerprint } = await preview(...lines);
    expect((await importIt(fingerprint, [row(2, 3, 2)])).kind).to.equal('outdated');
    await organization.services.saveMappings(aCaller(), { idempotencyKey: 'meanwhile', rows: [aRow(3, 1)] });
    expect((await importIt(fingerprint, lines)).kind).to.equal('outdated');
    expect(await links()).to.include('Customer 3 Customer 1 psa-one manual');
    expect((await rejection(importIt('0'.repeat(64), lines, 'first'))).code).to.equal('key-reused');
  });

  it('leaves a tenant as it is whose lines are not all good, and takes the others', async () => {
    const lines: ImportLine[] = [row(2, 1, 2), row(3, 1, 99), row(4, 2, 1), row(5, 2, 1), row(6, 3, ''), row(7, 3, 1), row(8, 9, 1), row(9, 4, 1, 'nowhere'), { kind: 'broken', line: 10, tenantId: tenantId(4), why: { sentence: 'Torn.' } }];
    const { counts, refused } = await preview(...lines);
    expect(counts).to.deep.equal({ added: 0, changed: 0, removed: 0, unchanged: 0, refused: 6 });
    expect(refused.map(({ line, sentence }) => `${line} ${sentence}`)).to.deep.equal([
      '3 PSA psa-one has no company with the id 99.',
      '5 Line 4 says the same. Keep one of them.',
      `6 This line gives the tenant ${tenantId(3)} no company, but another line gives it one. Keep one of them.`,
      `8 No connected Partner Center account lists the tenant ${tenantId(9)}.`,
      '9 There is no PSA connection "nowhere".',
      '10 Torn.',
    ]);
    expect(refused.map(({ facts }) => facts)).to.deep.equal([
      [{ code: 'import-company-unknown', psa: 'PSA psa-one', company: '99' }],
      [{ code: 'import-said-before', line: 4 }],
      [{ code: 'import-none-and-some', tenantId: tenantId(3) }],
      [{ code: 'tenant-unlisted', tenantId: tenantId(9) }],
      [{ code: 'psa-unknown', psa: 'nowhere' }],
      undefined,
    ]);
    const { fingerprint } = await preview(...lines, row(11, 1, 1), row(12, tenantId(3).toUpperCase(), ''));
    expect((await importIt(fingerprint, lines)).kind).to.equal('unchanged');
  });

  it('asks which PSA is meant where there are several', async () => {
    const { refused } = await preview(row(2, 3, 1, ''));
    expect(refused).to.deep.equal([{ line: 2, sentence: 'The line does not tell which PSA the company 1 is of: "psa-one" or "psa-two". Give it in the column psa_connection_id.', facts: [{ code: 'import-psa-unclear', company: '1', psas: ['psa-one', 'psa-two'] }] }]);
  });

  it('keeps links to what the sources no longer list, and links nothing to it anew', async () => {
    organization.lists.tenants = (account) => ({ kind: 'complete', items: account === accountOne ? [aTenant(2)] : [] });
    organization.lists.companies = () => ({ kind: 'complete', items: [] });
    await organization.services.syncSources(aCaller());
    expect((await preview(row(2, 1, 1), row(3, 2, 2))).counts).to.deep.equal({ added: 0, changed: 0, removed: 0, unchanged: 2, refused: 0 });
    expect((await preview(row(2, 1, 3), row(3, 2, 3))).refused).to.have.lengthOf(2);
  });

  it('says how many tenants one import may change', async () => {
    const many = Array.from({ length: maxChanges + 1 }, (_, n) => n + 100);
    organization.lists.tenants = (account) => ({ kind: 'complete', items: account === accountOne ? many.map((n) => aTenant(n)) : [] });
    await organization.services.syncSources(aCaller());
    const error = await rejection(preview(...many.map((n) => row(n, n, 1))));
    expect([error.code, error.sentence]).to.deep.equal(['too-large', 'This file changes 10001 tenants. One import changes at most 10000, because it is saved as a whole or not at all. Please split the file.']);
    expect(error.facts).to.deep.equal([{ code: 'import-too-many-changes', count: 10_001, most: 10_000 }]);
  }).timeout(30_000);

  it('clears the choices that it settles, and knows no other organization', async () => {
    await organization.services.decideDraft(aCaller(), { since: 0, decisions: [{ kind: 'choose', tenantId: tenantId(3), baseVersion: 0, psaConnectionId: psaOne, companyId: companyId(2), isIncluded: true, savesSeen: 0 }] });
    const lines = [row(2, 3, 2)];
    await importIt((await preview(...lines)).fingerprint, lines);
    expect((await organization.services.listDraft(aCaller(), { since: 0 })).rows[0]?.choice).to.equal(null);
    const stranger = aCaller({ orgId: '0f000000-0000-4000-8000-000000000002' as OrgId });
    expect((await organization.services.previewImport(stranger, from([row(2, 1, 1)]))).refused).to.have.lengthOf(1);
    expect([...(await organization.services.exportMappings(stranger))]).to.deep.equal([]);
  });
});
