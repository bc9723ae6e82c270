import { expect } from 'chai';
import { settingsFileSchema } from './settingsFile.js';

const guid = 'B3F2A6D4-52C1-4F0E-9A37-6A1C0D5E7F01';
const valid = {
  organization: { orgId: guid, name: 'Demo MSP' },
  people: [{ userId: guid, role: 'admin' }],
  partnerAccounts: [{ id: 'main', name: 'Main', tenantId: guid, clientId: guid, secrets: { clientSecret: 'PARTNER_SECRET' } }],
  psaConnections: [{ id: 'halo', name: 'HaloPSA', psa: 'haloPsa', settings: { baseUrl: 'https://demo.halopsa.com' }, secrets: { clientId: 'HALO_ID' } }],
};
const [account] = valid.partnerAccounts;
const [connection] = valid.psaConnections;

describe('settingsFileSchema', () => {
  it('lower-cases ids and lets nobody in by default', () => {
    const settings = settingsFileSchema.parse(valid);
    expect(settings.organization.orgId).to.equal(guid.toLowerCase());
    expect(settings.defaultRole).to.equal('none');
  });

  it('may name no connection', () => {
    expect(settingsFileSchema.parse({ organization: valid.organization })).to.deep.include({ partnerAccounts: [], psaConnections: [] });
  });

  const wrong: Record<string, object> = {
    'an organization without a GUID': { organization: { orgId: 'demo', name: 'Demo' } },
    'an unknown role': { people: [{ userId: guid, role: 'owner' }] },
    'two partner accounts of one id': { partnerAccounts: [account, account] },
    'two PSA connections of one id': { psaConnections: [connection, { ...connection, name: 'Other' }] },
    'an id with other letters': { psaConnections: [{ ...connection, id: 'Halo PSA' }] },
    'a secret in place of its variable': { psaConnections: [{ ...connection, secrets: { clientId: 's3cret-value' } }] },
    'a key that it does not know': { organisation: {} },
    'a secret where no secret belongs': { partnerAccounts: [{ ...account, clientSecret: 'x' }] },
  };
  for (const [what, change] of Object.entries(wrong)) {
    it(`refuses ${what}`, () => expect(settingsFileSchema.safeParse({ ...valid, ...change }).success).to.equal(false));
  }
});
