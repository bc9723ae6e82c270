import { expect } from 'chai';
import type { CompanyId, PsaConnectionId, TenantId } from '../../../services/domain/ids.js';
import { noticeTopics, type NoticeSettings } from '../../../services/domain/notice.js';
import type { Fact, Suggestion } from '../../../services/index.js';
import { elementsOf, expectTeamsCard, textsOf } from '../../../test/support/checkCard.js';
import type { Card } from '../cards/card.js';
import { languages, type Language } from '../language/language.js';
import { acceptCard } from './acceptCard.js';
import { noticeCard, noticeSummary } from './noticeCard.js';
import { settingsFormCard, settingsStateCard } from './settingsCard.js';

const tenantId = (n: number) => `0000000${n}-0000-4000-8000-000000000000` as TenantId;
const acceptIds = new Map([[tenantId(0), 'a'.repeat(32)]]);
const links = { acceptIds, bulkLink: 'https://teams.microsoft.com/l/entity/x/companies', driftLink: 'https://teams.microsoft.com/l/entity/x/companies' };
const settings: NoticeSettings = { isOn: true, topics: noticeTopics, dailyAt: null, quiet: { from: '19:00', to: '07:00' }, timeZone: 'Europe/Berlin' };

function factsOf(name: string, count: number): Fact[] {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const drifts = ['tenant-renamed', 'company-renamed', 'company-inactive', 'company-deleted', 'relationship-lost'] as const;
  return [
    ...numbers.map((n): Fact => ({ kind: 'new-tenant', topic: 'new-tenants', key: `new ${n}`, tenantId: tenantId(n), name, domain: n === 0 ? '' : name })),
    ...numbers.flatMap((n) => drifts.map((drift): Fact => ({ kind: 'drift', topic: 'drift', key: `drift ${n} ${drift}`, drift, tenantName: name, companyName: name, psaName: name, nameThen: name, now: n === 0 ? '' : name }))),
    ...numbers.map((n): Fact => ({ kind: 'sync-problem', topic: 'sync-problems', key: `sync ${n}`, sourceName: name, state: n === 0 ? 'failed' : 'partial', why: name, completeAt: n === 0 ? null : '2026-03-01T08:00:00.000Z' })),
    ...numbers.map((n): Fact => ({ kind: 'long-sync', topic: 'long-runs', key: `long ${n}`, sourceName: name, minutes: 12, received: 34_000 })),
    ...numbers.map((n): Fact => ({ kind: 'big-save', topic: 'long-runs', key: `save ${n}`, personName: name, added: 312, changed: 1, removed: 0 })),
  ];
}

function suggestionsOf(name: string): ReadonlyMap<TenantId, Suggestion> {
  const company = { psaConnectionId: 'psa' as PsaConnectionId, psaName: name, companyId: '1' as CompanyId, name, identifier: name, city: name, website: name, status: name, isActive: true, tenantCount: 0 };
  const candidates = [{ company, confidence: { score: 0.973, band: 'high' as const }, evidence: [{ kind: 'alias' as const, name }] }];
  const kinds = ['matched', 'needs-review', 'unmatched'] as const;
  return new Map(kinds.map((kind, n) => [tenantId(n), { tenantId: tenantId(n), kind, candidates, doubts: [] }]));
}

/** Every card in every state, with one text in all places that other systems or people fill. */
function allCards(language: Language, name: string): Record<string, Card> {
  const facts = factsOf(name, 9);
  return {
    'everything at once': noticeCard(language, { facts, suggestions: suggestionsOf(name), ...links }),
    ...Object.fromEntries(noticeTopics.map((topic) => [`only ${topic}`, noticeCard(language, { facts: factsOf(name, 1).filter((fact) => fact.topic === topic), suggestions: suggestionsOf(name), ...links })])),
    'a link that was not taken': acceptCard(language, { tenantName: name, domain: name, companyName: name, psaName: name }, { actionId: 'a'.repeat(32), problem: name }),
    'form, off': settingsFormCard(language, { settings: { ...settings, isOn: false, quiet: null }, scope: 'personal', problem: '' }),
    'form, on, with a problem': settingsFormCard(language, { settings: { ...settings, dailyAt: '08:00' }, scope: 'channel', problem: name }),
    'state, on': settingsStateCard(language, { settings, scope: 'groupChat', setBy: name, mayChange: true }),
    'state, daily': settingsStateCard(language, { settings: { ...settings, dailyAt: '08:00' }, scope: 'channel', setBy: name, mayChange: true }),
    'state, off, of a viewer': settingsStateCard(language, { settings: { ...settings, isOn: false }, scope: 'channel', setBy: '', mayChange: false }),
  };
}

describe('notice cards', () => {
  for (const language of languages) {
    for (const [state, card] of Object.entries(allCards(language, 'Nordwind Logistik GmbH'))) it(`${state}, ${language}: keeps Teams' rules`, () => expectTeamsCard(card));
  }

  it('stay under 28 KB with names of 10,000 characters', () => {
    for (const name of ['x'.repeat(10_000), '\u{1F600}'.repeat(5_000), '"'.repeat(10_000), '\ud800'.repeat(10_000)]) {
      for (const language of languages) for (const card of Object.values(allCards(language, name))) expectTeamsCard(card);
    }
  });

  it('show foreign names where no Markdown, link or mention is read', () => {
    const name = '[Invoice](https://evil.example) **now** <at>Everyone</at>';
    for (const language of languages) {
      for (const [state, card] of Object.entries(allCards(language, name))) {
        for (const element of elementsOf(card)) {
          if (element['type'] === 'TextBlock') expect(JSON.stringify(element), state).to.not.contain('evil');
          if (typeof element['title'] === 'string') expect(element['title'], state).to.not.match(/\]\(|<\/?at\b/i);
        }
      }
    }
  });

  it('leave no text of another language behind', () => {
    const textsIn = (language: Language) => textsOf(Object.values(allCards(language, '7'))).filter((text) => /\p{L}{4}/u.test(text) && !/\{\{DATE|Europe/.test(text));
    const english = new Set(textsIn('en'));
    const shared = new Set(['Notifications']);
    for (const language of languages) if (language !== 'en') expect(textsIn(language).filter((text) => english.has(text) && !shared.has(text)), language).to.deep.equal([]);
  });

  it('tell what is new in one line', () => {
    const facts = factsOf('x', 2);
    expect(noticeSummary('en', facts)).to.equal('News: 2 new tenants have no company yet; 10 changes since links were saved; 2 lists were not read in full');
    expect(noticeSummary('en', facts.filter(({ topic }) => topic === 'long-runs'))).to.equal('News: Finished');
  });

  it('name the suggestion with how sure it is, and how many more there are', () => {
    const texts = JSON.stringify(noticeCard('en', { facts: factsOf('Nordwind', 9), suggestions: suggestionsOf('Nordwind'), ...links }));
    expect(texts).to.contain('Fits Nordwind in Nordwind (97%).').and.to.contain('Several companies may fit.').and.to.contain('No company fits.').and.to.contain('… and 5 more.').and.to.contain('… and 39 more.');
  });
});
