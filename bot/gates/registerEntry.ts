import type { Request, Response, Server } from 'restify';
import type { Clock } from '../../services/runtime/clock.js';
import type { Config } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import type { Logger } from '../../services/runtime/logger.js';
import { setCommonHeaders } from './headers.js';
import { createRateLimit } from './rateLimit.js';
import { beginRequest } from './requestContext.js';
import { checkRequestHead } from './requestLimits.js';
import { sendProblem } from './sendProblem.js';

type EntryParts = { readonly config: Pick<Config, 'bindHost'>; readonly clock: Clock; readonly logger: Logger; readonly countRunning: () => number };

const maxRunning = 500;

/** What every request meets first, before routing, reading or signing in; and what becomes of the router's own refusals. */
export function registerEntry(server: Server, { config, clock, logger, countRunning }: EntryParts): void {
  const addressLimit = createRateLimit({ perSecond: 200, burst: 400, clock });

  server.pre((request: Request, response: Response, next) => {
    const { requestId } = beginRequest(request, logger);
    setCommonHeaders(response, { requestId, bindHost: config.bindHost });
    logWhenDone(request, response, logger.child({ requestId }));
    try {
      checkRequestHead(request);
      if (request.url !== '/livez') {
        addressLimit.take(request.socket.remoteAddress ?? '');
        if (countRunning() > maxRunning) throw new AppError('too-many-requests', 'too many requests run', { isRetryable: true, retryAfterSeconds: 1 });
      }
    } catch (thrown) {
      sendProblem(request, response, thrown);
      return next(false);
    }
    return next();
  });

  // Its third argument would make restify answer in its own words; so it is not called.
  server.on('restifyError', (request: Request, response: Response, thrown: unknown) => {
    const status = (thrown as { statusCode?: unknown }).statusCode;
    sendProblem(request, response, status === 404 || status === 405 ? new AppError('not-found', 'no such route') : thrown);
  });
}

/** Paths only: a query may hold names. */
function logWhenDone(request: Request, response: Response, logger: Logger): void {
  const startedAt = performance.now();
  const path = (request.url ?? '').split('?')[0]?.slice(0, 200);
  response.once('close', () => {
    const line = { method: request.method, path, status: response.statusCode, isCutOff: !response.writableFinished, ms: Math.round(performance.now() - startedAt) };
    if (path?.startsWith('/api/')) logger.info(line, 'request served');
    else logger.debug(line, 'request served');
  });
}
