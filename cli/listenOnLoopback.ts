import { Server } from 'node:net';

/**
 * Preloaded into programs of others that listen on every network interface and offer no choice:
 * a server that names a port but no host gets 127.0.0.1.
 */
type Listening = { listen: (this: Server, ...args: unknown[]) => Server };
const prototype = Server.prototype as unknown as Listening;
const { listen } = prototype;
prototype.listen = function (...args) {
  return listen.apply(this, withLoopback(args));
};

function withLoopback(args: unknown[]): unknown[] {
  const [first, ...rest] = args;
  if (typeof first === 'number' && typeof rest[0] !== 'string') return [first, '127.0.0.1', ...rest];
  if (typeof first !== 'object' || first === null || !('port' in first) || 'host' in first) return args;
  return [{ ...first, host: '127.0.0.1' }, ...rest];
}
