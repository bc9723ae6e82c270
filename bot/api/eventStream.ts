import type { ServerResponse } from 'node:http';

const heartbeatMs = 15_000;
// A client that reads nothing for so long is given up.
const stalledMs = 30_000;

/** An answer of JSON lines. Nothing is sent before the first line, so an early failure can still be an ordinary answer. */
export type EventStream = {
  readonly hasBegun: boolean;
  emit(event: { readonly kind: string }): void;
  /** Resolves when the client has taken everything, or has gone. */
  end(): Promise<void>;
};

/** Blank lines keep the connection alive while there is nothing to tell. */
export function openEventStream(response: ServerResponse, times = { heartbeatMs, stalledMs }): EventStream {
  const waiting: string[] = [];
  let isBlocked = false;
  let stall: NodeJS.Timeout | undefined;
  response.socket?.setTimeout(0);

  function begin(): void {
    if (response.headersSent) return;
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'X-Accel-Buffering': 'no' });
  }
  function flush(): void {
    clearTimeout(stall);
    isBlocked = false;
    while (!isBlocked && waiting.length > 0) isBlocked = !response.write(waiting.shift());
    if (isBlocked) stall = setTimeout(() => response.destroy(), times.stalledMs);
  }
  function send(line: string): void {
    if (response.destroyed || response.writableEnded) return;
    begin();
    waiting.push(line);
    if (!isBlocked) flush();
  }

  const heartbeat = setInterval(() => !isBlocked && send('\n'), times.heartbeatMs);
  const closed = new Promise<void>((resolve) => response.once('close', resolve));
  response.on('drain', flush);
  void closed.then(() => {
    clearInterval(heartbeat);
    clearTimeout(stall);
    waiting.length = 0;
  });

  return {
    get hasBegun() {
      return response.headersSent;
    },
    emit(event) {
      if (event.kind === 'progress' && isBlocked) return;
      send(`${JSON.stringify(event)}\n`);
    },
    async end() {
      clearInterval(heartbeat);
      begin();
      while (waiting.length > 0 && !response.destroyed) await Promise.race([closed, new Promise((resolve) => response.once('drain', resolve))]);
      if (!response.destroyed) response.end();
      await closed;
    },
  };
}
