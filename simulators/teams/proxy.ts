import { request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';

// RFC 9110, section 7.6.1
const hopByHop = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

/** The tab and its API, but never /api/messages: only the channel calls that. */
export function isProxied(pathname: string): boolean {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname).toLowerCase().replace(/\/{2,}/g, '/');
  } catch {
    return false;
  }
  if (decoded.split('/').some((segment) => segment === '.' || segment === '..')) return false;
  if (decoded === '/api/messages' || decoded.startsWith('/api/messages/')) return false;
  return decoded.startsWith('/tab/') || decoded === '/tab' || decoded.startsWith('/api/');
}

/** Hands a request on to the app and streams the answer back, byte by byte as it comes. */
export function makeProxy(appUrl: string): (request: IncomingMessage, response: ServerResponse, target: URL) => void {
  const { hostname, port, host } = new URL(appUrl);
  return (request, response, target) => {
    const upstream = sendRequest({
      hostname,
      port,
      method: request.method,
      path: target.pathname + target.search,
      headers: ['host', host, ...endToEnd(request, ['host']), ...bodyFraming(request)],
    });
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer));
      response.flushHeaders();
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    upstream.on('error', () => refuse(response));
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
  };
}

/** As name, value, name, value, with nothing merged or dropped but what concerns one connection only. */
function endToEnd(message: IncomingMessage, without: readonly string[] = []): string[] {
  const named = (message.headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  const dropped = new Set([...hopByHop, ...named, ...without]);
  const kept: string[] = [];
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    const name = message.rawHeaders[i] ?? '';
    if (!dropped.has(name.toLowerCase())) kept.push(name, message.rawHeaders[i + 1] ?? '');
  }
  return kept;
}

function bodyFraming(request: IncomingMessage): string[] {
  return request.headers['transfer-encoding'] === undefined ? [] : ['transfer-encoding', 'chunked'];
}

function refuse(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end('The app does not answer. Is it running?\n');
}
