import type { IncomingMessage, ServerResponse } from 'node:http';
import { AppError, errorTable, toAppError } from '../../services/runtime/errors.js';

const bodyLimitBytes = 512 * 1024;

/** Loopback names only, so that a page whose name was pointed at 127.0.0.1 gets nothing. */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}` || request.headers.host === `localhost:${port}`;
}

/** True for what another site's page sent, also by a link or a form. */
export function isCrossSite(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  const { origin, host } = request.headers;
  return origin !== undefined && origin !== `http://${host}`;
}

/** Throws AppError for anything but a JSON body of at most 512 KiB. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new AppError('not-acceptable-media', `content type ${type}`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimitBytes) throw new AppError('too-large', `more than ${bodyLimitBytes} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch (error) {
    throw new AppError('bad-request', 'the body is no JSON', { cause: error });
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  response.end(JSON.stringify(body));
}

/** In the shape of the Bot Connector's errors, which the page's calls share. */
export function sendError(response: ServerResponse, thrown: unknown): void {
  const { code, sentence, message } = toAppError(thrown);
  if (response.headersSent) response.destroy();
  else sendJson(response, errorTable[code].status, { error: { code, message: `${sentence} (${message})` } });
}
