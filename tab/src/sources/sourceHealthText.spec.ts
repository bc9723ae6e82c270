import { expect } from 'chai';
import { connections as connectionsSchema, type Connections, type SourceHealth } from '../../../contracts/session.js';
import { areAllComplete, hasCompanies, isAwaitingLists, lacksTenants, latestPull, psasNeverRead, sourceHealthText } from './sourceHealthText.js';

const now = Date.parse('2026-01-10T12:00:00Z');
const complete = (rowCount: number, completeAt = '2026-01-10T11:58:00Z'): SourceHealth => ({ state: 'complete', completeAt, triedAt: completeAt, why: '', rowCount, progress: null, doubtedRows: 0 });
const never: SourceHealth = { state: 'never-synced', completeAt: null, triedAt: null, why: '', rowCount: 0, progress: null, doubtedRows: 0 };
const make = (accounts: readonly SourceHealth[], psas: readonly SourceHealth[]): Connections =>
  connectionsSchema.parse({
    tenantCount: 290,
    partnerAccounts: accounts.map((health, index) => ({ partnerAccountId: `a${index}`, name: `Account ${index + 1}`, health })),
    psaConnections: psas.map((health, index) => ({ psaConnectionId: `p${index}`, psaName: 'HaloPSA', name: `PSA ${index + 1}`, health })),
  });

