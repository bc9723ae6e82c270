import { expect } from 'chai';
import { areAnchorsAllowed, isLoopbackHost, microsoftAnchors, trustAnchorsSchema, type TrustAnchors } from './trustAnchors.js';

describe('areAnchorsAllowed', () => {
  const publicHosts = ['0.0.0.0', '::', '192.168.1.4', '127.0.0.1.example.org', 'localhost.example.org', 'example.org', ''];
  const foreign: Partial<TrustAnchors>[] = [
    { entraAuthority: 'http://127.0.0.1:4000' },
    { teamsClientIds: ['00000000-0000-4000-8000-000000000000'] },
    { botIssuer: 'http://127.0.0.1:4000' },
    { botOpenIdMetadataUrl: 'http://127.0.0.1:4000/keys' },
    { botServiceOrigins: [...microsoftAnchors.botServiceOrigins, 'http://127.0.0.1:4000'] },
    { partnerCenterOrigin: 'http://127.0.0.1:4000' },
    { graphOrigin: 'http://127.0.0.1:4000' },
    { extraUpstreamOrigins: ['http://127.0.0.1:4000'] },
    { frameAncestors: [...microsoftAnchors.frameAncestors, 'http://127.0.0.1:4000'] },
  ];

  it('accepts the built-in ones on any bind', () => {
    for (const host of [...publicHosts, '127.0.0.1']) expect(areAnchorsAllowed(microsoftAnchors, host), host).to.equal(true);
  });

  it('refuses each kind of foreign one on a public bind', () => {
    for (const host of publicHosts) for (const change of foreign) expect(areAnchorsAllowed({ ...microsoftAnchors, ...change }, host), `${host} ${JSON.stringify(change)}`).to.equal(false);
  });

  it('accepts foreign ones on loopback', () => {
    for (const host of ['127.0.0.1', '::1', '[::1]', 'localhost']) for (const change of foreign) expect(areAnchorsAllowed({ ...microsoftAnchors, ...change }, host), host).to.equal(true);
  });

  it('does not care for the order of keys', () => {
    const turned = Object.fromEntries(Object.entries(microsoftAnchors).reverse()) as TrustAnchors;
    expect(areAnchorsAllowed(turned, '0.0.0.0')).to.equal(true);
  });

  it('covers every anchor there is', () => {
    expect(new Set(foreign.flatMap((change) => Object.keys(change)))).to.deep.equal(new Set(Object.keys(trustAnchorsSchema.shape)));
  });
});

describe('trustAnchorsSchema', () => {
  it('takes the built-in ones', () => expect(trustAnchorsSchema.parse(microsoftAnchors)).to.deep.equal(microsoftAnchors));

  it('takes origins only, and no key it does not know', () => {
    for (const entraAuthority of ['https://login.microsoftonline.com/', 'https://login.microsoftonline.com/common', 'login.microsoftonline.com', 'https://user@login.microsoftonline.com', '']) {
      expect(trustAnchorsSchema.safeParse({ ...microsoftAnchors, entraAuthority }).success, entraAuthority).to.equal(false);
    }
    expect(trustAnchorsSchema.safeParse({ ...microsoftAnchors, skipSignature: true }).success).to.equal(false);
  });
});

describe('isLoopbackHost', () => {
  it('knows loopback from the rest', () => {
    expect(['127.0.0.1', '::1', '[::1]', 'localhost'].every(isLoopbackHost)).to.equal(true);
    expect(['0.0.0.0', '::', '127.0.0.2', 'LOCALHOST.example', ''].some(isLoopbackHost)).to.equal(false);
  });
});
