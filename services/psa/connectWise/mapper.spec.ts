import { expect } from 'chai';
import type { PsaConnectionId } from '../../domain/ids.js';
import { addDomains, isListed, toCompany, toContactDomains, toHeldBack } from './mapper.js';
import { companyRow, contactRow } from './schema.js';

const guid = '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a01';
const second = '0b6f6a0e-5a1d-4a52-9d1e-6d1a4f3c9a02';
const context = { psaConnectionId: 'main' as PsaConnectionId, inactiveStatusIds: new Set(['2']), otherTypeIds: new Set(['3', '4']), emailDomains: new Map([['250', ['nordlicht.example']]]) };
const map = (row: object) => toCompany(companyRow.parse({ id: 250, ...row }), context);

describe('toCompany', () => {
  it('maps what ConnectWise sends', () => {
    const company = map({
      identifier: 'Nordlicht',
      name: '\u200ENordlicht GmbH ',
      status: { id: 1, name: 'Active', _info: {} },
      types: [{ id: 1, name: 'Customer' }],
      website: ' www.nordlicht.example ',
      phoneNumber: '+494311234567',
      city: 'Kiel',
      userDefinedField1: '',
      customFields: [{ id: 14, caption: 'Tenant ID', value: guid.toUpperCase() }],
      annualRevenue: 0.0,
    });
    expect(company).to.deep.equal({
      psaConnectionId: 'main', companyId: '250', name: 'Nordlicht GmbH', identifier: 'Nordlicht', website: 'www.nordlicht.example', emailDomains: ['nordlicht.example'],
      city: 'Kiel', phone: '+494311234567', status: 'Active, Customer', isActive: true, tenantIds: [guid],
    });
  });

  it("takes '', null and absent for the same", () => {
    const names = Object.keys(companyRow.shape).filter((name) => name !== 'id');
    const isText = (name: string) => !['status', 'types', 'customFields', 'isVendorFlag', 'deletedFlag'].includes(name);
    const [absent, nulls, empty] = [{}, Object.fromEntries(names.map((name) => [name, null])), Object.fromEntries(names.filter(isText).map((name) => [name, '']))].map(map);
    expect(nulls).to.deep.equal(absent);
    expect(empty).to.deep.equal(absent);
    expect(absent).to.include({ name: '', website: '', status: '', isActive: true });
  });

  it('finds tenant ids in custom and user defined fields, several in one too, and takes nothing else for one', () => {
    const values = [`${guid}, ${second}`, `see ${guid}x`, 42, true, null, 'n/a', { nested: second }];
    expect(map({ customFields: values.map((value) => ({ value })) }).tenantIds).to.deep.equal([guid, second]);
    expect(map({ userDefinedField7: `\u200B${second} ` }).tenantIds).to.deep.equal([second]);
  });

  it('knows inactive by the id of the status', () => expect(map({ status: { id: 2, name: 'Active' } })).to.include({ isActive: false, status: 'Active' }));
});

describe('isListed', () => {
  const takes = (row: object) => isListed(companyRow.parse({ id: 1, ...row }), context);

  it('leaves out who is a vendor only, and the deleted', () => {
    expect([{ types: [{ id: 3 }] }, { types: [{ id: 3 }, { id: 4 }] }, { isVendorFlag: true }, { types: [], isVendorFlag: true }, { deletedFlag: true }].filter(takes)).to.deep.equal([]);
  });

  it('keeps a vendor that is a customer, too', () => {
    const kept = [{}, { types: [{ id: 1 }, { id: 3 }] }, { types: [{ id: 1 }], isVendorFlag: true }, { types: [{ id: 99 }] }];
    expect(kept.filter(takes)).to.deep.equal(kept);
  });
});

describe('toHeldBack', () => {
  const why = (row: object) => {
    const { why: sentence, facts } = toHeldBack(companyRow.parse({ id: 1, ...row }), context.psaConnectionId);
    return { sentence, facts };
  };

  it('says why a company takes no part, and of what that is made', () => {
    expect(why({ types: [{ id: 3, name: 'Vendor' }] })).to.deep.equal({ sentence: 'Its type "Vendor" in ConnectWise takes no part.', facts: [{ code: 'types-left-out', system: 'ConnectWise', types: ['Vendor'] }] });
    expect(why({ types: [{ id: 3, name: 'Vendor' }, { id: 4, name: 'Partner' }] })).to.deep.equal({ sentence: 'Its types "Vendor" and "Partner" in ConnectWise take no part.', facts: [{ code: 'types-left-out', system: 'ConnectWise', types: ['Vendor', 'Partner'] }] });
    expect(why({ isVendorFlag: true })).to.deep.equal({ sentence: 'ConnectWise marks it as a vendor.', facts: [{ code: 'marked-as-vendor', system: 'ConnectWise' }] });
  });
});

describe('addDomains', () => {
  it('gathers e-mail domains, not phones, and skips contacts of no company', () => {
    const domains = new Map<string, readonly string[]>();
    const email = (value: string) => ({ communicationType: 'Email', value });
    const contacts = [
      { id: 1, company: { id: 250 }, communicationItems: [email('a@Nordlicht.example'), { communicationType: 'Phone', value: '431@x.example' }] },
      { id: 2, company: { id: 250 }, communicationItems: [email('b@nordlicht.example'), email('broken'), email('c@zweite.example')] },
      { id: 3, company: null, communicationItems: [email('d@nobody.example')] },
      { id: 4, company: { id: 7 }, communicationItems: null },
    ].map((row) => toContactDomains(contactRow.parse(row)));
    for (const contact of contacts) addDomains(domains, contact);
    expect([...domains]).to.deep.equal([['250', ['nordlicht.example', 'zweite.example']]]);
  });
});
