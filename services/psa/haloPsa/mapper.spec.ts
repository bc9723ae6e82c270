import { expect } from 'chai';
import type { PsaConnectionId } from '../../domain/ids.js';
import { emailAddressesByClient, sitesByClient, toCompany } from './mapper.js';
import { clientRow, siteRow, userRow } from './schema.js';

const [guid, second, third] = ['0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a01', '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a02', '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a03'] as const;
const map = (row: object, sites: object[] = [], emailAddresses: string[] = []) =>
  toCompany(clientRow.parse({ id: 42, ...row }), { psaConnectionId: 'main' as PsaConnectionId, sites: sitesByClient(sites.map((site) => siteRow.parse(site))), emailAddresses: new Map([['42', emailAddresses]]), tenantLinks: new Map() });

describe('toCompany', () => {
  it('maps what HaloPSA sends', () => {
    const client = {
      name: 'Nordlicht GmbH\u200E', inactive: false, ref: 'D-10250', website: 'https://www.nordlicht.example', domain: 'Nordlicht.example', main_phonenumber: '+49 431 1',
      customer_relationship: [{ id: 1, name: 'Customer' }, { id: 2, name: 'Partner' }],
      customfields: [{ id: 151, name: 'CFTenantID', value: second }, { id: 152, value: 7 }, { id: 153 }],
      azure_tenants: [{ azure_tenant_id: guid.toUpperCase() }],
    };
    const sites = [{ id: 1, client_id: 42, delivery_address: { line3: '' } }, { id: 2, client_id: 42.0, emaildomain: '@zweite.example', azuretenantid: third, delivery_address: { line3: 'Kiel' } }, { id: 3, client_id: 7, emaildomain: 'other.example' }];
    expect(map(client, sites, ['a@nordlicht.example', '', 'b@dritte.example'])).to.deep.equal({
      psaConnectionId: 'main', companyId: '42', name: 'Nordlicht GmbH', identifier: 'D-10250', website: 'https://www.nordlicht.example', emailDomains: ['nordlicht.example', 'zweite.example', 'dritte.example'],
      city: 'Kiel', phone: '+49 431 1', status: 'Customer, Partner', isActive: true, tenantIds: [guid, third, second],
    });
  });

  it("takes '', null and absent for the same", () => {
    const names = Object.keys(clientRow.shape).filter((name) => name !== 'id');
    const absent = map({});
    expect(map(Object.fromEntries(names.map((name) => [name, null])))).to.deep.equal(absent);
    expect(absent).to.include({ name: '', website: '', city: '', status: 'Active', isActive: true });
  });

  it('has the domain for a website where there is none', () => expect(map({ website: '', domain: 'nordlicht.example' }).website).to.equal('nordlicht.example'));

  it('says that an inactive client is inactive', () => expect(map({ inactive: true, customer_relationship: [{ name: 'Customer' }] })).to.include({ isActive: false, status: 'Inactive' }));
});

describe('emailAddressesByClient', () => {
  it('goes by the id, else by a name that one client alone has', () => {
    const clients = [{ id: 1, name: 'One' }, { id: 2, name: 'Twin' }, { id: 3, name: 'Twin' }].map((row) => clientRow.parse(row));
    const users = [
      { id: 1, client_id: 1, emailaddress: 'a@one.example', email2: 'b@one.example' },
      { id: 2, client_name: 'One', emailaddress: 'c@one.example' },
      { id: 3, client_name: 'Twin', emailaddress: 'd@twin.example' },
      { id: 4, client_id: null, client_name: 'Nobody', emailaddress: 'e@nobody.example' },
    ].map((row) => userRow.parse(row));
    const found = emailAddressesByClient(users, clients);
    expect([...found.keys()]).to.deep.equal(['1']);
    expect(found.get('1')?.filter((address) => address !== '')).to.deep.equal(['a@one.example', 'b@one.example', 'c@one.example']);
  });
});
