import { expect } from 'chai';
import { incomingActivity } from '../../bot/gates/activity.js';
import { defaultPlaygroundIds, idsOf, playgroundActivity, toPlaygroundBody, toPlaygroundPath, toTeamsActivity, toTeamsAnswer, type Names, type PlaygroundActivity } from './rewriteActivity.js';

const orgId = '11111111-1111-4111-8111-111111111111';
const bot = { id: '28:22222222-2222-4222-8222-222222222222', name: 'Tenant Mapper' };
const person = { id: '29:1mapper', name: 'Demo Mapper', aadObjectId: '55555550-5555-4555-8555-555555555555' };
const member = { ...person, email: 'demo.mapper@msp.example', tenantId: orgId };
const teams = { orgId, serviceUrl: 'http://127.0.0.1:4000', bot, person, member };
const playground = defaultPlaygroundIds;
const names: Names = { teams, playground };
const testBot = { id: playground.botId, name: 'Test Bot' };

/** As version 0.2.28 sends it. */
function sent(change: Record<string, unknown> = {}): PlaygroundActivity {
  return playgroundActivity.parse({
    type: 'message',
    id: '1871db5c-b283-4217-b0f0-c2259fcd03a0',
    text: 'help',
    from: { id: 'user-id-0', name: 'Some Person', aadObjectId: '00000000-0000-0000-0000-0000000000020' },
    recipient: testBot,
    serviceUrl: 'http://localhost:56150/_connector',
    conversation: { conversationType: 'personal', tenantId: playground.tenantId, id: 'be29301b' },
    channelData: { tenant: { id: playground.tenantId }, source: { name: 'message' } },
    channelId: 'msteams',
    ...change,
  });
}

describe("the Playground's activities as Teams'", () => {
  it('pass the gate, which they do not as they come', () => {
    const changes = [{}, { type: 'invoke', name: 'adaptiveCard/action', value: {} }, { type: 'installationUpdate', action: 'add' }, { type: 'conversationUpdate', membersAdded: [testBot] }];
    for (const change of changes) {
      expect(incomingActivity.safeParse(sent(change)).success).to.equal(false);
      expect(incomingActivity.safeParse(toTeamsActivity(sent(change), teams)).success).to.equal(true);
    }
  });

  it('come from the chosen person, to our bot, in our organization', () => {
    const activity = toTeamsActivity(sent(), teams);
    expect(activity).to.deep.equal({
      ...sent(),
      from: person,
      recipient: bot,
      serviceUrl: teams.serviceUrl,
      conversation: { conversationType: 'personal', tenantId: orgId, id: 'be29301b' },
      channelData: { tenant: { id: orgId }, source: { name: 'message' } },
    });
    expect(toTeamsActivity(sent({ channelData: undefined, channelId: 'emulator' }), teams)).to.deep.include({ channelData: { tenant: { id: orgId } }, channelId: 'msteams' });
  });

  it("mention our bot by its name, and leave other people's mentions", () => {
    const other = { type: 'mention', mentioned: { id: 'user-id-1', name: 'Another Person' }, text: '<at>Another Person</at>' };
    const mention = { type: 'mention', mentioned: testBot, text: '<at>Test Bot</at>' };
    const activity = toTeamsActivity(sent({ text: '<at>Test Bot</at> ask <at>Another Person</at>', entities: [mention, other, { type: 'clientInfo' }] }), teams);
    expect(activity.text).to.equal('<at>Tenant Mapper</at> ask <at>Another Person</at>');
    expect(activity.entities).to.deep.equal([{ type: 'mention', mentioned: bot, text: '<at>Tenant Mapper</at>' }, other, { type: 'clientInfo' }]);
  });

  it('add the bot under its own id', () => {
    const { membersAdded } = toTeamsActivity(sent({ type: 'conversationUpdate', membersAdded: [{ id: 'user-id-0', aadObjectId: 'x' }, { id: playground.botId }] }), teams);
    expect(membersAdded).to.deep.equal([person, bot]);
  });

  it("tell the Playground's own ids, whatever its configuration says", () => {
    const activity = sent({ from: { id: 'me' }, recipient: { id: 'the-bot' }, conversation: { id: 'c', tenantId: 't' } });
    expect(idsOf(activity)).to.deep.equal({ personId: 'me', botId: 'the-bot', tenantId: 't' });
    expect(toTeamsActivity(activity, teams)).to.deep.include({ from: person, recipient: bot });
  });

  it('are refused where they are none', () => {
    for (const change of [{ from: undefined }, { recipient: { id: '' } }, { conversation: 'x' }, { type: 7 }, { id: '' }]) {
      expect(playgroundActivity.safeParse({ ...sent(), ...change }).success, JSON.stringify(change)).to.equal(false);
    }
  });
});

