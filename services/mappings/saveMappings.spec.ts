import { expect } from 'chai';
import type { UserId } from '../domain/ids.js';
import { AppError } from '../runtime/errors.js';
import { aCaller, aCompany, accountTwo, aRow, aTenant, companyId, everyLink, openTestOrganization, psaTwo, summaryOf, type TestOrganization } from '../../test/support/testOrganization.js';
import type { SaveRow } from './saveRow.js';

describe('saveMappings', () => {
  let organization: TestOrganization;
  let keys = 0;
  const save = (rows: readonly SaveRow[], idempotencyKey = `key-${(keys += 1)}`, caller = aCaller()) => organization.services.saveMappings(caller, { idempotencyKey, rows });
  const links = async () => (await organization.services.listMappings(aCaller(), everyLink)).mappings.map((row) => `${row.tenantName} -> ${row.companyName} (${row.version})`).sort();

  beforeEach(async () => {
    const tenants = [1, 2, 3, 4, 5].map((n) => aTenant(n));
    const companies = [1, 2, 3, 4, 5].map((n) => aCompany(n, { website: `https://www.customer${n}.example` }));
    organization = await openTestOrganization(tenants, [...companies, aCompany(90, { psaConnectionId: psaTwo, name: 'Ninety AB' })]);
  });
  afterEach(() => organization.close());

  it('saves all rows and says how many were added', async () => {
    const result = await save([aRow(1, 1), aRow(2, 2)]);
    expect(summaryOf(result)).to.include({ added: 2, changed: 0, removed: 0, skipped: 0 });
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (1)', 'Customer 2 -> Customer 2 (1)']);
  });

  it('records the evidence, who decided and when', async () => {
    await save([aRow(1, 1, { origin: 'auto' })]);
    const [link] = (await organization.services.listMappings(aCaller(), everyLink)).mappings;
    expect(link).to.include({ origin: 'auto' });
    expect(link?.decidedAt).to.match(/^2026-03-01T08:00:[0-5]\d\.000Z$/);
    expect(link?.decidedBy.name).to.equal('Demo Admin');
    expect(link?.evidence).to.not.be.empty;
  });

  it('reports rows that already are as wished as skipped, and changes nothing about them', async () => {
    await save([aRow(1, 1)]);
    expect(await save([aRow(1, 1, { baseVersion: 1 })])).to.deep.equal({ kind: 'unchanged', skipped: 1 });
    expect(summaryOf(await save([aRow(1, 1, { baseVersion: 1 }), aRow(2, 2)]))).to.include({ added: 1, skipped: 1 });
  });

  it('replaces the company of a tenant with "link" and adds one with "link-also"', async () => {
    await save([aRow(1, 1)]);
    expect(summaryOf(await save([aRow(1, 2, { baseVersion: 1 })]))).to.include({ changed: 1 });
    expect(summaryOf(await save([aRow(1, 3, { baseVersion: 2, action: 'link-also' })]))).to.include({ added: 1 });
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 2 (3)', 'Customer 1 -> Customer 3 (3)']);
  });

  it('removes a link, also one whose tenant and company are no longer listed', async () => {
    await save([aRow(1, 1)]);
    organization.lists.tenants = () => ({ kind: 'complete', items: [] });
    organization.lists.companies = () => ({ kind: 'complete', items: [] });
    await organization.services.syncSources(aCaller());
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (1)']);
    expect(summaryOf(await save([aRow(1, 1, { action: 'unlink', baseVersion: 1 })]))).to.include({ removed: 1 });
    expect(await links()).to.deep.equal([]);
  });

  it('saves nothing when one row is stale, and lists that row with both values', async () => {
    await save([aRow(1, 1)], 'first-key', aCaller({ person: { userId: 'bb000000-0000-4000-8000-000000000002' as UserId, name: 'Demo Mapper' } }));
    const result = await save([aRow(1, 2), aRow(3, 3)]);
    expect(result.kind).to.equal('conflict');
    if (result.kind !== 'conflict') return;
    expect(result.conflicts).to.have.length(1);
    expect(result.conflicts[0]).to.deep.include({ tenantName: 'Customer 1', wished: ['Customer 2'] });
    expect(result.conflicts[0]?.current).to.deep.include({ companies: ['Customer 1'], version: 1 });
    expect(result.conflicts[0]?.sentence).to.equal('Demo Mapper linked Customer 1 to Customer 1 meanwhile.');
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (1)']);
  });

  const refusals: { readonly name: string; readonly rows: SaveRow[]; readonly code: string; readonly says: RegExp }[] = [
    { name: 'a company of the other PSA', rows: [aRow(1, 90)], code: 'unknown-company', says: /PSA psa-one has no company with the id 90/ },
    { name: 'an unknown tenant', rows: [aRow(99, 1)], code: 'unknown-tenant', says: /No connected Partner Center account lists the tenant/ },
    { name: 'an unknown PSA', rows: [aRow(1, 1, { psaConnectionId: 'gone' as never })], code: 'unknown-psa', says: /no PSA connection "gone"/ },
    { name: 'a tenant of another partner account', rows: [aRow(1, 1, { partnerAccountId: accountTwo })], code: 'tenant-not-in-account', says: /does not list Customer 1/ },
    { name: 'one tenant twice in one PSA', rows: [aRow(1, 1), aRow(1, 2)], code: 'twice-in-request', says: /more than once/ },
    { name: 'one tenant in two PSAs', rows: [aRow(1, 1), aRow(1, 90, { psaConnectionId: psaTwo })], code: 'twice-in-request', says: /for more than one PSA/ },
  ];
  for (const { name, rows, code, says } of refusals) {
    it(`refuses ${name} with a sentence and saves none of the other rows`, async () => {
      const result = await save([...rows, aRow(5, 5)]);
      expect(result.kind).to.equal('refused');
      if (result.kind !== 'refused') return;
      expect(result.problems[0]).to.include({ code });
      expect(result.problems[0]?.sentence).to.match(says);
      expect(await links()).to.deep.equal([]);
    });
  }

  it('links a tenant in a second PSA only when that was asked for', async () => {
    await save([aRow(1, 1)]);
    const second = { psaConnectionId: psaTwo, companyId: companyId(90) };
    const refused = await save([aRow(1, 90, second)]);
    expect(refused.kind === 'refused' && refused.problems[0]?.code).to.equal('linked-elsewhere');
    expect(summaryOf(await save([aRow(1, 90, { ...second, action: 'link-also' })]))).to.include({ added: 1 });
  });

  it('answers a repeated key as it did before, and refuses the key for other rows', async () => {
    const first = await save([aRow(1, 1)], 'same-key');
    const again = await save([aRow(1, 1)], 'same-key');
    expect(summaryOf(again)).to.deep.equal(summaryOf(first));
    expect(again).to.include({ isRepeat: true });
    const error = await save([aRow(2, 2)], 'same-key').catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(AppError).with.property('code', 'key-reused');
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (1)']);
  });

  it('has one effect when the same save is sent ten times at once', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => save([aRow(1, 1), aRow(2, 2)], 'many-times')));
    expect(new Set(results.map((result) => summaryOf(result).changeSetId)).size).to.equal(1);
    expect(await links()).to.have.length(2);
  });

  it('shows an organization nothing of another', async () => {
    await save([aRow(1, 1)]);
    const stranger = aCaller({ orgId: '0f000000-0000-4000-8000-000000000002' as never });
    expect((await organization.services.listMappings(stranger, everyLink)).all).to.equal(0);
    expect(await organization.services.listTenants(stranger)).to.deep.equal([]);
  });

  it('keeps links over a restart', async () => {
    await save([aRow(1, 1)]);
    await organization.reopen();
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (1)']);
  });

  it('reports progress up to the last row', async () => {
    const seen: string[] = [];
    await organization.services.saveMappings(aCaller(), { idempotencyKey: 'with-progress', rows: [aRow(1, 1), aRow(2, 2)] }, { onProgress: (phase, done, total) => seen.push(`${phase} ${done}/${total}`) });
    expect(seen).to.include('checking 2/2').and.include('saving 2/2');
  });
});