describe('sourceHealthText', () => {
  it('counts tenants once and tells the age of the oldest', () => {
    const all = make([complete(200), complete(100, '2026-01-10T11:00:00Z')], [complete(800)]);
    expect(sourceHealthText(all, now)).to.deep.equal({ summary: '290 tenants, 800 companies, updated 1 hour ago', reading: [], concerns: [] });
  });

  it('names each list that cannot be trusted, with the reason', () => {
    const all = make(
      [{ ...complete(90), state: 'partial', why: '90 of 120 tenants came.' }, never],
      [{ ...complete(5), state: 'failed', why: 'The connected system does not answer.' }, { ...complete(5), state: 'syncing', progress: { done: 1200, total: 5000 } }],
    );
    const text = sourceHealthText(all, now);
    expect(text.summary).to.equal('290 tenants, 10 companies');
    expect(text.reading).to.deep.equal(['HaloPSA (PSA 2): 1,200 of 5,000']);
    expect(text.concerns.map(({ sentence }) => sentence)).to.deep.equal([
      'Account 1: only a part of the list came. 90 of 120 tenants came. Nothing was removed. The last whole list came 2 minutes ago.',
      'Account 2: not read yet.',
      'HaloPSA (PSA 1): could not be read. The connected system does not answer. The last whole list came 2 minutes ago.',
    ]);
    expect(isAwaitingLists(all)).to.equal(true);
  });

  it('gives the reason in the language of the page, with the facts that the server tells; without them as the server words it', async () => {
    const partial: SourceHealth = { ...complete(90), state: 'partial', why: 'Partner Center gave only 90 of 1,200 tenants that we can read.', facts: [{ code: 'list-short', system: 'Partner Center', count: 90, expected: 1200, rows: 'tenants' }] };
    const all = make([partial], [{ ...complete(5), state: 'failed', why: 'An adapter of its own words.' }]);
    // Imported as the translations are, so that there is one page and not two.
    const [{ speechOf }, { speak }, page] = await Promise.all([import('../app/language.js'), import('../app/words.js'), import('./sourceHealthText.js')]);
    const said: string[][] = [];
    for (const language of ['de', 'fr', 'nl', 'es'] as const) {
      await speak(speechOf(language));
      said.push(page.sourceHealthText(all, now).concerns.map(({ sentence }) => sentence.replace(/[\u00A0\u202F]/g, ' ')));
    }
    await speak(speechOf('en'));
    expect(said.map(([first]) => first)).to.deep.equal([
      'Account 1: Nur ein Teil der Liste ist angekommen. Partner Center hat nur 90 von 1.200 Mandanten geliefert, die wir lesen können. Nichts wurde entfernt. Die letzte vollständige Liste: vor 2 Minuten.',
      'Account 1 : une partie seulement de la liste est arrivée. Partner Center n’a donné que 90 sur 1 200 locataires que nous puissions lire. Rien n’a été supprimé. Dernière liste complète : il y a 2 minutes.',
      'Account 1: slechts een deel van de lijst is aangekomen. Partner Center gaf maar 90 van 1.200 tenants die we kunnen lezen. Er is niets verwijderd. De laatste volledige lijst kwam 2 minuten geleden.',
      'Account 1: solo ha llegado una parte de la lista. Partner Center solo dio 90 de 1200 inquilinos que podamos leer. No se ha quitado nada. La última lista completa llegó hace 2 minutos.',
    ]);
    for (const [, second] of said) expect(second).to.include('An adapter of its own words.');
  });

  it('names the source to read again, and how many rows a person may confirm', () => {
    const why = 'The list came whole, but 40 of 100 known rows are suddenly not in it.';
    const [concern] = sourceHealthText(make([], [{ ...complete(100), state: 'partial', why, doubtedRows: 40 }]), now).concerns.filter(({ source }) => source);
    expect(concern).to.deep.include({ source: { kind: 'psa-connection', psaConnectionId: 'p0' }, sentence: `HaloPSA (PSA 1): ${why}`, doubtedRows: 40 });
  });

  it('tells which list is paused, offers nothing for it and waits for none', () => {
    const paused: SourceHealth = { ...complete(100, '2026-01-01T12:00:00Z'), state: 'paused', doubtedRows: 40 };
    const all = make([complete(200)], [paused, { ...never, state: 'paused' }]);
    const { summary, concerns } = sourceHealthText(all, now);
    expect(summary, 'the age is that of the lists that are read').to.equal('290 tenants, 100 companies, updated 2 minutes ago');
    expect(concerns.map(({ sentence, source, doubtedRows }) => [sentence, source, doubtedRows])).to.deep.equal([
      ['HaloPSA (PSA 1): paused, so it is not read until an administrator of the app resumes it. The last whole list came 9 days ago.', null, 0],
      ['HaloPSA (PSA 2): paused, so it is not read until an administrator of the app resumes it. No whole list has come so far.', null, 0],
    ]);
    expect([isAwaitingLists(all), areAllComplete(all)]).to.deep.equal([false, true]);
  });

  it('says so when nothing was read or nothing is connected', () => {
    expect(sourceHealthText(make([never], [never]), now).summary).to.match(/not been read yet/);
    expect(sourceHealthText(make([], []), now).summary).to.match(/No Partner Center account and no PSA/);
    expect(sourceHealthText(make([complete(1)], []), now).concerns.map(({ sentence }) => sentence)).to.deep.equal(['No PSA is connected yet.']);
  });

  it('waits for lists that are read now or have their turn yet, not for those that failed', () => {
    const failed: SourceHealth = { ...complete(5), state: 'failed' };
    expect(isAwaitingLists(make([{ ...complete(0, '2026-01-10T11:58:00Z'), state: 'never-synced', completeAt: null }], [complete(1)]))).to.equal(true);
    expect(isAwaitingLists(make([complete(1)], [failed]))).to.equal(false);
  });

  it('knows which PSAs auto-map cannot count on', () => {
    const unread: SourceHealth = { ...never, state: 'syncing' };
    const all = make([complete(1)], [complete(5), unread]);
    expect([psasNeverRead(all, null), psasNeverRead(all, 'p0'), psasNeverRead(all, 'p1')]).to.deep.equal([['HaloPSA (PSA 2)'], [], ['HaloPSA (PSA 2)']]);
    expect([hasCompanies(all, null), hasCompanies(all, 'p0'), hasCompanies(all, 'p1')]).to.deep.equal([true, true, false]);
  });

  it('tells a first start from an old list', () => {
    const first: SourceHealth = { ...never, state: 'syncing' };
    expect(sourceHealthText({ ...make([first], [first]), tenantCount: 0 }, now).summary).to.match(/being read for the first time/);
  });

  it('misses tenants while an account has never come in full', () => {
    expect(lacksTenants(make([complete(1), { ...complete(0), state: 'failed', completeAt: null }], []))).to.equal(true);
    expect(lacksTenants(make([complete(0)], [{ ...complete(0), completeAt: null }]))).to.equal(false);
  });

  it('notices that a pull has ended', () => {
    expect(latestPull(make([complete(1)], []))).to.equal(latestPull(make([complete(1)], [])));
    expect(latestPull(make([complete(1)], []))).not.to.equal(latestPull(make([complete(2)], [])));
  });
});
