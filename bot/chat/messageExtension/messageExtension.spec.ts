import { expect } from 'chai';
import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId, UserId } from '../../../services/domain/ids.js';
import type { CompanyView, MappingView, TenantRow } from '../../../services/index.js';
import { elementsOf, expectTeamsCard, textsOf } from '../../../test/support/checkCard.js';
import { newDraft } from '../addCompany/draft.js';
import type { Card } from '../cards/card.js';
import { tabLink } from '../deepLink.js';
import { languages, type Language } from '../language/language.js';
import { linkedPages } from './extensionWords.js';
import { linkDialogCard } from './linkDialogCard.js';
import { readAppLink } from './readAppLink.js';
import { shareCompany, shareMapping, sharePage, shareTenant } from './shareCards.js';
import { tenantsInText } from './tenantsInText.js';

const appId = 'b3f2a6d4-52c1-4f0e-9a37-6a1c0d5e7f01';
const link = tabLink(appId, 'bulk');
const psaConnectionId = 'psa' as PsaConnectionId;
const tenantId = (n: number) => `0000000${n}-0000-4000-8000-000000000000` as TenantId;
const row = (n: number, name: string, domain = ''): TenantRow => ({ tenantId: tenantId(n), name, domain, sources: [{ partnerAccountId: 'a' as PartnerAccountId, accountName: name, relationship: 'reseller', listedBy: ['partner-center'] }], units: [] });

function allCards(language: Language, name: string): Record<string, Card> {
  const company: CompanyView = { psaConnectionId, psaName: name, companyId: '12' as CompanyId, name, identifier: name, city: name, website: name, status: name, isActive: false, tenantCount: 3 };
  const mapping: MappingView = { tenantId: tenantId(1), tenantName: name, domain: name, partnerAccountNames: [name], psaConnectionId, psaName: name, companyId: '12' as CompanyId, companyName: name, origin: 'chat', score: 1, evidence: [], decidedBy: { userId: 'u' as UserId, name }, decidedAt: '2026-03-01T08:00:00.000Z', version: 1 };
  const linked: TenantRow = { ...row(1, name, name), units: [{ psaConnectionId, version: 1, links: Array.from({ length: 5 }, (_, n) => ({ companyId: String(n) as CompanyId, companyName: name })) }] };
  const choices = Array.from({ length: 8 }, (_, n) => ({ title: name.slice(0, 150), value: `value ${n}` }));
  const draft = { ...newDraft('a'.repeat(32)), tenantQuery: name.slice(0, 100), companyQuery: name.slice(0, 100) };
  return {
    tenant: shareTenant(language, row(1, name, name), link).card,
    'linked tenant': shareTenant(language, linked, link).card,
    company: shareCompany(language, company, link).card,
    link: shareMapping(language, mapping, link).card,
    ...Object.fromEntries(linkedPages.map((page) => [`page ${page}`, sharePage(language, page, page === 'history' ? '' : '3', link).card])),
    dialog: linkDialogCard(language, { draft: newDraft('a'.repeat(32)), problem: '', isNamed: true, tenants: choices, companies: choices }),
    'dialog without hits': linkDialogCard(language, { draft, problem: name, isNamed: false, tenants: [], companies: [] }),
  };
}

