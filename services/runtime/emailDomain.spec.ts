import { expect } from 'chai';
import { emailDomainOf, emailDomainsOf } from './emailDomain.js';

describe('emailDomainOf', () => {
  it('reads addresses and bare domains', () => {
    const read = ['one@Example.ORG', '@example.org', 'example.org', ' One <one@example.org> ', '"a@b"@example.org', 'one@example.org.', '\u200Bone@example.org'].map(emailDomainOf);
    expect(new Set(read)).to.deep.equal(new Set(['example.org']));
    expect(emailDomainOf('info@müller-bau.de')).to.equal('müller-bau.de');
  });

  it('finds none in what has none', () => {
    expect(['', 'one', 'one@', 'one@localhost', '+49 431 123', 'https://example.org/', 'a@b c.de', '@', 'one@-'].filter((text) => emailDomainOf(text) !== undefined)).to.deep.equal([]);
  });

  it('gives each domain once', () => expect(emailDomainsOf(['a@x.org', 'b@X.org', '', 'c@y.org'])).to.deep.equal(['x.org', 'y.org']));
});
