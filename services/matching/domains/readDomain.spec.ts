import { expect } from 'chai';
import { readDomain, readDomains } from './readDomain.js';

describe('readDomain', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['corvane.example', 'corvane.example', 'corvane'],
    ['HTTPS://WWW.Corvane.Example/contact?x=1#y', 'corvane.example', 'corvane'],
    ['mail.corvane.co.uk', 'corvane.co.uk', 'corvane'],
    ['desk@corvane.example', 'corvane.example', 'corvane'],
    ['cor-vane.example', 'cor-vane.example', 'corvane'],
    ['corvane.onmicrosoft.com', '', 'corvane'],
    ['https://corvane.onmicrosoft.com/', '', 'corvane'],
    ['netorgft1234567.onmicrosoft.com', '', ''],
    ['netorg1234567.onmicrosoft.com', '', ''],
    ['M365x123456.onmicrosoft.com', '', ''],
    ['gmail.com', '', ''],
    ['corvane.wixsite.com', '', ''],
    ['www.facebook.com/corvane', '', ''],
    ['http://192.0.2.7/', '', ''],
    ['n/a', '', ''],
    ['http://', '', ''],
    ['', '', ''],
  ];
  for (const [text, domain, label] of cases) it(`${text || 'nothing'} -> ${domain || 'no domain'}, ${label || 'no label'}`, () => expect(readDomain(text)).to.deep.equal({ domain, label }));

  it('lists the domains of a company once each', () => {
    expect(readDomains(['www.corvane.example', 'gmail.com', 'corvane.example', 'other.example']).map(({ domain }) => domain)).to.deep.equal(['corvane.example', 'other.example']);
  });
});
