import { expect } from 'chai';
import { apiOrigin } from './discovery.js';
import { connectWiseSettings } from './settings.js';

describe('apiOrigin', () => {
  it("puts api- before the cloud's hosts, and leaves own servers alone", () => {
    expect(apiOrigin('https://na.myconnectwise.net')).to.equal('https://api-na.myconnectwise.net');
    expect(apiOrigin('https://api-eu.myconnectwise.net')).to.equal('https://api-eu.myconnectwise.net');
    expect(apiOrigin('https://staging.connectwisedev.com')).to.equal('https://api-staging.connectwisedev.com');
    expect(apiOrigin('https://psa.example.org:8443')).to.equal('https://psa.example.org:8443');
  });
});

describe('connectWiseSettings', () => {
  const rest = { companyId: 'demo', clientId: 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f04' };

  it('takes a host or an origin', () => {
    const sites = ['na.myconnectwise.net', ' https://na.myconnectwise.net/ ', 'HTTPS://NA.myconnectwise.net'].map((site) => connectWiseSettings.parse({ ...rest, site }).site);
    expect(new Set(sites)).to.deep.equal(new Set(['https://na.myconnectwise.net']));
  });

  it('refuses anything else', () => {
    for (const site of ['', 'na.myconnectwise.net/v4_6_release', 'https://user@na.myconnectwise.net', 'https://na.myconnectwise.net?x', 'two words', 'ftp://na.myconnectwise.net']) expect(connectWiseSettings.safeParse({ ...rest, site }).success, site).to.equal(false);
    expect(connectWiseSettings.safeParse({ ...rest, site: 'na.myconnectwise.net', clientId: 'x' }).success).to.equal(false);
  });
});
