import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readDeepLink } from './deepLink.js';

describe('readDeepLink', () => {
  const app = { teamsAppId: '44444444-4444-4444-8444-444444444444', botId: '22222222-2222-4222-8222-222222222222' };
  const entity = (id: string, context: string) => `https://teams.microsoft.com/l/entity/${id}/companies?context=${encodeURIComponent(context)}`;

  it("finds the app's own pages", () => {
    expect(readDeepLink(entity(app.teamsAppId.toUpperCase(), '{"subEntityId":"bulk"}'), app)).to.deep.equal({ kind: 'tab', pageId: 'companies', subPageId: 'bulk' });
    expect(readDeepLink(entity(app.teamsAppId, '{"subPageId":"bulk"}'), app)).to.deep.equal({ kind: 'tab', pageId: 'companies', subPageId: 'bulk' });
    for (const context of ['', '{', 'null', '{"subEntityId":1}']) expect(readDeepLink(entity(app.teamsAppId, context), app)).to.include({ kind: 'tab', subPageId: '' });
    expect(readDeepLink(`https://teams.microsoft.com/l/chat/0/0?users=28:${app.botId}`, app)).to.deep.equal({ kind: 'chat' });
  });

  it('leaves other links to the browser, and refuses what is no link', () => {
    expect(readDeepLink(entity(app.botId, ''), app).kind).to.equal('elsewhere');
    expect(readDeepLink('https://example.com/l/entity/x', app).kind).to.equal('elsewhere');
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/hosts', 'bulk', '']) expect(readDeepLink(text, app)).to.deep.equal({ kind: 'refused' });
  });
});
