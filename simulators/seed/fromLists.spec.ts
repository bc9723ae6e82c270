import { expect } from 'chai';
import { mspFromLists, type CompanyRow, type TenantRow } from './fromLists.js';

const tenant = (at: number, account?: string): TenantRow => ({ tenantId: `00000000-0000-4000-8000-00000000000${at}`, companyName: `Tenant ${at}`, domain: `t${at}.example`, ...(account === undefined ? {} : { account }) });
const company = (id: number, more: Partial<CompanyRow> = {}): CompanyRow => ({ id, name: `Company ${id}`, identifier: '', website: '', emailDomains: [], city: '', phone: '', status: 'Active', ...more });

describe('mspFromLists', () => {
  it('makes one partner account and a ConnectWise of plain lists', () => {
    const msp = mspFromLists({ tenants: [tenant(1), tenant(2)], companies: [company(1), company(2, { status: 'INACTIVE' })] });
    expect(msp.partnerAccounts.map(({ id, tenants }) => [id, tenants.length])).to.deep.equal([['main', 2]]);
    expect(msp.partnerAccounts[0]?.tenants[0]).to.deep.equal({ tenantId: tenant(1).tenantId, name: 'Tenant 1', domain: 't1.example', relationship: 'reseller' });
    expect(msp.connectWise?.map(({ isInactive }) => isInactive)).to.deep.equal([false, true]);
    expect(msp).not.to.have.property('haloPsa');
    expect(msp.truth).to.deep.equal({});
  });

  it('makes an account of each name, with an id that settings accept', () => {
    const msp = mspFromLists({ tenants: [tenant(1, 'North (UK)'), tenant(2, 'north uk'), tenant(3, ''), tenant(1, 'main'), tenant(4, '日本')], companies: [] });
    expect(msp.partnerAccounts.map(({ id, name, tenants }) => [id, name, tenants.length])).to.deep.equal([
      ['north-uk', 'North (UK)', 1],
      ['north-uk-2', 'north uk', 1],
      ['main', 'Partner Center', 2],
      ['account', '日本', 1],
    ]);
    expect(new Set(msp.partnerAccounts.map(({ tenantId }) => tenantId)).size).to.equal(4);
  });

  it('puts each company into its PSA', () => {
    const msp = mspFromLists({ tenants: [], companies: [company(1, { psa: 'haloPsa' }), company(1, { psa: 'connectWise' }), company(2)] });
    expect([msp.haloPsa?.map(({ id }) => id), msp.connectWise?.map(({ id }) => id)]).to.deep.equal([[1], [1, 2]]);
    expect(mspFromLists({ tenants: [], companies: [company(1, { psa: 'haloPsa' })] })).not.to.have.property('connectWise');
  });
});
