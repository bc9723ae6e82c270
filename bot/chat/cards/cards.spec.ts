import { expect } from 'chai';
import fc from 'fast-check';
import type { CompanyView, ConnectionList, HistoryEntry, TenantRow } from '../../../services/index.js';
import type { ChangeSetId, CompanyId, PartnerAccountId, PsaConnectionId, TenantId, UserId } from '../../../services/domain/ids.js';
import { cardProblems, elementsOf, expectTeamsCard, textsOf } from '../../../test/support/checkCard.js';
import { newDraft } from '../addCompany/draft.js';
import { steps } from '../addCompany/steps.js';
import { askNameCard, foundCard, whyCard } from '../find/findCards.js';
import { historyCard, nothingToUndoCard, saveUndoneCard, undoSaveCard } from '../history/historyCards.js';
import { decidedCard, overtakenCard, takenBackCard } from '../review/decidedCards.js';
import { allDoneCard, caseCard, endedCard, otherCompanyCard } from '../review/reviewCards.js';
import type { TenantCase } from '../review/tenantCase.js';
import { syncedCard, syncingCard } from '../sync/syncCommand.js';
import { languages, type Language } from '../language/language.js';
import { addCompanyCard } from './addCompanyCard.js';
import { addStepCard } from './addStepCard.js';
import { bulkCard } from './bulkCard.js';
import { choiceText, makeCard, shorten, type Card } from './card.js';
import { errorCard, helpCard, refusalCard, unknownTextCard } from './messageCards.js';
import { cancelledCard, goneCard, linkedCard, undoneCard } from './resultCards.js';
import { statusCard } from './statusCard.js';

const at = '2026-03-01T08:00:09.123Z';
const bulkLink = 'https://teams.microsoft.com/l/entity/x/companies?context=%7B%7D';

