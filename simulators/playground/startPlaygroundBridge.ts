import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { AppError } from '../../services/runtime/errors.js';
import { isLoopbackHost } from '../../services/runtime/trustAnchors.js';
import { listen, type Simulator } from '../simulator.js';
import { denyStranger, failure, isFromBot, memberOf } from '../teams/connector.js';
import { makeDelivery, parseAnswer } from '../teams/delivery.js';
import { makeIdentities } from '../teams/identities.js';
import { isCrossSite, isOwnHost, readJson, sendError, sendJson } from '../teams/requests.js';
import type { TeamsIssuer } from '../teams/startTeams.js';
import type { TeamsApp, TeamsPerson } from '../teams/wire.js';
import { defaultPlaygroundIds, idsOf, playgroundActivity, toPlaygroundBody, toPlaygroundPath, toTeamsActivity, toTeamsAnswer, type Names, type TeamsIds } from './rewriteActivity.js';

export type PlaygroundBridgeOptions = {
  readonly port?: number | undefined;
  /** The app server's origin. */
  readonly appUrl: string;
  /** The Playground's origin, on loopback. It need not run yet. */
  readonly playgroundUrl?: string;
  readonly entra: Pick<TeamsIssuer, 'issueChannelToken' | 'verifyAppToken'>;
  readonly orgId: string;
  /** Whoever uses the Playground is this person to the app. */
  readonly person: TeamsPerson;
  readonly app: TeamsApp;
};

// As long as the app waits for the Bot Connector at most.
const timeoutMs = 8_000;

/**
 * Stands where Teams' service stands between the Microsoft 365 Agents Playground and the app: the Playground can't sign,
 * so this signs what it sends, and is the Bot Connector that the app answers to. Both directions in the other one's names.
 */
export async function startPlaygroundBridge(options: PlaygroundBridgeOptions): Promise<Simulator> {
  const { appUrl, entra, orgId, person, app, playgroundUrl = 'http://127.0.0.1:56150' } = options;
  if (!isLoopbackHost(new URL(playgroundUrl).hostname)) throw new Error(`The Playground must run on this machine, not at ${playgroundUrl}.`);
  let handle = (_request: IncomingMessage, response: ServerResponse): Promise<void> => Promise.resolve(void response.writeHead(503).end());
  const simulator = await listen((request, response) => {
    handle(request, response).catch((error: unknown) => sendError(response, error));
  }, options.port);

  const serviceUrl = simulator.url;
  const port = Number(new URL(serviceUrl).port);
  const identities = makeIdentities(orgId, app);
  const teams: TeamsIds = { orgId, serviceUrl, bot: identities.bot, person: identities.account(person), member: memberOf(person, identities, orgId) };
  const deliver = makeDelivery({ appUrl, botId: app.botId, serviceUrl, issueChannelToken: entra.issueChannelToken });
  let playground = defaultPlaygroundIds;

  async function takeActivity(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // The Playground asks first whether anybody is there.
    if (request.method === 'HEAD') return void response.writeHead(200).end();
    if (request.method !== 'POST') throw new AppError('not-found', `${request.method ?? ''} /api/messages`);
    const parsed = playgroundActivity.safeParse(await readJson(request));
    if (!parsed.success) throw new AppError('bad-request', z.prettifyError(parsed.error));
    playground = idsOf(parsed.data);
    const { status, body } = await deliver(toTeamsActivity(parsed.data, teams));
    if (status === 0) sendJson(response, 502, failure('BotNotReachable', `Unable to reach the app: ${String(body)}.`));
    else if (body === '') response.writeHead(status).end();
    else sendJson(response, status, body);
  }

  async function passOn(request: IncomingMessage, response: ServerResponse, { pathname, search }: URL): Promise<void> {
    if (!(await isFromBot(request, { botId: app.botId, verifyAppToken: entra.verifyAppToken }))) return denyStranger(response);
    const names = { teams, playground };
    const path = toPlaygroundPath(pathname, names);
    if (path === undefined) throw new AppError('bad-request', 'the path is broken');
    const { method = 'GET' } = request;
    const hasBody = method === 'POST' || method === 'PUT';
    // The app's token stays here.
    const init = hasBody ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(translate(await readJson(request), names)) } : {};
    const answer = await ask(`${playgroundUrl}/_connector${path}${search}`, { ...init, method });
    if (!answer) return sendJson(response, 502, failure('ServiceError', 'The Playground does not answer.'));
    if (answer.text === '') return void response.writeHead(answer.status).end();
    sendJson(response, answer.status, toTeamsAnswer(parseAnswer(answer.text), names));
  }

  handle = async (request, response) => {
    if (!isOwnHost(request, port)) throw new AppError('not-allowed', 'the Host header names another host');
    if (isCrossSite(request)) throw new AppError('not-allowed', 'a web page asked');
    const url = new URL(request.url ?? '/', serviceUrl);
    if (url.origin !== serviceUrl) throw new AppError('bad-request', 'the address names another host');
    if (url.pathname === '/api/messages') return takeActivity(request, response);
    if (url.pathname.startsWith('/v3/')) return passOn(request, response, url);
    throw new AppError('not-found', url.pathname);
  };
  return { url: serviceUrl, close: () => simulator.close() };
}

function translate(body: unknown, names: Names): Record<string, unknown> {
  try {
    return toPlaygroundBody(body, names);
  } catch (error) {
    throw new AppError('bad-request', 'the body is no activity', { cause: error });
  }
}

async function ask(url: string, init: RequestInit): Promise<{ readonly status: number; readonly text: string } | undefined> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}
