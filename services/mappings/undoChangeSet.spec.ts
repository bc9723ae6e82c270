import { expect } from 'chai';
import type { OrgId } from '../domain/ids.js';
import { aCaller, aCompany, aRow, aTenant, everyLink, openTestOrganization, summaryOf, type TestOrganization } from '../../test/support/testOrganization.js';
import { rejection } from '../../test/support/rejection.js';
import type { SaveRow } from './saveRow.js';

describe('undoChangeSet', () => {
  let organization: TestOrganization;
  let keys = 0;
  const save = async (rows: readonly SaveRow[]) => summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: `key-${(keys += 1)}`, rows }));
  const links = async () => (await organization.services.listMappings(aCaller(), everyLink)).mappings.map((row) => `${row.tenantName} -> ${row.companyName} (${row.version})`).sort();

  beforeEach(async () => {
    organization = await openTestOrganization([1, 2, 3].map((n) => aTenant(n)), [1, 2, 3].map((n) => aCompany(n)));
  });
  afterEach(() => organization.close());

  it('puts every row back as it was, once', async () => {
    await save([aRow(1, 1)]);
    const second = await save([aRow(1, 2, { baseVersion: 1 }), aRow(3, 3)]);
    expect(await organization.services.undoChangeSet(aCaller(), second.changeSetId)).to.include({ kind: 'undone', isRepeat: false });
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (3)']);
    expect(await organization.services.undoChangeSet(aCaller(), second.changeSetId)).to.include({ kind: 'undone', isRepeat: true });
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (3)']);
  });

  it('is refused with the rows that a later save touched', async () => {
    const first = await save([aRow(1, 1), aRow(2, 2)]);
    await save([aRow(2, 3, { baseVersion: 1 })]);
    const result = await organization.services.undoChangeSet(aCaller(), first.changeSetId);
    expect(result.kind === 'conflict' && result.conflicts.map((row) => row.tenantName)).to.deep.equal(['Customer 2']);
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 1 (1)', 'Customer 2 -> Customer 3 (2)']);
  });

  it('does not know a save of another organization', async () => {
    const first = await save([aRow(1, 1)]);
    const stranger = aCaller({ orgId: '0f000000-0000-4000-8000-000000000002' as OrgId });
    expect((await rejection(organization.services.undoChangeSet(stranger, first.changeSetId))).code).to.equal('not-found');
  });
});
