import { EventEmitter, once } from 'node:events';
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { Server } from 'restify';

const drainMs = 10_000;

/** The requests that run, and how to end the server under them. */
export type RunningRequests = {
  readonly count: number;
  /** Stops listening, waits at most 10 seconds for what runs, then closes every connection. */
  drain(): Promise<void>;
};

export function trackRunning(server: Server): RunningRequests {
  const http = server.server as HttpServer;
  const running = new Set<ServerResponse>();
  const events = new EventEmitter();
  let isDraining = false;
  server.on('request', (_request: unknown, response: ServerResponse) => {
    running.add(response);
    if (isDraining) response.setHeader('Connection', 'close');
    response.once('close', () => {
      running.delete(response);
      if (running.size === 0) events.emit('idle');
    });
  });
  return {
    get count() {
      return running.size;
    },
    async drain() {
      isDraining = true;
      const closed = once(http, 'close');
      http.close();
      const patience = new AbortController();
      if (running.size > 0) await Promise.race([once(events, 'idle'), delay(drainMs, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
      http.closeAllConnections();
      await closed;
    },
  };
}

/** Against clients that send slowly, never read, or want another protocol. Node looks for slow ones every 30 seconds only. */
export function limitConnections(server: Server): void {
  const http = server.server as HttpServer;
  // restify listens for upgrades without taking them, which would leave the connection open for ever.
  http.on('upgrade', (_request: IncomingMessage, socket: Duplex) => socket.destroy());
  http.headersTimeout = 5_000;
  http.requestTimeout = 30_000;
  http.keepAliveTimeout = 65_000;
  http.maxHeadersCount = 100;
  http.setTimeout(60_000);
}