describe("the app's answers in the Playground's names", () => {
  it('go back to the one who asked', () => {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { text: `${bot.id} ${orgId}` } }];
    const answer = { type: 'message', from: bot, recipient: person, conversation: { id: 'be29301b', tenantId: orgId }, channelData: { tenant: { id: orgId } }, entities: [{ type: 'mention', mentioned: person, text: '<at>x</at>' }], attachments };
    expect(JSON.parse(JSON.stringify(toPlaygroundBody(answer, names)))).to.deep.equal({
      type: 'message',
      from: { id: playground.botId, name: 'Tenant Mapper' },
      recipient: { id: 'user-id-0', name: 'Demo Mapper' },
      conversation: { id: 'be29301b', tenantId: playground.tenantId },
      channelData: { tenant: { id: playground.tenantId } },
      entities: [{ type: 'mention', mentioned: { id: 'user-id-0', name: 'Demo Mapper' }, text: '<at>x</at>' }],
      attachments,
    });
  });

  it('may open a conversation', () => {
    const opened = toPlaygroundBody({ isGroup: false, bot, members: [{ id: person.id }, { id: 'user-id-3' }], tenantId: orgId, activity: { type: 'message', from: bot } }, names);
    expect(JSON.parse(JSON.stringify(opened))).to.deep.equal({
      isGroup: false,
      bot: { id: playground.botId, name: 'Tenant Mapper' },
      members: [{ id: 'user-id-0' }, { id: 'user-id-3' }],
      tenantId: playground.tenantId,
      activity: { type: 'message', from: { id: playground.botId, name: 'Tenant Mapper' } },
    });
  });

  it('are objects', () => {
    for (const body of [undefined, null, 'x', 7, [1], { from: 'me' }, { activity: 'x' }]) expect(() => toPlaygroundBody(body, names), JSON.stringify(body)).to.throw();
  });

  it('name people in paths', () => {
    const of = (id: string) => toPlaygroundPath(`/v3/conversations/team-id%3Bmessageid%3D17/members/${encodeURIComponent(id)}`, names);
    for (const id of [person.id, person.aadObjectId]) expect(of(id)).to.equal('/v3/conversations/team-id%3Bmessageid%3D17/members/user-id-0');
    expect(of('user-id-3')).to.equal('/v3/conversations/team-id%3Bmessageid%3D17/members/user-id-3');
    expect(of('../../x')).to.match(/members\/\.\.%2F\.\.%2Fx$/);
    expect(toPlaygroundPath('/v3/%E0%A4%A/x', names)).to.equal(undefined);
  });

  it('list members as the organization has them', () => {
    const me = { id: 'user-id-0', aadObjectId: 'x', tenantId: playground.tenantId };
    const other = { id: 'user-id-1', name: 'Another Person', aadObjectId: 'y', tenantId: playground.tenantId };
    const known = { id: 'user-id-1', name: 'Another Person', tenantId: orgId };
    const asJson = (body: unknown) => JSON.parse(JSON.stringify(toTeamsAnswer(body, names))) as unknown;
    expect(asJson([me, other])).to.deep.equal([member, known]);
    expect(asJson({ members: [other, me], totalCount: 3 })).to.deep.equal({ members: [known, member], totalCount: 3 });
    expect(asJson(me)).to.deep.equal(member);
    expect(asJson({ id: '1795441363486-3f3fe141' })).to.deep.equal({ id: '1795441363486-3f3fe141' });
    expect(asJson({ error: { code: 'x' } })).to.deep.equal({ error: { code: 'x' } });
  });
});
