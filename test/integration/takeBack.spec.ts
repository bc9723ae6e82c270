import { expect } from 'chai';
import type { Entra } from '../../simulators/entra/startEntra.js';
import type { DraftDecision } from '../../services/domain/draft.js';
import { createChatPerson, said, type Where } from '../support/chatPerson.js';
import { inputOf } from '../support/checkCard.js';
import { startChatEntra, startTestChat, type TestChat } from '../support/startTestChat.js';
import { testIds } from '../support/testConfig.js';
import { aCaller, aCompany, aTenant, tenantId } from '../support/testOrganization.js';

describe('taking back a decision in chat', function () {
  this.timeout(60_000);
  let entra: Entra;
  let chat: TestChat;
  let person: ReturnType<typeof createChatPerson>;
  before(async () => {
    entra = await startChatEntra();
  });
  after(() => entra.close());
  beforeEach(async () => {
    const tenants = [aTenant(1, { name: 'Brunnen Apotheke', domain: 'brunnen.example' }), aTenant(2, { name: 'Zzyzx Quux', domain: 'zzyzx.example' })];
    chat = await startTestChat({ entra, tenants, companies: [aCompany(21, { name: 'Brunnen Apotheke Nord' }), aCompany(22, { name: 'Brunnen Apotheke Süd' })] });
    person = createChatPerson(chat);
  });
  afterEach(() => chat.close());

  const group: Where = { scope: 'groupChat' };
  const draftOf = async (n: number) => (await chat.organization.services.listDraft(aCaller(), { since: 0 })).rows.find((row) => row.tenantId === tenantId(n));
  const decideInTab = async (decision: { [Kind in DraftDecision['kind']]: Omit<Extract<DraftDecision, { kind: Kind }>, 'tenantId' | 'baseVersion'> }[DraftDecision['kind']], n: number) =>
    chat.organization.services.decideDraft(aCaller(), { since: 0, decisions: [{ ...decision, tenantId: tenantId(n), baseVersion: (await draftOf(n))?.version ?? 0 } as DraftDecision] });
  async function ignored(where: Where = {}) {
    return person.press(await person.ask('ignore zzyzx', where), 'Ignore', { reason: 'our own' }, where);
  }
  async function rejected(where: Where = {}) {
    const card = await person.ask('unmapped', where);
    const north = inputOf(card, 'candidate').choices.find(({ title }) => title.includes('Nord'))?.value;
    return person.press(card, 'Not this company', { candidate: north }, where);
  }

  it('stops ignoring, says who did, and offers to decide', async () => {
    const card = await ignored();
    expect(said(card)).to.contain('Ignored by').and.to.not.contain('in the tab');
    const undone = await person.press(card, 'Undo');
    expect(said(undone)).to.contain('This tenant is no longer ignored.').and.to.contain('Undone by: \nDemo Mapper').and.to.contain('Zzyzx Quux (zzyzx.example)');
    expect((await draftOf(2))?.ignored).to.equal(null);
    const replaced = chat.connector.sent.filter(({ method }) => method === 'PUT').at(-1);
    expect(replaced?.cards[0]).to.deep.equal(undone);
    expect(said(await person.press(undone, 'Decide: Zzyzx Quux'))).to.contain('Link this tenant?');
  });

  it('offers a rejected company again, and leaves the others rejected', async () => {
    const first = await rejected();
    await person.press(person.posted().at(-1), 'Not this company');
    expect((await draftOf(1))?.rejected.map(({ companyId }) => companyId)).to.deep.equal(['21', '22']);
    const undone = await person.press(first, 'Undo');
    expect(said(undone)).to.contain('I may offer this pair again.').and.to.contain('Brunnen Apotheke Nord');
    expect((await draftOf(1))?.rejected.map(({ companyId }) => companyId)).to.deep.equal(['22']);
  });

  it('has one effect for two people, however often it comes and over a restart, and both see who it was', async () => {
    const card = await ignored(group);
    const [mine, theirs, again] = await Promise.all([person.press(card, 'Undo', {}, group), person.press(card, 'Undo', {}, { ...group, userId: testIds.admin }), person.press(card, 'Undo', {}, group)]);
    expect(theirs).to.deep.equal(mine);
    expect(again).to.deep.equal(mine);
    const { version } = (await draftOf(2)) ?? { version: 0 };
    await chat.restart();
    expect(await person.press(card, 'Undo', {}, { ...group, userId: testIds.admin })).to.deep.equal(mine);
    expect((await draftOf(2))?.version).to.equal(version);
  });

  it('takes back nothing that was decided later, and claims nothing that others took back', async () => {
    const card = await ignored(group);
    await decideInTab({ kind: 'stop-ignoring' }, 2);
    expect(said(await person.press(card, 'Undo', {}, group))).to.contain('Nothing was changed.').and.to.contain('Somebody took this back or decided it anew meanwhile.');
    await decideInTab({ kind: 'ignore', reason: 'our own', until: null }, 2);
    expect(said(await person.press(card, 'Undo', {}, group))).to.contain('Nothing was changed.');
    expect((await draftOf(2))?.ignored?.decidedBy.name).to.equal('Demo Admin');
  });

  it('keeps what others decide of the tenant beside it', async () => {
    const card = await rejected();
    await decideInTab({ kind: 'note', text: 'Ask them', seenText: '' }, 1);
    await person.press(card, 'Undo');
    const row = await draftOf(1);
    expect([row?.rejected, row?.note?.text]).to.deep.equal([[], 'Ask them']);
  });

  it('offers no undo for what somebody else had decided before', async () => {
    const card = await person.ask('ignore zzyzx');
    await decideInTab({ kind: 'ignore', reason: '', until: null }, 2);
    const told = await person.press(card, 'Ignore');
    expect(said(told)).to.contain('Ignored by: \nDemo Admin').and.to.contain('It can be taken back in the tab.');
    expect(said(told)).to.not.match(/^Undo$/m);
  });

  it('asks for a second press after an hour, and refuses who may not', async () => {
    const card = await ignored(group);
    await person.press(card, 'Undo', {}, { ...group, userId: testIds.viewer });
    expect(said(person.posted().at(-1))).to.contain('the role "mapper"');
    chat.organization.passMinutes(61);
    const kept = await person.press(card, 'Undo', {}, group);
    expect(said(kept)).to.contain('open for more than an hour').and.to.contain('our own');
    expect((await draftOf(2))?.ignored).to.not.equal(null);
    expect(said(await person.press(kept, 'Undo', {}, group))).to.contain('Undone by');
    expect((await draftOf(2))?.ignored).to.equal(null);
  });
});
