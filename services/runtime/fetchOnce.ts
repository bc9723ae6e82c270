import { decodeJson, decodeText } from './bodyText.js';
import { AppError } from './errors.js';
import type { HttpRequest, HttpResponse } from './httpMessage.js';

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

/** One attempt, no retry. Rejects with what fetch or a time-out gave; AppErrors are final: `source-blocked` for a redirect, `source-odd-answer` for too large a body. */
export async function fetchOnce(url: URL, { method = 'GET', headers, body, signal }: HttpRequest, limits: CallLimits): Promise<HttpResponse> {
  const controller = new AbortController();
  const stop = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  const whole = limitTime(controller, limits.wholeMs, 'whole call');
  const step = limitTime(controller, limits.firstByteMs, 'first byte');
  try {
    if (signal?.aborted) stop();
    const init = { method, headers: { 'user-agent': 'tenant-mapper', ...headers }, redirect: 'manual', signal: controller.signal } as const;
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    if (response.status >= 300 && response.status < 400 && response.status !== 304) {
      await response.body?.cancel();
      throw new AppError('source-blocked', `${url.host} answered with a redirect (${response.status})`, { sentence: `${url.host} sends us to another address, which we do not follow.` });
    }
    step.restart(limits.bodyIdleMs, 'next piece of the body');
    const bytes = await readBody(url, response, limits, () => step.restart(limits.bodyIdleMs, 'next piece of the body'));
    const contentType = response.headers.get('content-type');
    return {
      status: response.status,
      headers: response.headers,
      // Long bodies are mostly asked for as JSON only.
      get text() {
        return decodeText(bytes, contentType);
      },
      json: () => decodeJson(bytes, contentType, url.host),
    };
  } finally {
    whole.stop();
    step.stop();
    signal?.removeEventListener('abort', stop);
    controller.abort();
  }
}

async function readBody(url: URL, response: Response, limits: CallLimits, onPiece: () => void): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    onPiece();
    size += piece.byteLength;
    if (size > limits.maxBodyBytes) {
      throw new AppError('source-odd-answer', `the body of ${url.host}${url.pathname} is larger than ${limits.maxBodyBytes} bytes`, { sentence: `${url.host} gave an answer that is too large.` });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
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
