import type { Request, Response, Server, ServerOptions } from 'restify';
import type { Services } from '../services/index.js';
import type { Clock } from '../services/runtime/clock.js';
import type { Config } from '../services/runtime/config.js';
import { AppError } from '../services/runtime/errors.js';
import type { Logger } from '../services/runtime/logger.js';
import { createApiHandlers } from './api/createApiHandlers.js';
import { readJsonBody } from './api/readJsonBody.js';
import { registerApi } from './api/registerApi.js';
import { readBearerToken } from './gates/bearerToken.js';
import { createBotTokenGate } from './gates/botToken.js';
import { assertPlainJson } from './gates/plainJson.js';
import { createRateLimit, type RateLimit } from './gates/rateLimit.js';
import { registerEntry } from './gates/registerEntry.js';
import { bodyLimitBytes } from './gates/requestLimits.js';
import { sendProblem } from './gates/sendProblem.js';
import { createTabTokenGate } from './gates/tabToken.js';
import { readTabBuild } from './pages/readTabBuild.js';
import { registerHealth } from './pages/registerHealth.js';
import { registerPages } from './pages/registerPages.js';
import { createServer } from './restify.js';
import { limitConnections, trackRunning } from './serverLife.js';

/** Handles activities that the gates have let in: `req.body` is the parsed activity. */
export type ActivityHandler = { handleActivity(request: Request, response: Response): Promise<void> };

export type ServerParts = {
  readonly config: Config;
  readonly services: Services;
  readonly chat: ActivityHandler;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where `npm run build:tab` puts the tab. */
  readonly tabFolder: string;
};

export type AppServer = {
  readonly url: string;
  /** No new requests; those that run have 10 seconds to end. */
  close(): Promise<void>;
};

/** Everything that comes in over HTTP passes here: limits, then a token gate, then one handler. */
export async function startServer(parts: ServerParts): Promise<AppServer> {
  const { config, services, clock, logger } = parts;
  const stop = new AbortController();
  // restify 12 logs through pino; its types still name bunyan. Without a name it sends no Server header.
  const server = createServer({ name: '', log: logger as unknown as NonNullable<ServerOptions['log']> });
  const running = trackRunning(server);
  limitConnections(server);
  registerEntry(server, { config, clock, logger, countRunning: () => running.count });

  const personLimit = createRateLimit({ perSecond: 20, burst: 60, clock });
  registerApi(server, { handlers: createApiHandlers({ config, services }), tabGate: createTabTokenGate({ config, clock }), personLimit, stopping: stop.signal });
  registerChat(server, parts, personLimit);
  registerHealth(server, { checkHealth: services.checkHealth, stopping: stop.signal });
  registerPages(server, { build: await readTabBuild(parts.tabFolder), anchors: config.anchors });

  await listen(server, config);
  const { port, address } = server.address();
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    async close() {
      stop.abort(new AppError('cancelled', 'the server is stopping', { sentence: 'The app is being restarted. Please try again in a moment.' }));
      await running.drain();
    },
  };
}

function listen(server: Server, { port, bindHost }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const why = cause.code === 'EADDRINUSE' ? 'another program uses it' : (cause.code ?? 'it failed');
      reject(new AppError('configuration', `can't listen: ${cause.message}`, { cause, sentence: `It can't listen on ${bindHost}, port ${port}: ${why}. Set HOST and PORT to something else.` }));
    });
    server.listen(port, bindHost, () => resolve());
  });
}

function registerChat(server: Server, { config, clock, chat }: ServerParts, personLimit: RateLimit): void {
  const gate = createBotTokenGate({ config, clock });
  const readBody = async (request: Request, response: Response): Promise<unknown> => {
    const body = await readJsonBody(request, response, bodyLimitBytes);
    assertPlainJson(body);
    return body;
  };
  server.post('/api/messages', async (request: Request, response: Response) => {
    try {
      const activity = await gate.admit(readBearerToken(request), () => readBody(request, response));
      personLimit.take(activity.from.aadObjectId ?? activity.from.id);
      request.body = activity;
      await chat.handleActivity(request, response);
    } catch (thrown) {
      sendProblem(request, response, thrown);
    }
  });
}
