import { expect } from 'chai';
import type { PartnerAccountId } from '../domain/ids.js';
import { toAccountTenant } from './mapper.js';
import { customer } from './schema.js';

const id = '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a01';
const map = (row: unknown) => toAccountTenant('main' as PartnerAccountId, customer.parse(row));

describe('toAccountTenant', () => {
  it('lower-cases id and domain and cleans the name', () => {
    const tenant = map({ id: id.toUpperCase(), companyProfile: { tenantId: id, domain: 'Nordlicht.OnMicrosoft.com', companyName: ' Nordlicht\u200B Praxis ' }, relationshipToPartner: 'Reseller' });
    expect(tenant).to.deep.equal({ partnerAccountId: 'main', tenantId: id, name: 'Nordlicht Praxis', domain: 'nordlicht.onmicrosoft.com', relationship: 'reseller', listedBy: ['partner-center'] });
  });

  it('does with the id alone', () => expect(map({ id, companyProfile: null })).to.include({ tenantId: id, name: '', domain: '', relationship: 'unknown' }));

  it('takes no relationship for another', () => expect(map({ id, relationshipToPartner: 'value-added' })?.relationship).to.equal('unknown'));

  it('gives nothing for a row without one sure id', () => {
    for (const row of [{}, { id: '' }, { id: `{${id}}` }, { id: 'x', companyProfile: { tenantId: id } }, { id, companyProfile: { tenantId: id.replace('0b', '1b') } }]) expect(map(row), JSON.stringify(row)).to.equal(undefined);
  });
});
