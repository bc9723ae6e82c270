import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createChat } from '../../../bot/chat/createChat.js';
import { startServer } from '../../../bot/server.js';
import type { PsaAdapter } from '../../../services/psa/psaAdapter.js';
import { createServices, type Services } from '../../../services/index.js';
import type { RunOptions } from '../../../services/domain/progress.js';
import type { Clock } from '../../../services/runtime/clock.js';
import type { Config } from '../../../services/runtime/config.js';
import type { Store } from '../../../services/storage/ports.js';
import { buttonOf, textsOf } from '../../support/checkCard.js';
import { fixedConnections } from '../../support/connectionParts.js';
import { startConnector } from '../../support/startConnector.js';
import { startChatEntra } from '../../support/startTestChat.js';
import { makeTestConfig, testIds } from '../../support/testConfig.js';
import { aCaller, aCompany, accountOne, aTenant, orgId, psaOne, tenantId } from '../../support/testOrganization.js';
import { untilSo } from '../../support/untilSo.js';
import { naiveServices } from './naiveServices.js';

export type Pressed = { readonly result: string };
export type ChatWorld = {
  /** A card of its own for that tenant, in a group chat. */
  deal(n: number): Promise<unknown>;
  press(card: unknown, title: 'Link' | 'Ignore', how?: { readonly activityId?: string; readonly byAnother?: boolean }): { readonly activityId: string; readonly answered: Promise<Pressed> };
  restart(): Promise<void>;
  /** Saves and decisions of the draft, and what is wrong with them. */
  countEffects(): Promise<{ readonly effects: number; readonly wrong: readonly string[] }>;
  /** How long each delivery took until the app answered. */
  readonly answerMs: readonly number[];
  close(): Promise<void>;
};

type Options = { readonly open: () => Promise<Store>; readonly count: number; readonly isControl: boolean };

