import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from '../../services/runtime/logger.js';

/** What every answer and every log line of one request share. */
export type RequestContext = { readonly requestId: string; readonly logger: Logger };

const contexts = new WeakMap<IncomingMessage, RequestContext>();

/** Called once, before anything else sees the request. */
export function beginRequest(request: IncomingMessage, logger: Logger): RequestContext {
  const requestId = randomUUID();
  const context = { requestId, logger: logger.child({ requestId }) };
  contexts.set(request, context);
  return context;
}

export function contextOf(request: IncomingMessage): RequestContext {
  const context = contexts.get(request);
  if (!context) throw new Error('The request was never begun.');
  return context;
}
