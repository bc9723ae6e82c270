import { expect } from 'chai';
import type { Entra } from '../../simulators/entra/startEntra.js';
import { buttonOf, elementsOf, expectTeamsCard, inputOf, textsOf } from '../support/checkCard.js';
import { startChatEntra, startTestChat, type Scope, type TestChat } from '../support/startTestChat.js';
import { testIds } from '../support/testConfig.js';
import { aCaller, aCompany, aRow, aTenant, everyLink, tenantId } from '../support/testOrganization.js';
import { untilSo } from '../support/untilSo.js';

type Where = { readonly scope?: Scope; readonly userId?: string };

describe('review in chat', function () {
  this.timeout(60_000);
  let entra: Entra;
  let chat: TestChat;
  before(async () => {
    entra = await startChatEntra();
  });
  after(() => entra.close());
  beforeEach(async () => {
    // By name: one that is sure, one with two like it, one that resembles nothing.
    const tenants = [
      aTenant(1, { name: 'Alpenblick Hotel GmbH', domain: 'alpenblick.example' }),
      aTenant(2, { name: 'Brunnen Apotheke', domain: 'brunnen-apotheke.example' }),
      aTenant(3, { name: 'Zzyzx Quux', domain: 'zzyzx.example' }),
    ];
    const companies = [
      aCompany(11, { name: 'Alpenblick Hotel GmbH', website: 'https://alpenblick.example' }),
      aCompany(21, { name: 'Brunnen Apotheke Nord', city: 'Kiel' }),
      aCompany(22, { name: 'Brunnen Apotheke Süd', city: 'Ulm' }),
      aCompany(31, { name: 'Werft Hafenbau AG' }),
    ];
    chat = await startTestChat({ entra, tenants, companies });
  });
  afterEach(() => chat.close());

  const cards = () => chat.connector.messages().filter(({ method }) => method === 'POST').map((message) => message.cards[0]);
  const said = (card: unknown) => textsOf(card).join('\n');
  const links = async () => (await chat.organization.services.listMappings(aCaller(), everyLink)).mappings.map(({ tenantName, companyId, decidedBy }) => [tenantName, companyId, decidedBy.name]);
  const draftOf = async (n: number) => (await chat.organization.services.listDraft(aCaller(), { since: 0 })).rows.find((row) => row.tenantId === tenantId(n));

  async function ask(text: string, where: Where = {}): Promise<unknown> {
    const before = cards().length;
    await chat.deliver({ type: 'message', text }, where);
    await untilSo(() => cards().length > before);
    expectTeamsCard(cards().at(-1));
    return cards().at(-1);
  }
  async function press(card: unknown, title: string, inputs: object = {}, where: Where = {}) {
    const { verb, data } = buttonOf(card, title);
    return pressWith(verb, { ...(data as object), ...inputs }, where);
  }
  async function pressWith(verb: unknown, data: unknown, where: Where = {}) {
    const { status, body } = await chat.deliver({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' }, replyToId: 'the-card' }, where);
    expect(status).to.equal(200);
    const { type, value } = body as { type: string; value: unknown };
    if (type === 'application/vnd.microsoft.card.adaptive') expectTeamsCard(value);
    return value;
  }

  it('deals one tenant after another, says why, and what is left', async () => {
    const first = await ask('unmapped');
    expect(said(first)).to.contain('Alpenblick Hotel GmbH (alpenblick.example)').and.to.contain('Same domain alpenblick.example.').and.to.contain('3 left, 0 decided today');
    const before = cards().length;
    const decided = await press(first, 'Link');
    expect(said(decided)).to.contain('Linked').and.to.contain('Linked by: \nDemo Mapper').and.to.contain('2 left, 1 decided today');
    expect(await links()).to.deep.equal([['Alpenblick Hotel GmbH', '11', 'Demo Mapper']]);
    // Everybody sees it: the message is replaced, and the next one comes.
    const replaced = chat.connector.sent.filter(({ method }) => method === 'PUT').at(-1);
    expect(replaced?.cards[0]).to.deep.equal(decided);
    await untilSo(() => cards().length > before);
    const second = cards().at(-1);
    expect(said(second)).to.contain('Brunnen Apotheke (').and.to.contain('More than one company fits.');

    expect(await press(second, 'Link')).to.equal('Please choose a company first.');
    const choices = inputOf(second, 'candidate').choices;
    expect(inputOf(second, 'candidate')['value']).to.equal(undefined);
    const north = choices.find(({ title }) => title.includes('Nord'))?.value;
    const rejected = await press(second, 'Not this company', { candidate: north });
    expect(said(rejected)).to.contain('I will not offer this pair again.').and.to.contain('Brunnen Apotheke Nord');
    expect((await draftOf(2))?.rejected.map(({ companyId }) => companyId)).to.deep.equal(['21']);
    // The same tenant again, with the company that is left.
    const again = cards().at(-1);
    expect(said(again)).to.contain('Brunnen Apotheke (').and.to.not.contain('Nord');
    const skipped = await press(again, 'Skip');
    expect(said(skipped)).to.contain('Zzyzx Quux').and.to.contain('No company in the PSA resembles it.');
    const ignored = await press(skipped, 'Ignore');
    expect(said(ignored)).to.contain('Ignored by: \nDemo Mapper').and.to.contain('1 left, 3 decided today');
    expect((await draftOf(3))?.ignored?.decidedBy.name).to.equal('Demo Mapper');
    await press(cards().at(-1), 'Ignore');
    expect(said(cards().at(-1))).to.contain('All done').and.to.contain('No tenant waits for a company.');
  });

  it('links to another company that is searched for, and takes it back', async () => {
    const card = await ask('review');
    const other = await press(card, 'Other …', { companyQuery: '' });
    const found = await press(other, 'Search', { companyQuery: 'hafenbau' });
    const hit = inputOf(found, 'companyChoice').choices[0];
    expect(hit?.title).to.contain('Werft Hafenbau AG');
    const decided = await press(found, 'Link', { companyChoice: hit?.value });
    expect(await links()).to.deep.equal([['Alpenblick Hotel GmbH', '31', 'Demo Mapper']]);
    expect(said(await press(decided, 'Undo'))).to.contain('Undone by');
    expect(await links()).to.deep.equal([]);
  });

  it('has one effect when two people press one card, and shows the second who decided', async () => {
    const where: Where = { scope: 'groupChat' };
    const card = await ask('unmapped', where);
    const [mine, theirs] = await Promise.all([press(card, 'Link', {}, where), press(card, 'Ignore', {}, { ...where, userId: testIds.admin })]);
    expect(said(mine)).to.equal(said(theirs));
    const isLinked = (await links()).length === 1;
    expect((await draftOf(1))?.ignored ?? null).to.satisfy((ignored: unknown) => (ignored === null) === isLinked);
    expect((await links()).length + ((await draftOf(1))?.ignored ? 1 : 0)).to.equal(1);
    // Exactly one next card came.
    expect(cards().filter((each) => said(each).includes('Brunnen Apotheke ('))).to.have.lengthOf(1);
  });

  it('tells the same after a restart, in the language of the reader, and only to those who may', async () => {
    const where: Where = { scope: 'channel' };
    const card = await ask('unmapped', where);
    await press(card, 'Link', {}, where);
    await chat.restart();
    const late = await press(card, 'Ignore', {}, { ...where, userId: testIds.admin });
    expect(said(late)).to.contain('Linked by: \nDemo Mapper');
    const { data } = buttonOf(card, 'Ignore');
    const { body } = await chat.deliver({ type: 'invoke', locale: 'fr-FR', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'review-refresh', data }, trigger: 'automatic' }, replyToId: 'the-card' }, where);
    expect(said((body as { value: unknown }).value)).to.contain('Lié par: \nDemo Mapper');
    await press(card, 'Link', {}, { ...where, userId: testIds.viewer });
    expect(said(cards().at(-1))).to.contain('Your role (viewer) may look but not change');
    expect(await links()).to.have.lengthOf(1);
  });

  it('draws the card anew where the tenant was decided elsewhere meanwhile, and changes nothing', async () => {
    const card = await ask('unmapped');
    await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: 'tab', rows: [aRow(1, 31)] });
    const again = await press(card, 'Link');
    expect(said(again)).to.contain('Demo Admin linked Alpenblick Hotel GmbH to Werft Hafenbau AG meanwhile.').and.to.contain('It is linked to Werft Hafenbau AG now.');
    expect(await links()).to.deep.equal([['Alpenblick Hotel GmbH', '31', 'Demo Admin']]);
    const { data } = buttonOf(card, 'Skip');
    expect(said(await pressWith('review-refresh', data))).to.contain('This tenant was linked meanwhile.');
  });

  it('links and ignores by name, after a look', async () => {
    const confirm = await ask('link Alpenblik to hafenbau');
    expect(said(confirm)).to.contain('No tenant fits');
    const pair = await ask('link alpenblick hotel to hafenbau');
    expect(said(pair)).to.contain('Alpenblick Hotel GmbH').and.to.contain('Werft Hafenbau AG');
    expect(await links()).to.deep.equal([]);
    await press(pair, 'Link');
    expect(await links()).to.deep.equal([['Alpenblick Hotel GmbH', '31', 'Demo Mapper']]);
    expect(elementsOf(await ask('link')).filter(({ type }) => type === 'Input.Text')).to.have.lengthOf(2);
    const ignore = await ask('ignore zzyzx');
    await press(ignore, 'Ignore', { reason: ' our own ' });
    expect((await draftOf(3))?.ignored?.reason).to.equal('our own');
    const which = await press(await ask('ignore'), 'Search', { query: 'e' });
    expect(inputOf(which, 'tenantChoice').choices.map(({ title }) => title.split(' · ')[0])).to.include('Brunnen Apotheke');
    expect(said(await press(which, 'Next', { tenantChoice: tenantId(2) }))).to.contain('Ignore this tenant?');
  });

  it('takes the latest save of a person back after asking, as a whole', async () => {
    expect(said(await ask('undo'))).to.contain('You have saved nothing that could be undone');
    await press(await ask('link alpenblick to hafenbau'), 'Link');
    await chat.organization.services.saveMappings(aCaller(), { idempotencyKey: 'theirs', rows: [aRow(2, 21)] });
    const card = await ask('undo');
    expect(said(card)).to.contain('Alpenblick Hotel GmbH: \nWerft Hafenbau AG → no company');
    const [one, two] = await Promise.all([press(card, 'Undo it'), press(card, 'Undo it')]);
    expect(one).to.deep.equal(two);
    expect(said(one)).to.contain('Undone by: \nDemo Mapper');
    expect(await links()).to.deep.equal([['Brunnen Apotheke', '21', 'Demo Admin']]);
    expect(said(await ask('history'))).to.contain('Undo: 1 removed').and.to.contain('1 link added, in the tab');
  });

  it('explains what is missing, proposed, linked and ignored', async () => {
    expect(said(await ask('why zzyzx'))).to.contain('no company in the PSA resembles it');
    expect(said(await ask('why is alpenblick missing?'))).to.contain('I would propose Alpenblick Hotel GmbH').and.to.contain('Same domain alpenblick.example.');
    await press(await ask('link alpenblick to hafenbau'), 'Link');
    expect(said(await ask('why alpenblick'))).to.contain('Linked to Werft Hafenbau AG by Demo Mapper');
    await press(await ask('ignore zzyzx'), 'Ignore', { reason: 'test' });
    expect(said(await ask('why zzyzx'))).to.contain('Demo Mapper ignored it on');
    expect(said(await ask('why nothing like it'))).to.contain('Neither a tenant nor a company fits').and.to.contain('All lists came whole');
    const found = await ask('find brunnen');
    expect(said(found)).to.contain('Brunnen Apotheke Süd').and.to.contain('no company yet');
    expect(said(await press(found, 'Decide: Brunnen Apotheke'))).to.contain('Link this tenant?');
    expect(await chat.deliver({ type: 'message', text: 'find' }).then(() => said(cards().at(-1)))).to.contain('Name, domain or id');
  });

  it('reads the lists in the background and changes its card at the end', async () => {
    let release = () => undefined as void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    chat.organization.pullTenants = async (account) => gate.then(() => chat.organization.lists.tenants(account));
    expect(said(await ask('sync'))).to.contain('Reading the lists');
    release();
    await untilSo(() => chat.connector.sent.some(({ method }) => method === 'PUT'));
    expect(said(chat.connector.sent.at(-1)?.cards[0])).to.contain('The lists are up to date').and.to.contain('complete, 3 rows');
  });
});