/** The app with its gates over a store, a connector, as many tenants and companies, and a PSA that hangs once its list was read. */
export async function createChatWorld({ open, count, isControl }: Options): Promise<ChatWorld> {
  const entra = await startChatEntra();
  const connector = await startConnector((token) => entra.verifyAppToken(token, 'https://api.botframework.com'));
  const logger = pino({ level: 'silent' });
  const tabFolder = mkdtempSync(join(tmpdir(), 'card-actions-'));
  const base = makeTestConfig(entra.url);
  const config: Config = { ...base, organization: { ...base.organization, orgId }, anchors: { ...base.anchors, botServiceOrigins: [connector.url] } };
  const tenants = Array.from({ length: count }, (_, n) => aTenant(n + 1, { name: `Customer ${n + 1}` }));
  const companies = Array.from({ length: count }, (_, n) => aCompany(n + 1));
  let hangs = false;
  /** Until it is cancelled. */
  const hang = (options?: RunOptions) => new Promise<never>((_, reject) => options?.signal?.addEventListener('abort', () => reject(new Error('cancelled'))));
  const adapter: PsaAdapter = { listCompanies: (options) => (hangs ? hang(options) : Promise.resolve({ kind: 'complete', items: companies })), checkAccess: () => hang() };
  const connections = {
    connectionsOf: () =>
      Promise.resolve({
        partnerAccounts: [{ partnerAccountId: accountOne, name: 'One', partnerCenter: { listTenants: (options?: RunOptions) => (hangs ? hang(options) : Promise.resolve({ kind: 'complete', items: tenants } as const)), checkAccess: () => hang() } }],
        psaConnections: [{ psaConnectionId: psaOne, psaId: 'test', psaName: 'Test PSA', name: 'PSA', adapter }],
      }),
  };
  let ahead = 0;
  // Time flies for the gates, so that no limit of requests per second is met.
  const gateClock: Clock = { now: () => new Date(Date.now() + (ahead += 50)) };
  const clock: Clock = { now: () => new Date() };

  let isSynced = false;
  async function start() {
    const store = await open();
    const services = createServices({ store, connections, ...fixedConnections(store), clock, logger });
    if (!isSynced) {
      await services.syncSources({ orgId });
      isSynced = true;
      hangs = true;
    }
    // It hangs from now on, while people press.
    void services.syncSources({ orgId }).catch(() => undefined);
    const used: Services = isControl ? { ...services, ...naiveServices(services) } : services;
    const server = await startServer({ config, services: used, chat: createChat({ config, services: used, logger, clock: gateClock }), clock: gateClock, logger, tabFolder });
    return { store, services, server };
  }
  let app = await start();
  const stop = async () => {
    await app.server.close();
    await app.services.cancelSync(aCaller());
    await app.services.close();
    await app.store.close();
  };

  const answerMs: number[] = [];
  let lastId = 1_700_000_000_000;
  async function deliver(activity: object, userId: string, activityId: string): Promise<unknown> {
    const serviceUrl = `${connector.url}/emea/`;
    const body = { id: activityId, channelId: 'msteams', serviceUrl, from: { id: `29:${userId}`, name: userId === testIds.mapper ? 'Demo Mapper' : 'Demo Admin', aadObjectId: userId }, recipient: { id: `28:${config.bot.appId}`, name: 'Tenant Mapper' }, conversation: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: orgId }, channelData: { tenant: { id: orgId } }, ...activity };
    const token = await entra.issueChannelToken({ audience: config.bot.appId, serviceUrl });
    const started = performance.now();
    const response = await fetch(`${app.server.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
    const text = await response.text();
    answerMs.push(performance.now() - started);
    if (response.status !== 200) throw new Error(`the app answered ${response.status}: ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
  const nextId = () => String((lastId += 1));
  // Beside it may come what an earlier press had to say later.
  const posts = () => connector.messages().filter(({ method, cards }) => method === 'POST' && JSON.stringify(cards).includes('decide-link'));

  return {
    answerMs,
    async deal(n) {
      connector.sent.length = 0;
      await deliver({ type: 'message', text: `link ${tenantId(n + 1)} to Customer ${n + 1}` }, testIds.mapper, nextId());
      await untilSo(() => posts().length > 0, 20_000);
      const card = posts()[0]?.cards[0];
      // A card with both decisions, as the review deals it: the pair is the same, the buttons are more.
      return withIgnore(card);
    },
    press(card, title, { activityId = nextId(), byAnother = false } = {}) {
      const { verb, data } = buttonOf(card, title);
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const answered = deliver({ type: 'invoke', name: 'adaptiveCard/action', value, replyToId: 'the-card' }, byAnother ? testIds.admin : testIds.mapper, activityId).then(async (body) => {
        const given = body as { type: string; value: unknown };
        if (given.type === 'application/vnd.microsoft.card.adaptive') return { result: textsOf(given.value).slice(0, 8).join(' | ') };
        return { result: await settledLater(card) };
      });
      return { activityId, answered };
    },
    async restart() {
      await stop();
      app = await start();
    },
    async countEffects() {
      const { entries } = await app.services.listHistory(aCaller(), { limit: 1_000 });
      const { mappings } = await app.services.listMappings(aCaller(), { query: '', limit: 1_000, offset: 0 });
      const draft = (await app.services.listDraft(aCaller(), { since: 0 })).rows.filter(({ ignored }) => ignored);
      const linked = new Set(mappings.map((mapping) => mapping.tenantId));
      const wrong = draft.filter((row) => linked.has(row.tenantId)).map((row) => `${row.tenantId} is linked and ignored`);
      return { effects: entries.length + draft.length, wrong };
    },
    async close() {
      await stop();
      await connector.close();
      await entra.close();
      rmSync(tabFolder, { recursive: true, force: true });
    },
  };

  /** An answer that came after the turn: the message was replaced by the result. */
  async function settledLater(card: unknown): Promise<string> {
    const { data } = buttonOf(card, 'Link');
    // The control keeps no results to ask for.
    for (let tries = 0; tries < (isControl ? 0 : 100); tries += 1) {
      const body = (await deliver({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'review-refresh', data }, trigger: 'automatic' }, replyToId: 'the-card' }, testIds.mapper, nextId())) as { type: string; value: unknown };
      if (body.type === 'application/vnd.microsoft.card.adaptive' && !textsOf(body.value).some((text) => text === 'Link')) return textsOf(body.value).slice(0, 8).join(' | ');
    }
    return 'no answer';
  }
}

function withIgnore(card: unknown): unknown {
  const { data } = buttonOf(card, 'Link');
  const given = card as { actions: object[] };
  return { ...given, actions: [...given.actions, { type: 'Action.Execute', title: 'Ignore', verb: 'decide-ignore', data }] };
}
