import { expect } from 'chai';
import { admin, startTeamsTestBed, viewer, type TeamsTestBed } from '../../test/support/startTeamsTestBed.js';
import { readExtension } from './readExtension.js';

describe('message extension of the Teams simulator', () => {
  let bed: TeamsTestBed;
  let conversationId = '';
  const { userId } = admin;
  before(async () => {
    bed = await startTeamsTestBed();
    conversationId = ((await (await bed.call('/teams/conversations', { userId, scope: 'personal' })).json()) as { conversationId: string }).conversationId;
  });
  after(() => bed.close());

  const ask = async (path: string, body: object) => (await bed.call(`/teams/extension/${path}`, { userId, conversationId, ...body })).json();
  const answerWith = (body: unknown, status = 200) => bed.answerActivities(({ name }) => ({ status, body: String(name).startsWith('composeExtension/') ? body : {} }));
  const valueOf = async (name: string) => (await bed.activity((activity) => activity['name'] === `composeExtension/${name}`)).activity['value'];
  const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card, preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: 'A &lt;b&gt;', text: '<i>x</i> &amp; y' } } };

  it("reads the manifest's searches, actions and domains", () => {
    const { searches, messageActions, linkDomains } = readExtension('127.0.0.1');
    expect(searches.map(({ id, parameter }) => `${id} ${parameter}`)).to.deep.equal(['findTenant query', 'findCompany query', 'findLink query']);
    expect(messageActions).to.deep.equal([{ id: 'linkTenant', title: 'Link this tenant' }]);
    expect(linkDomains).to.deep.equal(['127.0.0.1']);
  });

  it('asks as Teams does when nothing was typed, and shows previews as text', async () => {
    answerWith({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [attachment] } });
    expect(await ask('search', { commandId: 'findTenant', text: '' })).to.deep.equal({ kind: 'results', results: [{ title: 'A <b>', text: 'x & y', card }] });
    expect(await valueOf('query')).to.deep.equal({ commandId: 'findTenant', parameters: [{ name: 'initialRun', value: 'true' }], queryOptions: { skip: 0, count: 25 } });
  });

  it('opens a dialog on a message, which goes along as HTML, and hands back what is submitted', async () => {
    const { id: messageId } = (await (await bed.call('/teams/messages', { userId, conversationId, text: 'Please link <Nordwind> & co' })).json()) as { id: string };
    answerWith({ task: { type: 'continue', value: { title: 'Link', card: { contentType: attachment.contentType, content: card } } } });
    expect(await ask('dialog', { commandId: 'linkTenant', messageId })).to.deep.equal({ kind: 'dialog', title: 'Link', card });
    expect(await valueOf('fetchTask')).to.have.nested.property('messagePayload.body.content', '<p>Please link &lt;Nordwind&gt; &amp; co</p>');
    answerWith({ task: { type: 'message', value: 'Not allowed' } });
    expect(await ask('dialog', { commandId: 'linkTenant', messageId, data: { step: 'save' } })).to.deep.equal({ kind: 'sentence', text: 'Not allowed' });
    expect(await valueOf('submitAction')).to.deep.include({ data: { step: 'save' }, commandContext: 'message' });
  });

  it("asks about links to the manifest's domains only", async () => {
    answerWith({ composeExtension: { type: 'message', text: 'x' } });
    for (const url of ['https://evil.example/tab/', 'https://teams.microsoft.com/l/entity/x', 'no link']) expect(await ask('link', { url })).to.deep.equal({ kind: 'nothing' });
    expect(await ask('link', { url: 'http://127.0.0.1:4000/tab/' })).to.deep.equal({ kind: 'sentence', text: 'x' });
    answerWith({});
    expect(await ask('link', { url: 'http://127.0.0.1:4000/tab/' })).to.deep.equal({ kind: 'nothing' });
  });

  it('says when the app answers with nothing that Teams understands, and refuses what is not there', async () => {
    answerWith({ composeExtension: { type: 'made-up' } });
    expect(await ask('search', { commandId: 'findTenant', text: 'x' })).to.deep.include({ kind: 'failed' });
    answerWith({}, 500);
    expect(await ask('search', { commandId: 'findTenant', text: 'x' })).to.deep.include({ kind: 'failed' });
    expect((await bed.call('/teams/extension/search', { userId, conversationId, commandId: 'made-up', text: '' })).status).to.equal(404);
    expect((await bed.call('/teams/extension/dialog', { userId, conversationId, commandId: 'linkTenant', messageId: '1' })).status).to.equal(404);
    expect((await bed.call('/teams/extension/search', { userId: viewer.userId, conversationId, commandId: 'findTenant', text: '' })).status).to.equal(404);
  });

  it('posts a card with a message, and tells the bot of the text only', async () => {
    expect((await bed.call('/teams/messages', { userId, conversationId, text: '', cards: [card] })).status).to.equal(200);
    expect((await bed.call('/teams/messages', { userId, conversationId, text: '' })).status).to.equal(400);
    expect(bed.received.filter(({ activity }) => activity['type'] === 'message').map(({ activity }) => activity['text'])).to.deep.equal(['Please link <Nordwind> & co']);
  });
});
