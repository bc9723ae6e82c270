import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestContext } from '../gates/requestContext.js';

/** The request that a turn belongs to. botbuilder's turn context has no place for it before its middleware runs. */
const scope = new AsyncLocalStorage<RequestContext>();

export function withinRequest<Value>(context: RequestContext, run: () => Value): Value {
  return scope.run(context, run);
}

export function currentRequest(): RequestContext {
  const context = scope.getStore();
  if (!context) throw new Error('A turn was run outside of a request.');
  return context;
}
