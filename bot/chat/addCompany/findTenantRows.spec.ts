import { expect } from 'chai';
import type { CompanyId } from '../../../services/domain/ids.js';
import type { TenantRow } from '../../../services/index.js';
import { accountOne, accountTwo, psaOne, tenantId } from '../../../test/support/testOrganization.js';
import { findTenantRows, type TenantFilter } from './findTenantRows.js';

const aRow = (n: number, name: string, given: Partial<TenantRow> = {}): TenantRow => ({
  tenantId: tenantId(n),
  name,
  domain: `${name.toLowerCase().replace(/[^a-z]/g, '')}.example`,
  sources: [{ partnerAccountId: accountOne, accountName: 'One', relationship: 'reseller', listedBy: ['partner-center'] }],
  units: [],
  ...given,
});
const rows = [
  aRow(1, 'Fabrik Nord'),
  aRow(2, 'Nord'),
  aRow(3, 'Nördliche Werke'),
  aRow(4, 'Westwind', { domain: 'nordsee.example' }),
  aRow(5, 'Nord Eins', { units: [{ psaConnectionId: psaOne, version: 1, links: [{ companyId: '1' as CompanyId, companyName: 'x' }] }] }),
  aRow(6, 'Nord Zwei', { sources: [{ partnerAccountId: accountTwo, accountName: 'Two', relationship: 'reseller', listedBy: ['partner-center'] }], units: [{ psaConnectionId: psaOne, version: 2, links: [] }] }),
];
const find = (filter: Partial<TenantFilter>) => findTenantRows(rows, { query: '', partnerAccountId: '', showAlreadyAdded: false, likeName: '', ...filter }).map(({ name }) => name);

describe('findTenantRows', () => {
  it('puts the best fit first, whatever the accents and case', () => expect(find({ query: 'NORD' })).to.deep.equal(['Nord', 'Nördliche Werke', 'Nord Zwei', 'Fabrik Nord', 'Westwind']));
  it('hides tenants that have a company, not those that had one', () => {
    expect(find({})).to.include('Nord Zwei').and.not.include('Nord Eins');
    expect(find({ showAlreadyAdded: true })).to.include('Nord Eins');
  });
  it('keeps to the chosen partner account', () => expect(find({ partnerAccountId: accountTwo })).to.deep.equal(['Nord Zwei']));
  it('finds a domain and an id', () => {
    expect(find({ query: 'nordsee.example' })[0]).to.equal('Westwind');
    expect(find({ query: tenantId(4) })).to.deep.equal(['Westwind']);
  });
  it('needs all words of the query', () => {
    expect(find({ query: 'nord fabrik' })).to.deep.equal(['Fabrik Nord']);
    expect(find({ query: 'nord ost' })).to.deep.equal([]);
  });
  it('starts with tenants that share words with the chosen company', () => expect(find({ likeName: 'Westwind GmbH' })[0]).to.equal('Westwind'));
});
