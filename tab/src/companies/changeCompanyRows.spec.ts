import { expect } from 'chai';
import { mappingView, saveRequest } from '../../../contracts/mappings.js';
import { changeCompanyRows } from './changeCompanyRows.js';

const person = { userId: '00000000-0000-4000-8000-000000000009', name: 'Demo Mapper' };
const mapping = mappingView.parse({
  tenantId: '00000000-0000-4000-8000-000000000001',
  tenantName: 'Tenant 1',
  domain: 'domain1.example',
  partnerAccountNames: ['Direct'],
  psaConnectionId: 'cw',
  psaName: 'ConnectWise',
  companyId: '7',
  companyName: 'Company 7',
  origin: 'auto',
  score: 0.9,
  evidence: [{ kind: 'same-name' }],
  decidedBy: person,
  decidedAt: '2026-01-02T03:04:05.000Z',
  version: 3,
});
const chosen = (psaConnectionId: string, companyId: string) => ({ ...mapping, psaConnectionId, companyId }) as typeof mapping;

describe('changeCompanyRows', () => {
  it('replaces the only company', () => {
    const rows = changeCompanyRows(mapping, chosen('cw', '8'), true);
    expect(rows.map(({ action, companyId, baseVersion, origin }) => [action, companyId, baseVersion, origin])).to.deep.equal([['link', '8', 3, 'manual']]);
  });

  it('replaces one of several: the old one leaves and the other comes, both as seen at one version', () => {
    const rows = changeCompanyRows(mapping, chosen('cw', '8'), false);
    expect(rows.map(({ action, companyId, baseVersion, origin }) => [action, companyId, baseVersion, origin])).to.deep.equal([
      ['unlink', '7', 3, 'manual'],
      ['link-also', '8', 3, 'manual'],
    ]);
    expect(saveRequest.safeParse({ idempotencyKey: 'a-new-key', rows }).success).to.equal(true);
  });

  it('has nothing to do for the same company, and never crosses into another PSA', () => {
    expect(changeCompanyRows(mapping, chosen('cw', '7'), true)).to.deep.equal([]);
    expect(changeCompanyRows(mapping, chosen('halo', '8'), false)).to.deep.equal([]);
  });
});