/** Every card in every state, with one text in all places that other systems or people fill. */
function allCards(language: Language, name: string): Record<string, Card> {
  const choices = Array.from({ length: 15 }, (_, index) => ({ title: choiceText(`${name} ${index}`, 150), value: `00000007-0000-4000-8000-000000000000|psa-${index}:12:1,psa-two:3:0` }));
  const sources = choices.map(({ value }) => ({ value, title: choiceText(name, 80) }));
  const draft = { ...newDraft('c'.repeat(32)), companyQuery: name.slice(0, 100), tenantQuery: name.slice(0, 100), companyChoice: 'psa-one|12', tenantChoice: choices[0]?.value ?? '', showAlreadyAdded: true };
  const names = { tenantName: name, domain: name, companyName: name, psaName: name };
  const undoId = 'a'.repeat(32);
  const health = { state: 'failed', completeAt: at, triedAt: at, why: name, rowCount: 3, progress: null, doubtedRows: 0 } as const;
  const connections: ConnectionList = {
    tenantCount: 300,
    partnerAccounts: Array.from({ length: 12 }, (_, index) => ({ partnerAccountId: `a${index}` as PartnerAccountId, name, health })),
    psaConnections: [{ psaConnectionId: 'p' as PsaConnectionId, psaId: 'x', psaName: name, name, health: { state: 'never-synced', completeAt: null, triedAt: null, why: '', rowCount: 0, progress: null, doubtedRows: 0 } }],
  };
  const form = { draft, psas: sources, accounts: sources, companies: choices, tenants: choices, bulkLink, addLink: bulkLink, problem: name };
  const link = { companyId: '1' as CompanyId, companyName: name, origin: 'chat', decidedBy: { userId: 'u' as UserId, name }, decidedAt: at } as const;
  const entry: HistoryEntry = { changeSetId: 'c' as ChangeSetId, at, added: 2, changed: 1, removed: 1, skipped: 0, orgVersion: 3, actor: { userId: 'u' as UserId, name }, via: 'tab', reason: name, undoes: null };
  const step = { position: { number: 2, of: 5 }, draft, chosen: [['PSA', name]] as const, offered: { choices: choices.slice(0, 8), total: 90, hidden: 0 }, addLink: bulkLink, problem: name };
  return {
    welcome: helpCard(language, { isWelcome: true }),
    help: helpCard(language, { isWelcome: false }),
    'unknown text': unknownTextCard(language, name, undefined),
    'unknown text, with a guess': unknownTextCard(language, name, 'bulk'),
    refusal: refusalCard(language, name),
    error: errorCard(language, { sentence: name, requestId: 'r' }),
    form: addCompanyCard(language, form),
    'form with one PSA and account': addCompanyCard(language, { ...form, psas: sources.slice(0, 1), accounts: sources.slice(0, 1), problem: '' }),
    ...Object.fromEntries(steps.map((of) => [`step ${of}`, addStepCard(language, { ...step, step: of })])),
    'step without hits': addStepCard(language, { ...step, step: 'tenant', offered: { choices: [], total: 0, hidden: 2 }, problem: '' }),
    linked: linkedCard(language, { ...names, decidedBy: name, decidedAt: at, undoId, nextStepUrl: 'https://billing.example/', problem: '' }),
    'linked, undo refused': linkedCard(language, { ...names, decidedBy: name, decidedAt: at, undoId, nextStepUrl: null, problem: name }),
    'linked already': linkedCard(language, { ...names, decidedBy: name, decidedAt: at, undoId: null, nextStepUrl: null, problem: '' }),
    undone: undoneCard(language, names, { undoneBy: name, undoneAt: at }),
    gone: goneCard(language, at, name),
    cancelled: cancelledCard(language, draft, 'tenant'),
    status: statusCard(language, { tenants: 300, linked: 3, waiting: { matched: 1, needsReview: 2, unmatched: 3, ignored: 0 }, lastSyncAt: at }, connections, bulkLink),
    ...reviewStates(language, name),
    'find, without a name': askNameCard(language, 'find'),
    found: foundCard(language, { query: name.slice(0, 60), tenants: Array.from({ length: 6 }, () => aTenantRow(name, true)), tenantTotal: 90, companies: Array.from({ length: 6 }, () => aCompanyView(name)), companyTotal: 1 }),
    'found nothing': foundCard(language, { query: name.slice(0, 60), tenants: [], tenantTotal: 0, companies: [], companyTotal: 0 }),
    why: whyCard(language, name.slice(0, 60), { explained: Array.from({ length: 9 }, () => ({ name, detail: name, sentences: Array<string>(7).fill(name) })), lists: name.slice(0, 300), open: aTenantRow(name, false) }),
    history: historyCard(language, Array.from({ length: 8 }, () => entry), bulkLink),
    'history, empty': historyCard(language, [], bulkLink),
    'undo?': undoSaveCard(language, { entry, total: 12, rows: Array.from({ length: 8 }, () => ({ tenantId: 't' as TenantId, tenantName: name, psaConnectionId: 'p' as PsaConnectionId, psaName: name, before: [], after: [link, link] })) }, undoId, name),
    'save undone': saveUndoneCard(language, entry, { by: name, at }),
    'nothing to undo': nothingToUndoCard(language),
    syncing: syncingCard(language),
    synced: syncedCard(language, connections, name),
    bulk: bulkCard(language, { tenantCount: 300, waitingCount: 112, bulkLink }),
  };
}

function aTenantRow(name: string, isLinked: boolean): TenantRow {
  return { tenantId: '00000007-0000-4000-8000-000000000000' as TenantId, name, domain: name, sources: [], units: isLinked ? [{ psaConnectionId: 'p' as PsaConnectionId, version: 1, links: Array.from({ length: 4 }, () => ({ companyId: '1' as CompanyId, companyName: name })) }] : [] };
}

function aCompanyView(name: string): CompanyView {
  return { psaConnectionId: 'p' as PsaConnectionId, psaName: name, companyId: '12' as CompanyId, name, identifier: name, city: name, website: name, status: name, isActive: false, tenantCount: 2 };
}

