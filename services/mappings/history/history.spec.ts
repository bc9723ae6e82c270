import { expect } from 'chai';
import { rejection } from '../../../test/support/rejection.js';
import { aCaller, aCompany, aRow, aTenant, everyLink, openTestOrganization, psaOne, summaryOf, tenantId, type TestOrganization } from '../../../test/support/testOrganization.js';
import type { ChangeSetId, OrgId, UserId } from '../../domain/ids.js';
import type { UndoRequest } from '../undoChangeSet.js';
import type { SaveRow } from '../saveRow.js';
import type { LinkView } from './presentRows.js';

const ben = aCaller({ person: { userId: 'bb000000-0000-4000-8000-000000000002' as UserId, name: 'Ben' }, via: 'chat' });

describe('history', () => {
  let organization: TestOrganization;
  let keys = 0;
  beforeEach(async () => {
    organization = await openTestOrganization([1, 2, 3].map((n) => aTenant(n)), [1, 2, 3].map((n) => aCompany(n)));
  });
  afterEach(() => organization.close());

  const save = async (rows: readonly SaveRow[], caller = aCaller(), reason?: string) => summaryOf(await organization.services.saveMappings(caller, { idempotencyKey: `key-${(keys += 1)}`, rows, reason })).changeSetId;
  const undo = (id: ChangeSetId, request: UndoRequest = {}) => organization.services.undoChangeSet(aCaller(), id, request);
  const list = (limit = 20, beforeVersion?: number) => organization.services.listHistory(aCaller(), { limit, beforeVersion });
  const preview = (orgVersion: number) => organization.services.previewRestore(aCaller(), orgVersion, { offset: 0, limit: 100 });
  const restore = (orgVersion: number, seenVersion: number, idempotencyKey = `restore-${(keys += 1)}`) => organization.services.restoreState(aCaller(), { orgVersion, seenVersion, idempotencyKey, reason: 'wrong list' });
  const links = async () => (await organization.services.listMappings(aCaller(), everyLink)).mappings.map((row) => `${row.tenantName} -> ${row.companyName}`).sort();
  const exactLinks = async () => (await organization.services.listMappings(aCaller(), everyLink)).mappings.map(({ version, ...rest }) => (expect(version).to.be.above(0), rest));
  const names = (some: readonly LinkView[]) => some.map((link) => link.companyName).join('+') || '-';

  it('lists saves newest first, with who, from where, why and how many rows', async () => {
    await save([aRow(1, 1), aRow(2, 2)], aCaller(), 'first try');
    const second = await save([aRow(1, 3, { baseVersion: 1 }), aRow(2, 2, { action: 'unlink', baseVersion: 1 }), aRow(3, 3)], ben);
    await undo(second, { reason: 'mixed up' });
    const { entries, hasMore } = await list();
    expect(entries.map(({ orgVersion, actor, via, reason, undoes, added, changed, removed }) => [orgVersion, actor.name, via, reason, undoes, added, changed, removed])).to.deep.equal([
      [3, 'Demo Admin', 'tab', 'mixed up', second, 1, 1, 1],
      [2, 'Ben', 'chat', '', null, 1, 1, 1],
      [1, 'Demo Admin', 'tab', 'first try', null, 2, 0, 0],
    ]);
    expect(hasMore).to.equal(false);
    const [page, rest] = [await list(2), await list(2, 2)];
    expect([page.hasMore, page.entries.map(({ orgVersion }) => orgVersion), rest.hasMore, rest.entries.map(({ orgVersion }) => orgVersion)]).to.deep.equal([true, [3, 2], false, [1]]);
    expect(await list(20)).to.deep.equal({ entries, hasMore });
  });

  it('opens a save with its rows, before and after, by names', async () => {
    await save([aRow(1, 1)]);
    const id = await save([aRow(1, 2, { baseVersion: 1 }), aRow(3, 3)]);
    const { rows, total } = await organization.services.getChangeSet(aCaller(), id, { offset: 0, limit: 1 });
    expect(total).to.equal(2);
    expect(rows.map(({ tenantName, before, after }) => [tenantName, names(before), names(after)])).to.deep.equal([['Customer 1', 'Customer 1', 'Customer 2']]);
    const next = await organization.services.getChangeSet(aCaller(), id, { offset: 1, limit: 1 });
    expect(next.rows.map(({ tenantName, before, after }) => [tenantName, names(before), names(after)])).to.deep.equal([['Customer 3', '-', 'Customer 3']]);
    const stranger = aCaller({ orgId: '0f000000-0000-4000-8000-000000000002' as OrgId });
    expect((await rejection(organization.services.getChangeSet(stranger, id, { offset: 0, limit: 1 }))).code).to.equal('not-found');
  });

  it('undoes an undo: what was saved is there again, exactly', async () => {
    const id = await save([aRow(1, 1), aRow(2, 2)]);
    const before = await exactLinks();
    const undone = await undo(id);
    expect(await links()).to.deep.equal([]);
    expect(undone.kind === 'undone' && (await undo(undone.summary.changeSetId)).kind).to.equal('undone');
    expect(await exactLinks()).to.deep.equal(before);
  });

  it('undoes the other rows when some were touched later, and then only those', async () => {
    const id = await save([aRow(1, 1), aRow(2, 2), aRow(3, 3)]);
    await save([aRow(2, 1, { baseVersion: 1 })], ben);
    const refused = await undo(id);
    if (refused.kind !== 'conflict') throw new Error(refused.kind);
    expect(refused.otherCount).to.equal(2);
    expect(refused.conflicts.map(({ tenantName, current }) => [tenantName, current.companies, current.decidedBy?.name])).to.deep.equal([['Customer 2', ['Customer 1'], 'Ben']]);
    const leaveOut = refused.conflicts.map(({ tenantId: left, psaConnectionId }) => ({ tenantId: left, psaConnectionId }));
    expect(await undo(id, { leaveOut })).to.deep.include({ kind: 'undone', isRepeat: false });
    expect(await undo(id, { leaveOut })).to.deep.include({ kind: 'undone', isRepeat: true });
    expect(await links()).to.deep.equal(['Customer 2 -> Customer 1']);
    const all = [1, 2, 3].map((n) => ({ tenantId: tenantId(n), psaConnectionId: psaOne }));
    expect((await rejection(undo(id, { leaveOut: all }))).code).to.equal('nothing-to-undo');
  });

  it('shows what happened to one tenant, newest first', async () => {
    await save([aRow(1, 1)]);
    await save([aRow(2, 2)]);
    await save([aRow(1, 2, { baseVersion: 1 })], ben, 'they moved');
    const timeline = await organization.services.listUnitHistory(aCaller(), { tenantId: tenantId(1), psaConnectionId: psaOne }, { limit: 10 });
    expect(timeline.entries.map(({ actor, reason, before, after }) => [actor.name, reason, names(before), names(after)])).to.deep.equal([
      ['Ben', 'they moved', 'Customer 1', 'Customer 2'],
      ['Demo Admin', '', '-', 'Customer 1'],
    ]);
    const page = await organization.services.listUnitHistory(aCaller(), { tenantId: tenantId(1), psaConnectionId: psaOne }, { limit: 1 });
    expect([page.entries.length, page.hasMore]).to.deep.equal([1, true]);
  });

  it('restores a past moment after a preview of what would change', async () => {
    await save([aRow(1, 1), aRow(2, 2)]);
    const then = await exactLinks();
    await save([aRow(1, 3, { baseVersion: 1 })], ben);
    await save([aRow(2, 2, { action: 'unlink', baseVersion: 1 }), aRow(3, 3)], ben);
    const shown = await preview(1);
    expect(shown.counts).to.deep.equal({ added: 1, changed: 1, removed: 1 });
    expect(shown.rows.map(({ tenantName, before, after }) => [tenantName, names(before), names(after)])).to.deep.equal([
      ['Customer 1', 'Customer 3', 'Customer 1'],
      ['Customer 2', '-', 'Customer 2'],
      ['Customer 3', 'Customer 3', '-'],
    ]);
    const result = await restore(1, shown.seenVersion, 'restore-key');
    expect(result.kind).to.equal('restored');
    expect(await exactLinks()).to.deep.equal(then);
    expect(await restore(1, shown.seenVersion, 'restore-key')).to.deep.include({ kind: 'restored', isRepeat: true });
    expect((await rejection(restore(0, shown.seenVersion, 'restore-key'))).code).to.equal('key-reused');
    expect((await list(1)).entries[0]).to.include({ orgVersion: 4, reason: 'wrong list' });
    expect((await preview(1)).total).to.equal(0);
    expect((await restore(1, 4)).kind).to.equal('unchanged');
  });

  it('restores nothing when somebody saved since the preview, nor a moment that never was', async () => {
    await save([aRow(1, 1)]);
    await save([aRow(2, 2)]);
    const { seenVersion } = await preview(0);
    await save([aRow(3, 3)], ben);
    expect((await restore(0, seenVersion)).kind).to.equal('outdated');
    expect(await links()).to.have.lengthOf(3);
    expect(await rejection(preview(9))).to.deep.include({ code: 'not-found', facts: [{ code: 'save-unknown', orgVersion: 9 }] });
    expect((await restore(0, (await preview(0)).seenVersion)).kind).to.equal('restored');
    expect(await links()).to.deep.equal([]);
  });

  it('can undo a restore, and verifies the whole of it', async () => {
    await save([aRow(1, 1)]);
    const id = await save([aRow(1, 2, { baseVersion: 1 })]);
    const result = await restore(1, 2);
    expect(result.kind === 'restored' && (await undo(result.summary.changeSetId)).kind).to.equal('undone');
    expect(await links()).to.deep.equal(['Customer 1 -> Customer 2']);
    expect((await undo(id)).kind).to.equal('conflict');
    expect(await organization.services.verifyHistory(aCaller())).to.include({ kind: 'intact', changeSetCount: 4 });
  });
});
