import { expect } from 'chai';
import { aCaller, aCompany, accountOne, aRow, aTenant, openTestOrganization, orgId, psaOne, summaryOf, type TestOrganization } from '../../test/support/testOrganization.js';
import { rejection } from '../../test/support/rejection.js';
import type { ConversationAddress, NoticeSettings } from '../domain/notice.js';
import { noticeTopics } from '../domain/notice.js';
import { AppError } from '../runtime/errors.js';
import type { DeliveryOutcome, News } from './deliverNews.js';
import type { Fact } from './fact.js';

describe('deliverNews', () => {
  let organization: TestOrganization;
  let told: News[];
  let outcome: DeliveryOutcome | Error;
  const address = (n = 1, given: Partial<ConversationAddress> = {}): ConversationAddress => ({ conversationId: `a:${n}`, scope: 'personal', teamId: null, serviceUrl: 'https://smba.trafficmanager.net/emea/', language: 'en', ...given });
  const always: NoticeSettings = { isOn: true, topics: noticeTopics, dailyAt: null, quiet: null, timeZone: 'UTC' };
  const subscribe = (settings: Partial<NoticeSettings> = {}, where = address(), caller = aCaller()) => organization.services.setNotices(caller, where, { ...always, ...settings });
  const deliver = () =>
    organization.services.deliverNews({ orgId }, (news) => {
      told.push(news);
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    });
  const textOf = (fact: Fact) => {
    switch (fact.kind) {
      case 'new-tenant':
        return `new ${fact.name}`;
      case 'drift':
        return `${fact.drift} ${fact.nameThen}`;
      case 'sync-problem':
        return `${fact.state} ${fact.sourceName}: ${fact.why}`;
      case 'long-sync':
        return `${fact.sourceName} took ${fact.minutes} minutes`;
      case 'big-save':
        return `${fact.personName} added ${fact.added}`;
    }
  };
  /** What one round of deliveries told. */
  const newsOf = async () => {
    told = [];
    await deliver();
    return told.flatMap(({ facts }) => facts.map(textOf));
  };
  const listTenants = (...names: readonly string[]) => (organization.lists.tenants = (account) => ({ kind: 'complete', items: account === accountOne ? names.map((name, index) => aTenant(index + 1, { name })) : [] }));
  const sync = () => organization.services.syncSources(aCaller());
  const failNext = (sentence = 'It does not answer.') =>
    (organization.lists.companies = () => {
      throw new AppError('source-unavailable', 'down', { sentence });
    });
  const companies = [aCompany(1), aCompany(2)];
  const succeed = () => (organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? companies : [] }));

  beforeEach(async () => {
    organization = await openTestOrganization([aTenant(1), aTenant(2)], companies);
    summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000001', rows: [aRow(1, 1)], reason: '' }));
    told = [];
    outcome = { kind: 'sent' };
  });
  afterEach(() => organization.close());

  it('tells of new tenants, drift and failed lists, each once', async () => {
    await subscribe();
    expect(await newsOf()).to.deep.equal([]);
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    expect(await newsOf()).to.deep.equal(['new Nordwind']);
    listTenants('Contoso', 'Customer 2', 'Nordwind');
    failNext();
    await sync();
    expect(await newsOf()).to.deep.equal(['tenant-renamed Customer 1', 'failed Test PSA (PSA psa-one): It does not answer.', 'failed Test PSA (PSA psa-two): It does not answer.']);
    await sync();
    expect(await newsOf()).to.deep.equal([]);
  });

  it('tells again of what went away and came back', async () => {
    await subscribe();
    failNext();
    await sync();
    expect(await newsOf()).to.have.lengthOf(2);
    succeed();
    await sync();
    expect(await newsOf()).to.deep.equal([]);
    failNext();
    await sync();
    expect(await newsOf()).to.have.lengthOf(2);
  });

  it('tells nobody of a change that was called fine before the round', async () => {
    await subscribe();
    listTenants('Contoso', 'Fabrikam');
    summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000002', rows: [aRow(2, 2)], reason: '' }));
    await sync();
    const [fine] = (await organization.services.listDrift(aCaller(), { limit: 10 })).links;
    if (!fine) throw new Error('nothing has drifted');
    await organization.services.dismissDrift(aCaller(), { change: fine, isFine: true });
    expect(await newsOf()).to.deep.equal(['tenant-renamed Customer 2']);
    expect(fine.nameThen).to.equal('Customer 1');
  });

  it('calls nothing news that was true when a topic was switched on, and leaves out the others', async () => {
    failNext();
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    await subscribe({ topics: ['new-tenants'] });
    expect(await newsOf()).to.deep.equal([]);
    listTenants('Contoso', 'Customer 2', 'Nordwind', 'Südwind');
    await sync();
    expect(await newsOf()).to.deep.equal(['new Südwind']);
    await subscribe({ topics: ['new-tenants', 'drift'] });
    expect(await newsOf()).to.deep.equal([]);
    listTenants('Fabrikam', 'Customer 2', 'Nordwind', 'Südwind');
    await sync();
    expect(await newsOf()).to.deep.equal(['tenant-renamed Customer 1']);
  });

  it('tells of long readings and big saves when they are over', async () => {
    await subscribe();
    organization.pullTenants = (account) => {
      organization.passMinutes(4);
      return Promise.resolve({ kind: 'complete', items: account === accountOne ? Array.from({ length: 60 }, (_, n) => aTenant(n + 1)) : [] });
    };
    organization.lists.companies = (psa) => ({ kind: 'complete', items: psa === psaOne ? Array.from({ length: 60 }, (_, n) => aCompany(n + 1)) : [] });
    await sync();
    expect((await newsOf()).filter((text) => text.startsWith(`Account ${accountOne} took`))).to.have.lengthOf(1);
    summaryOf(await organization.services.saveMappings(aCaller(), { idempotencyKey: 'key-00000002', rows: Array.from({ length: 55 }, (_, n) => aRow(n + 3, n + 3)), reason: '' }));
    expect(await newsOf()).to.deep.equal(['Demo Admin added 55']);
    expect(await newsOf()).to.deep.equal([]);
  });

  it('tells every conversation by itself', async () => {
    await subscribe({}, address(1));
    await subscribe({ topics: ['drift'] }, address(2));
    await subscribe({ isOn: false }, address(3));
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    await deliver();
    expect(told.map(({ conversationId }) => conversationId)).to.deep.equal(['a:1']);
  });

  it('waits for the end of quiet hours, and then tells all at once what is still true', async () => {
    // It is shortly after eight.
    await subscribe({ quiet: { from: '08:00', to: '12:00' } });
    listTenants('Customer 1', 'Customer 2', 'Nordwind', 'Südwind');
    await sync();
    expect(await newsOf()).to.deep.equal([]);
    listTenants('Contoso', 'Customer 2', 'Nordwind');
    await sync();
    organization.passMinutes(4 * 60);
    expect(await newsOf()).to.deep.equal(['new Nordwind', 'tenant-renamed Customer 1']);
    expect(told).to.have.lengthOf(1);
  });

  it('tells once a day, from the chosen time on', async () => {
    await subscribe({ dailyAt: '09:00' });
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    expect(await newsOf()).to.deep.equal([]);
    organization.passMinutes(60);
    expect(await newsOf()).to.deep.equal(['new Nordwind']);
    listTenants('Customer 1', 'Customer 2', 'Nordwind', 'Südwind');
    await sync();
    expect(await newsOf()).to.deep.equal([]);
    organization.passMinutes(23 * 60);
    expect(await newsOf()).to.deep.equal([]);
    organization.passMinutes(60);
    expect(await newsOf()).to.deep.equal(['new Südwind']);
    organization.passMinutes(24 * 60);
    expect(await newsOf()).to.deep.equal([]);
    listTenants('Customer 1', 'Customer 2', 'Nordwind', 'Südwind', 'Westwind');
    await sync();
    expect(await newsOf()).to.deep.equal([]);
  });

  it('has one effect when many processes look at once', async () => {
    await subscribe();
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    await Promise.all(Array.from({ length: 8 }, () => deliver()));
    expect(told).to.have.lengthOf(1);
  });

  it('lets one of two processes write that both saw the same news before either claimed it', async () => {
    await subscribe();
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    let openGate = () => undefined as void;
    const gate = new Promise<void>((resolve) => (openGate = resolve));
    const claims: boolean[] = [];
    let calls = 0;
    const processes = [1, 2].map(() =>
      organization.openAnother((store) => ({
        ...store,
        conversations: {
          ...store.conversations,
          async replace(...given) {
            calls += 1;
            if (calls > 2) return store.conversations.replace(...given);
            if (calls === 2) openGate();
            await gate;
            const isClaimed = await store.conversations.replace(...given);
            claims.push(isClaimed);
            return isClaimed;
          },
        },
      })),
    );
    const sentBy = processes.map(() => 0);
    await Promise.all(
      processes.map((services, index) =>
        services.deliverNews({ orgId }, () => {
          sentBy[index] = (sentBy[index] ?? 0) + 1;
          return Promise.resolve({ kind: 'sent' });
        }),
      ),
    );
    expect(claims).to.have.members([true, false]);
    expect(sentBy).to.have.members([1, 0]);
    expect(await newsOf()).to.deep.equal([]);
  });

  it('waits for a process that is sending, and goes on when it died', async () => {
    await subscribe();
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    await new Promise<void>((resolve) => {
      void organization.services.deliverNews({ orgId }, () => {
        resolve();
        return new Promise(() => undefined);
      });
    });
    expect(await newsOf()).to.deep.equal([]);
    organization.passMinutes(2);
    expect(await newsOf()).to.deep.equal(['new Nordwind']);
  });

  it('sends later what the channel did not take: after the time that it named, else in growing steps', async () => {
    await subscribe();
    await subscribe({}, address(2));
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    outcome = { kind: 'later', retryAfterMs: 5 * 60_000 };
    expect(await newsOf()).to.have.lengthOf(1);
    outcome = { kind: 'sent' };
    expect(await newsOf()).to.deep.equal(['new Nordwind']);
    expect(told[0]?.conversationId).to.equal('a:2');
    organization.passMinutes(4);
    expect(await newsOf()).to.deep.equal([]);
    organization.passMinutes(2);
    expect(await newsOf()).to.deep.equal(['new Nordwind']);

    listTenants('Customer 1', 'Customer 2', 'Nordwind', 'Südwind');
    await sync();
    outcome = new Error('of the test');
    for (const minutes of [0, 2, 3, 5]) {
      organization.passMinutes(minutes);
      expect(await newsOf()).to.have.lengthOf(2);
      expect(await newsOf()).to.deep.equal([]);
    }
    outcome = { kind: 'sent' };
    organization.passMinutes(60);
    expect(await newsOf()).to.have.lengthOf(2);
    expect(await newsOf()).to.deep.equal([]);
  });

  it('forgets a conversation that is gone, and what is set while it sends stays', async () => {
    await subscribe();
    await subscribe({}, address(2));
    listTenants('Customer 1', 'Customer 2', 'Nordwind');
    await sync();
    await organization.services.deliverNews({ orgId }, async ({ conversationId }) => {
      if (conversationId === 'a:2') return { kind: 'gone' };
      await subscribe({ topics: ['drift'] });
      return { kind: 'sent' };
    });
    expect(await organization.services.getNotices(aCaller(), 'a:2')).to.equal(undefined);
    expect((await organization.services.getNotices(aCaller(), 'a:1'))?.settings.topics).to.deep.equal(['drift']);
    await subscribe();
    expect(await newsOf()).to.deep.equal([]);
  });

  it('lets a viewer choose for the own chat only, and forgets on demand', async () => {
    const viewer = aCaller({ role: 'viewer' });
    await subscribe({}, address(1), viewer);
    for (const scope of ['groupChat', 'channel'] as const) expect(await rejection(subscribe({}, address(2, { scope }), viewer))).to.have.property('code', 'not-allowed');
    expect(await organization.services.getNotices(viewer, 'a:2')).to.equal(undefined);
    await organization.services.forgetConversations({ orgId }, { conversationId: 'a:1', teamId: null });
    expect(await organization.services.getNotices(viewer, 'a:1')).to.equal(undefined);
  });

  it('forgets all channels of a team that removed the app', async () => {
    for (const [n, teamId] of [[1, 'team-1'], [2, 'team-1'], [3, 'team-2']] as const) await subscribe({}, address(n, { scope: 'channel', teamId }));
    await organization.services.forgetConversations({ orgId }, { conversationId: 'team-1', teamId: 'team-1' });
    const left = await Promise.all([1, 2, 3].map(async (n) => (await organization.services.getNotices(aCaller(), `a:${n}`)) !== undefined));
    expect(left).to.deep.equal([false, false, true]);
  });
});