function reviewStates(language: Language, name: string): Record<string, Card> {
  const aCase = (count: number, kind: TenantCase['kind'], isLinked = false): TenantCase => ({ row: aTenantRow(name, isLinked), kind, draft: undefined, doubts: kind === 'needs-review' ? ['several-companies-fit', 'different-domain'] : [], candidates: Array.from({ length: count }, () => ({ company: aCompanyView(name), confidence: { score: 0.931, band: 'high' }, evidence: [{ kind: 'same-other-name', name }, { kind: 'alias', name }, { kind: 'same-city', city: name }] })) });
  const given = { actionId: 'a'.repeat(32), userIds: Array.from({ length: 80 }, (_, n) => `8:orgid:${n}`), progress: { left: 31, decidedToday: 12 }, bulkLink, problem: '' };
  const choices = Array.from({ length: 8 }, (_, n) => ({ title: choiceText(name, 150), value: `p|${n}` }));
  const decided = { row: { name, domain: name }, company: name, by: name, at, reason: name, undoId: 'b'.repeat(32), review: { progress: given.progress, actionId: given.actionId }, problem: '' };
  const names = { row: { tenantId: 't' as TenantId, name, domain: name }, company: name };
  return {
    'review, one candidate': caseCard(language, { ...given, case: aCase(1, 'matched'), purpose: 'review' }),
    'review, several': caseCard(language, { ...given, case: aCase(5, 'needs-review'), purpose: 'review', problem: name }),
    'review, none': caseCard(language, { ...given, case: aCase(0, 'unmatched'), purpose: 'review' }),
    'link?': caseCard(language, { ...given, case: aCase(3, 'unmatched', true), purpose: 'link' }),
    'ignore?': caseCard(language, { ...given, case: aCase(3, 'matched', true), purpose: 'ignore' }),
    'other company': otherCompanyCard(language, { row: aTenantRow(name, false), actionId: given.actionId, bulkLink, problem: name, search: { id: 'companyChoice', what: 'companies', offered: { choices, total: 40, hidden: 0 }, query: name.slice(0, 60), value: '' } }),
    'decided: linked': decidedCard(language, { ...decided, kind: 'linked' }),
    'decided: already': decidedCard(language, { ...decided, kind: 'already', undoId: null }),
    'decided: ignored': decidedCard(language, { ...decided, kind: 'ignored', company: '', review: null }),
    'decided: rejected': decidedCard(language, { ...decided, kind: 'rejected', undoId: null, problem: name }),
    'taken back: ignored': takenBackCard(language, { ...names, company: '', kind: 'ignored', undoneBy: name, undoneAt: at }),
    'taken back: rejected': takenBackCard(language, { ...names, kind: 'rejected', undoneBy: name, undoneAt: at }),
    overtaken: overtakenCard(language, names),
    'all done': allDoneCard(language, { left: 0, decidedToday: 12 }),
    ended: endedCard('x', name),
  };
}

describe('cards', () => {
  for (const language of languages) {
    for (const [state, card] of Object.entries(allCards(language, 'Nordwind Logistik GmbH'))) {
      it(`${state}, ${language}: keeps Teams' rules`, () => expectTeamsCard(card));
    }
  }

  it('stay under 28 KB with names of 10,000 characters', () => {
    for (const name of ['x'.repeat(10_000), '\u{1F600}'.repeat(5_000), '"'.repeat(10_000), '\ud800'.repeat(10_000), 'né '.repeat(3_000)]) {
      for (const language of languages) for (const [state, card] of Object.entries(allCards(language, name))) expectTeamsCard(card, state);
    }
  });

  it('show foreign names where no Markdown, link or mention is read', () => {
    const name = '[Invoice](https://evil.example) **now** <at>Everyone</at> ![x](y)';
    for (const [state, card] of Object.entries(allCards('en', name))) {
      for (const element of elementsOf(card)) {
        if (element['type'] === 'TextBlock' || element['type'] === 'Fact') expect(JSON.stringify(element), state).to.not.contain('evil');
        if (typeof element['title'] === 'string') expect(element['title'], state).to.not.match(/\]\(|<\/?at\b/i);
      }
      expect(card, state).to.not.have.any.keys('msteams', 'entities');
    }
  });

  it('have texts without characters that nobody sees', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
        for (const text of Object.values(allCards('de', `a\u202E\u0000${name}`)).flatMap(textsOf)) expect(text).to.match(/^[^\p{Cc}\p{Cs}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u);
      }),
      { numRuns: 30 },
    );
  });

  it('say what is wrong with a bad card (the check can fail)', () => {
    expect(cardProblems({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'Input.ChoiceSet', choices: [{ title: 'x' }] }] })).to.not.deep.equal([]);
    expect(() => expectTeamsCard(makeCard([{ type: 'TextBlock', text: 'does not wrap' }]))).to.throw();
    expect(() => expectTeamsCard(makeCard([{ type: 'TextBlock', text: 'x'.repeat(30_000), wrap: true }]))).to.throw();
  });
});

describe('shorten', () => {
  it('keeps whole characters and marks what is cut', () => {
    expect(shorten('  Nord\u200Bwind\n AG ', 40)).to.equal('Nord wind AG');
    expect(shorten('abcdefgh', 5)).to.equal('abcd…');
    expect(shorten('abcde', 5)).to.equal('abcde');
    expect(shorten('\u{1F600}'.repeat(9), 6)).to.equal('\u{1F600}\u{1F600}…');
    expect(shorten('\u{1F600}'.repeat(3), 6)).to.equal('\u{1F600}'.repeat(3));
  });
});
