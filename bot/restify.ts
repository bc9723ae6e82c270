import { ServerResponse } from 'node:http';
import { createServer, plugins } from 'restify';

// Loading restify makes writeHead of every response in this process return nothing; Node's own returns the response, as other servers expect.
const restifyWriteHead = Reflect.get(ServerResponse.prototype, 'writeHead') as (...given: unknown[]) => void;
Reflect.set(ServerResponse.prototype, 'writeHead', function writeHead(this: ServerResponse, ...given: unknown[]): ServerResponse {
  restifyWriteHead.apply(this, given);
  return this;
});

export { createServer, plugins };
