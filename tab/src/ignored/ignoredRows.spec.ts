import { expect } from 'chai';
import { draftRow } from '../../../contracts/draft.js';
import { tenantRow } from '../../../contracts/tenants.js';
import { findIgnored, ignoredRows } from './ignoredRows.js';

const idOf = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const row = (digit: number, ignored: object | null, decidedAt = '2026-03-01T10:00:00.000Z') =>
  draftRow.parse({ tenantId: idOf(digit), version: digit, choice: null, rejected: [], note: null, ignored: ignored && { reason: '', until: null, decidedBy: { userId: idOf(9), name: 'Demo Admin' }, decidedAt, ...ignored } });
const tenants = [tenantRow.parse({ tenantId: idOf(1), name: 'Contoso', domain: 'contoso.example', sources: [], units: [] })];

describe('ignoredRows', () => {
  it('leaves out what is not ignored, and what comes back today or came back before', () => {
    const rows = [row(1, {}), row(2, null), row(3, { until: '2026-03-10' }), row(4, { until: '2026-03-11' }), row(5, { until: '2026-02-01' })];
    expect(ignoredRows(rows, tenants, '2026-03-10').map(({ version }) => version)).to.have.members([1, 4]);
  });

  it('puts the newest first, and keeps a tenant that nobody lists any more', () => {
    const rows = [row(1, {}, '2026-03-01T10:00:00.000Z'), row(2, {}, '2026-03-02T10:00:00.000Z')];
    expect(ignoredRows(rows, tenants, '2026-03-10').map(({ name, isListed }) => [name, isListed])).to.deep.equal([
      [idOf(2), false],
      ['Contoso', true],
    ]);
  });

  it('finds by tenant, reason and person', () => {
    const rows = ignoredRows([row(1, { reason: 'Test tenant' }), row(2, { reason: 'Our own' })], tenants, '2026-03-10');
    expect(['contoso test', 'own', 'admin', 'nothing'].map((query) => findIgnored(rows, query).length)).to.deep.equal([1, 1, 2, 0]);
  });
});
