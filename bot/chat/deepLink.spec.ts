import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { nextStepLink, tabEntityId, tabLink } from './deepLink.js';

describe('tabLink', () => {
  it("opens the manifest's tab at a page", () => {
    const link = new URL(tabLink('b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01', 'bulk'));
    expect(link.origin + link.pathname).to.equal('https://teams.microsoft.com/l/entity/b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01/companies');
    expect(JSON.parse(link.searchParams.get('context') ?? '')).to.deep.equal({ subEntityId: 'bulk' });
  });

  it('says what is to be found there', () => {
    const link = new URL(tabLink('b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01', 'bulk', 'A & B?'));
    expect(JSON.parse(link.searchParams.get('context') ?? '')).to.deep.equal({ subEntityId: 'bulk?find=A%20%26%20B%3F' });
  });

  it('names the tab as the manifest does', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../appPackage/manifest.json', import.meta.url), 'utf8')) as { staticTabs: { entityId: string }[] };
    expect(manifest.staticTabs.map((tab) => tab.entityId)).to.include(tabEntityId);
  });
});

describe('nextStepLink', () => {
  it('fills in encoded ids', () => {
    expect(nextStepLink('https://b.example/{tenantId}/x?c={companyId}&t={tenantId}', { tenantId: 'a/b', companyId: '1&2=$&' })).to.equal('https://b.example/a%2Fb/x?c=1%262%3D%24%26&t=a%2Fb');
  });
});