describe('message extension', () => {
  for (const language of languages) {
    for (const [state, card] of Object.entries(allCards(language, 'Nordwind Logistik GmbH'))) it(`${state}, ${language}: keeps Teams' rules`, () => expectTeamsCard(card));
  }

  it('stays under 28 KB with names of 10,000 characters, and reads no Markdown in them', () => {
    for (const name of ['x'.repeat(10_000), '\u{1F600}'.repeat(5_000), '"'.repeat(10_000)]) for (const language of languages) for (const card of Object.values(allCards(language, name))) expectTeamsCard(card);
    for (const [state, card] of Object.entries(allCards('en', '[Invoice](https://evil.example) **now** <at>Everyone</at>'))) {
      for (const element of elementsOf(card)) if (element['type'] === 'TextBlock') expect(JSON.stringify(element), state).to.not.contain('evil');
    }
  });

  it('leaves no text of another language behind', () => {
    const textsIn = (language: Language) => textsOf(Object.values(allCards(language, '7'))).filter((text) => /\p{L}{4}/u.test(text) && !/\{\{DATE|\b0000/.test(text));
    const english = new Set(textsIn('en'));
    for (const language of languages) if (language !== 'en') expect(textsIn(language).filter((text) => english.has(text)), language).to.deep.equal([]);
  });

  describe('readAppLink', () => {
    const known: Record<string, string> = {
      [tabLink(appId, 'drift')]: 'drift',
      [tabLink(appId.toUpperCase(), 'bulk')]: 'bulk',
      [`https://teams.microsoft.com/l/entity/${appId}/companies`]: 'companies',
      [`https://teams.microsoft.com/l/entity/${appId}/companies?context=broken`]: 'companies',
      'https://app.msp.example/tab/#/history': 'history',
      'https://app.msp.example/tab#/bulk': 'bulk',
      'https://app.msp.example/tab/': 'companies',
      'https://app.msp.example/tab/#/made-up': 'companies',
      'http://127.0.0.1:4000/tab/#/add': 'add',
    };
    for (const [url, page] of Object.entries(known)) it(`takes ${url} for ${page}`, () => expect(readAppLink(url, appId)).to.equal(page));
    for (const url of ['', 'tab', 'javascript:alert(1)', 'http://app.msp.example/tab/', 'https://app.msp.example/tab/assets/x.js', 'https://app.msp.example/api/tenants', `https://teams.microsoft.com/l/entity/${tenantId(1)}/companies`, `https://teams.microsoft.com/l/chat/0/0?users=28:${appId}`, `https://app.msp.example/tab/?${'x'.repeat(3000)}`]) {
      it(`takes ${url.slice(0, 60)} for none`, () => expect(readAppLink(url, appId)).to.equal(undefined));
    }
  });

  describe('tenantsInText', () => {
    const rows = [row(1, 'Nordwind', 'nordwind.example'), row(2, 'Nordwind Logistik GmbH', 'logistik.example'), row(3, 'Abc', 'abc.example'), row(4, 'Müller & Söhne (Bau)', ''), row(5, 'Contoso', 'contoso.onmicrosoft.com')];
    const namesIn = (text: string) => tenantsInText(rows, text).map(({ name }) => name);
    const found: Record<string, readonly string[]> = {
      'Please bill Nordwind Logistik GmbH.': ['Nordwind Logistik GmbH', 'Nordwind'],
      'mueller, or rather muller & sohne (bau), called': ['Müller & Söhne (Bau)'],
      '<p>See <a href="https://www.contoso.onmicrosoft.com/x">this</a></p>': ['Contoso'],
      '<div>anna@abc.example</div> and nordwind': ['Abc', 'Nordwind'],
      [`id ${tenantId(5).toUpperCase()}!`]: ['Contoso'],
      'Abc Nordwinds contosos': [],
      '': [],
      'Tell <b>Con</b>toso': [],
    };
    for (const [text, names] of Object.entries(found)) it(`finds ${names.join(', ') || 'none'} in ${JSON.stringify(text)}`, () => expect(namesIn(text)).to.deep.equal(names));

    it('takes names with signs of patterns as they are, and long texts in a short time', () => {
      const odd = ['(a+)+$ Ltd', 'C++ [Labs]', '\\d{4} Group'].map((name, n) => row(n + 1, name));
      expect(tenantsInText(odd, 'aaaa Ltd, 1234 Group')).to.deep.equal([]);
      expect(tenantsInText(odd, 'for C++ [Labs] please').map(({ name }) => name)).to.deep.equal(['C++ [Labs]']);
      const started = performance.now();
      for (const piece of ['<a ', 'a.', '<a href="', 'a-']) tenantsInText(odd, piece.repeat(50_000));
      expect(performance.now() - started).to.be.below(2_000);
    });
  });
});
