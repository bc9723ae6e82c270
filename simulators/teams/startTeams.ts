import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError } from '../../services/runtime/errors.js';
import { listen, type Simulator } from '../simulator.js';
import { makeActivityBuilder } from './activities.js';
import { makeChat } from './chat.js';
import { makeConnector, type VerifyAppToken } from './connector.js';
import { openConversations } from './conversations.js';
import { makeDelivery } from './delivery.js';
import { makeExtension } from './extension.js';
import { makeHostApi, type IssueSsoToken } from './hostApi.js';
import { makeIdentities } from './identities.js';
import { openPageFiles } from './pageFiles.js';
import { isProxied, makeProxy } from './proxy.js';
import { isOwnHost, sendError } from './requests.js';
import type { TeamsApp, TeamsPerson } from './wire.js';

/** Signs people in and speaks for the channel; `startEntra` gives one. */
export type TeamsIssuer = {
  readonly issueSsoToken: IssueSsoToken;
  readonly issueChannelToken: (claims: { readonly audience: string; readonly serviceUrl: string }) => Promise<string>;
  readonly verifyAppToken: VerifyAppToken;
};

export type TeamsOptions = {
  readonly port?: number | undefined;
  /** The app server's origin. It need not run yet. */
  readonly appUrl: string;
  readonly entra: TeamsIssuer;
  readonly orgId: string;
  readonly orgName: string;
  readonly people: readonly TeamsPerson[];
  readonly app: TeamsApp;
  /** The built page. */
  readonly pageFolder?: string;
};

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Stands for Teams: a page that hosts the tab beside a chat, and the Bot Connector behind it (its service URL is `url`).
 * Tab and API are reached through it at /tab/ and /api/, so that they share the page's origin.
 */
export async function startTeams(options: TeamsOptions): Promise<Simulator> {
  const serveFile = openPageFiles(options.pageFolder ?? 'dist/teams');
  let handle: Handler = (_request, response) => Promise.resolve(void response.writeHead(503).end());
  const simulator = await listen((request, response) => {
    handle(request, response).catch((error: unknown) => sendError(response, error));
  }, options.port);
  handle = makeHandler(options, simulator.url, serveFile);
  return { url: simulator.url, close: () => simulator.close() };
}

function makeHandler({ appUrl, entra, orgId, orgName, people, app }: TeamsOptions, serviceUrl: string, serveFile: ReturnType<typeof openPageFiles>): Handler {
  const port = Number(new URL(serviceUrl).port);
  const identities = makeIdentities(orgId, app);
  const conversations = openConversations(people, identities);
  const activities = makeActivityBuilder({ app, orgId, serviceUrl, identities });
  const deliver = makeDelivery({ appUrl, botId: app.botId, serviceUrl, issueChannelToken: entra.issueChannelToken });
  const chat = makeChat({ conversations, activities, deliver });
  const extension = makeExtension({ conversations, activities, deliver, manifest: app.extension });
  const hostApi = makeHostApi({ session: { app, orgId, orgName, people }, chat, extension, issueSsoToken: entra.issueSsoToken });
  const connector = makeConnector({ app, orgId, people, identities, conversations, serviceUrl, verifyAppToken: entra.verifyAppToken });
  const proxy = makeProxy(appUrl);

  return async (request, response) => {
    if (!isOwnHost(request, port)) throw new AppError('not-allowed', 'the Host header names another host');
    const url = new URL(request.url ?? '/', serviceUrl);
    const { pathname } = url;
    if (url.origin !== serviceUrl) throw new AppError('bad-request', 'the address names another host');
    if (pathname === '/v3/conversations' || pathname.startsWith('/v3/conversations/')) return connector(request, response, pathname);
    if (pathname.startsWith('/teams/')) return hostApi(request, response, url);
    if (isProxied(pathname)) return proxy(request, response, url);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && (await serveFile(response, pathname))) return;
    throw new AppError('not-found', pathname);
  };
}
