import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createChat, type Chat } from '../../bot/chat/createChat.js';
import { startServer } from '../../bot/server.js';
import type { Company } from '../../services/domain/company.js';
import type { AccountTenant } from '../../services/domain/tenant.js';
import type { Services } from '../../services/index.js';
import type { Clock } from '../../services/runtime/clock.js';
import type { Config } from '../../services/runtime/config.js';
import { startEntra, type Entra } from '../../simulators/entra/startEntra.js';
import { makeTestConfig, testIds } from './testConfig.js';
import { openTestOrganization, orgId, type TestOrganization } from './testOrganization.js';
import { startConnector, type Connector } from './startConnector.js';

export type Scope = 'personal' | 'groupChat' | 'channel';
export type Answer = { readonly status: number; readonly body: unknown };
export type TestChat = {
  readonly organization: TestOrganization;
  readonly connector: Connector;
  readonly logged: string[];
  /** A look at what is to be told, as the host has one every minute. */
  readonly tellNews: () => Promise<void>;
  /** Likewise of another process, over the same database. */
  readonly tellNewsElsewhere: () => Promise<void>;
  /** An activity of a person (default: the mapper), in a personal chat unless told otherwise. */
  deliver(activity: Readonly<Record<string, unknown>>, where?: { readonly scope?: Scope; readonly userId?: string }): Promise<Answer>;
  /** Ends the server and opens its data anew: what was only in memory is gone. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

type Options = {
  /** From `startChatEntra`; making its keys takes a third of a second. */
  readonly entra: Entra;
  readonly tenants: readonly AccountTenant[];
  readonly companies: readonly Company[];
  readonly config?: Partial<Config>;
  /** Use cases to put in the place of the real ones. */
  readonly services?: (real: Services) => Partial<Services>;
};

const botMention = '<at>Tenant Mapper</at>';

/** Knows the test configuration's bot. */
export function startChatEntra(): Promise<Entra> {
  return startEntra({ apps: [{ tenantId: testIds.orgId, clientId: testIds.botId, clientSecret: 'of the test' }] });
}

/** The real chat behind the real server and its gates, over the embedded store; a connector that records what the bot sends. */
export async function startTestChat({ entra, tenants, companies, config: given = {}, services: replace = () => ({}) }: Options): Promise<TestChat> {
  const connector = await startConnector((token) => entra.verifyAppToken(token, 'https://api.botframework.com'));
  const organization = await openTestOrganization(tenants, companies);
  const base = makeTestConfig(entra.url, given);
  const config: Config = { ...base, organization: { ...base.organization, orgId }, anchors: { ...base.anchors, botServiceOrigins: [connector.url] } };
  const logged: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  let aheadMs = 0;
  // Time flies, so that no limit of requests per second is met.
  const clock: Clock = { now: () => new Date(Date.now() + (aheadMs += 50)) };
  const tabFolder = mkdtempSync(join(tmpdir(), 'tenant-mapper-tab-'));
  let tellNews: Chat['tellNews'] = () => Promise.resolve();
  const start = () => {
    const services: Services = { ...organization.services, ...replace(organization.services) };
    const chat = createChat({ config, services, logger, clock });
    ({ tellNews } = chat);
    return startServer({ config, services, chat, clock, logger, tabFolder });
  };
  let server = await start();
  let lastId = 1_700_000_000_000;

  function complete(activity: Readonly<Record<string, unknown>>, scope: Scope, userId: string) {
    const isPersonal = scope === 'personal';
    const conversationId = isPersonal ? `a:${userId}` : scope === 'groupChat' ? '19:group@thread.v2' : '19:channel@thread.tacv2;messageid=1';
    const isText = activity['type'] === 'message' && typeof activity['text'] === 'string';
    const mention = { type: 'mention', mentioned: { id: `28:${config.bot.appId}`, name: 'Tenant Mapper' }, text: botMention };
    return {
      id: String((lastId += 1)),
      channelId: 'msteams',
      serviceUrl: `${connector.url}/emea/`,
      from: { id: `29:${userId}`, name: 'Demo Mapper', aadObjectId: userId },
      recipient: { id: `28:${config.bot.appId}`, name: 'Tenant Mapper' },
      conversation: { id: conversationId, conversationType: scope, tenantId: orgId, ...(isPersonal ? {} : { isGroup: true }) },
      channelData: { tenant: { id: orgId } },
      ...activity,
      ...(isText && !isPersonal ? { text: `${botMention} ${String(activity['text'])}\n`, entities: [mention] } : {}),
    };
  }

  return {
    organization,
    connector,
    logged,
    tellNews: () => tellNews(),
    tellNewsElsewhere: () => createChat({ config, services: organization.services, logger, clock }).tellNews(),
    async deliver(activity, { scope = 'personal', userId = testIds.mapper } = {}) {
      const body = complete(activity, scope, userId);
      const token = await entra.issueChannelToken({ audience: config.bot.appId, serviceUrl: body.serviceUrl });
      const response = await fetch(`${server.url}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    },
    async restart() {
      await server.close();
      await organization.reopen();
      server = await start();
    },
    async close() {
      await server.close();
      await organization.close();
      await connector.close();
      rmSync(tabFolder, { recursive: true });
    },
  };
}
