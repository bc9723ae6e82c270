import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from './answer.js';
import { createFaults, type Fault, type Faults } from './faults.js';
import { listen, type Simulator } from './simulator.js';

export type { Answer } from './answer.js';

export type SimulatorRequest = {
  /** The simulator's own origin. */
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** What `:name` parts of the route matched, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** `path` such as `/v1/customers/:id`. Routes are tried in order; `*` as method takes any. */
export type Route = { readonly method: string; readonly path: string; readonly handle: (request: SimulatorRequest) => Answer | Promise<Answer> };

/** What a simulator was asked. Never holds headers or bodies. `status` 0: it never answered. */
export type RecordedRequest = { readonly method: string; readonly path: string; /** '' or '?...' */ readonly query: string; readonly status: number };

/** A running stand-in that can be told to misbehave and tells what it was asked. */
export type ApiSimulator = Simulator & { readonly faults: Faults; readonly requests: RecordedRequest[] };

type ServeOptions = {
  readonly routes: readonly Route[];
  readonly port?: number | undefined;
  /** Each answer comes this much later. */
  readonly latencyMs?: number | undefined;
  readonly ignoresCase?: boolean;
  /** For paths without a route. */
  readonly notFound?: Answer;
};

const maxBodyBytes = 4 * 1024 * 1024;

/** Serves the routes on loopback, with faults and a list of requests. */
export async function serve({ routes, port = 0, latencyMs = 0, ignoresCase = false, notFound = { status: 404, body: { message: 'Not Found' } } }: ServeOptions): Promise<ApiSimulator> {
  const faults = createFaults();
  const requests: RecordedRequest[] = [];
  const table = routes.map((route) => ({ ...route, pattern: compilePath(route.path, ignoresCase) }));
  let origin = '';

  async function answerRoute(incoming: IncomingMessage, url: URL, body: string): Promise<Answer> {
    for (const { method, pattern, handle } of table) {
      const match = pattern.exec(url.pathname);
      if (!match || (method !== '*' && method !== incoming.method)) continue;
      const params = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));
      return await handle({ origin, method: incoming.method ?? 'GET', path: url.pathname, query: url.searchParams, params, headers: incoming.headers, body });
    }
    return notFound;
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', origin);
    const body = await readBody(incoming);
    const fault = faults.take(url.pathname + url.search, body);
    if (latencyMs > 0) await delay(latencyMs, undefined, { ref: false });
    const record = (status: number) => requests.push({ method: incoming.method ?? 'GET', path: url.pathname, query: url.search, status });
    if (fault?.kind === 'hang' || fault?.kind === 'reset') {
      record(0);
      if (fault.kind === 'reset') incoming.socket.resetAndDestroy();
      return;
    }
    if (fault?.kind === 'slow') await delay(fault.delayMs, undefined, { ref: false });
    const answer = faultyAnswer(fault) ?? rewritten(await answerRoute(incoming, url, body), fault);
    record(answer.status);
    send(outgoing, answer, fault);
  }

  const simulator = await listen((incoming, outgoing) => {
    handle(incoming, outgoing).catch((error: unknown) => {
      if (!outgoing.headersSent) send(outgoing, { status: 500, body: `The simulator failed: ${error instanceof Error ? error.message : String(error)}` });
    });
  }, port);
  origin = simulator.url;
  return { url: simulator.url, close: () => simulator.close(), faults, requests };
}

function compilePath(path: string, ignoresCase: boolean): RegExp {
  const source = path.replaceAll('.', '\\.').replace(/:([a-zA-Z]+)/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`, ignoresCase ? 'i' : '');
}

function faultyAnswer(fault: Fault | undefined): Answer | undefined {
  if (fault?.kind === 'status') return { status: fault.status, headers: fault.headers ?? {}, body: fault.body };
  if (fault?.kind === 'html') return { status: fault.status ?? 502, headers: { 'content-type': 'text/html' }, body: '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>' };
  return undefined;
}

function rewritten(answer: Answer, fault: Fault | undefined): Answer {
  return fault?.kind === 'rewrite' ? fault.rewrite(answer) : answer;
}

function send(outgoing: ServerResponse, { status, headers = {}, body }: Answer, fault?: Fault): void {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(fault?.kind === 'bom' ? `\uFEFF${text}` : text);
  const contentType = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  outgoing.writeHead(status, { ...(body === undefined ? {} : { 'content-type': contentType }), ...(status === 204 ? {} : { 'content-length': String(bytes.length) }), ...headers });
  const half = Math.floor(bytes.length / 2);
  if (fault?.kind === 'truncate') return void outgoing.write(bytes.subarray(0, half), () => outgoing.destroy());
  if (fault?.kind === 'pause') {
    outgoing.write(bytes.subarray(0, half));
    return void setTimeout(() => outgoing.end(bytes.subarray(half)), fault.pauseMs).unref();
  }
  outgoing.end(status === 204 ? undefined : bytes);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBodyBytes) throw new Error('the request body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
