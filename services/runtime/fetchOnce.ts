import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { decodeBody, parseJson, type BodyText } from './bodyText.js';
import { AppError } from './errors.js';
import { systemAgents, type HttpAgents } from './httpAgents.js';
import type { HttpRequest, HttpResponse } from './httpMessage.js';
import { readBody } from './readBody.js';

export type CallLimits = {
  readonly firstByteMs: number;
  /** From the start to the end of the body, of one attempt. */
  readonly wholeMs: number;
  /** Longest silence within a body. */
  readonly bodyIdleMs: number;
  /** Counted after decompression. */
  readonly maxBodyBytes: number;
};
export const defaultLimits: CallLimits = { firstByteMs: 10_000, wholeMs: 30_000, bodyIdleMs: 5_000, maxBodyBytes: 10 * 1024 * 1024 };

/**
 * One attempt, no retry. Rejects with what the connection or a time-out gave; AppErrors are final: `source-blocked` for a redirect or by
 * the agents, `source-odd-answer` for too large a body. Node's own request: `fetch` can't be told which address to connect to.
 */
export async function fetchOnce(url: URL, request: HttpRequest, limits: CallLimits, agents: HttpAgents = systemAgents): Promise<HttpResponse> {
  const { signal } = request;
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  const whole = limitTime(controller, limits.wholeMs, 'whole call');
  const step = limitTime(controller, limits.firstByteMs, 'first byte');
  try {
    if (signal?.aborted) stop();
    const incoming = await open(url, request, agents, controller.signal);
    const status = incoming.statusCode ?? 0;
    if (status >= 300 && status < 400 && status !== 304) {
      throw new AppError('source-blocked', `${url.host} answered with a redirect (${status})`, { sentence: `${url.host} sends us to another address, which we do not follow.`, facts: [{ code: 'redirected', host: url.host }] });
    }
    const restart = () => step.restart(limits.bodyIdleMs, 'next piece of the body');
    restart();
    const headers = headersOf(incoming);
    const contentType = headers.get('content-type');
    const body = await readLimited(url, incoming, limits, restart, contentType);
    return { status, headers, text: body.text, json: () => parseJson(body, contentType, url.host) };
  } catch (error) {
    const isOurs = controller.signal.aborted;
    controller.abort();
    throw isOurs ? controller.signal.reason : error;
  } finally {
    whole.stop();
    step.stop();
    signal?.removeEventListener('abort', stop);
  }
}

/** Resolves when the head of the answer is there. */
function open(url: URL, { method = 'GET', headers, body }: HttpRequest, { agentFor }: HttpAgents, signal: AbortSignal): Promise<IncomingMessage> {
  const sent = {
    accept: '*/*',
    'accept-encoding': 'gzip, deflate, br',
    'user-agent': 'tenant-mapper',
    ...(body instanceof URLSearchParams && { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }),
    ...headers,
  };
  return new Promise((resolve, reject) => {
    const call = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, { method, headers: sent, agent: agentFor(url), signal }, resolve);
    // Stays for good: a connection may break at any time.
    call.on('error', reject);
    call.end(body === undefined ? undefined : String(body));
  });
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  return headers;
}

function readLimited(url: URL, incoming: IncomingMessage, { maxBodyBytes }: CallLimits, onPiece: () => void, contentType: string | null): Promise<BodyText> {
  const check = (size: number) => {
    onPiece();
    if (size <= maxBodyBytes) return;
    throw new AppError('source-odd-answer', `the body of ${url.host}${url.pathname} is larger than ${maxBodyBytes} bytes`, { sentence: `${url.host} gave an answer that is too large.`, facts: [{ code: 'answer-too-large', system: url.host }] });
  };
  return readBody(decompressed(incoming) as AsyncIterable<Uint8Array>, check, (bytes) => decodeBody(bytes, contentType));
}

function decompressed(incoming: IncomingMessage): NodeJS.ReadableStream {
  const decoder = decoderOf(incoming.headers['content-encoding']?.trim().toLowerCase());
  // The reader of the body gets its failures, too.
  return decoder ? pipeline(incoming, decoder, () => undefined) : incoming;
}

function decoderOf(encoding: string | undefined) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

function limitTime(controller: AbortController, ms: number, what: string) {
  const start = (limitMs: number, of: string) => setTimeout(() => controller.abort(timeOut(limitMs, of)), limitMs);
  let timer = start(ms, what);
  return {
    restart: (limitMs: number, of: string) => {
      clearTimeout(timer);
      timer = start(limitMs, of);
    },
    stop: () => clearTimeout(timer),
  };
}

function timeOut(ms: number, what: string): Error {
  return Object.assign(new Error(`${what}: more than ${ms} ms`), { name: 'TimeoutError', code: 'TIME_OUT' });
}
