import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from './clock.js';
import { AppError } from './errors.js';
import { defaultLimits, fetchOnce, type CallLimits } from './fetchOnce.js';
import { createHttpAgents, systemAgents } from './httpAgents.js';
import type { HttpRequest, HttpResponse } from './httpMessage.js';
import type { Logger } from './logger.js';
import { retryAfterMs } from './retryAfter.js';
import { createSlots } from './slots.js';
import type { TrustAnchors } from './trustAnchors.js';
import { createUpstreamGuard, type Lookup } from './upstreamGuard.js';

export type { HttpRequest, HttpResponse } from './httpMessage.js';

/**
 * All calls to outside systems: time-outs, retries with jitter, Retry-After, concurrency per origin, no redirects.
 * Every status but 3xx and a 429 that stays is returned, not thrown. AppErrors: `source-unavailable` (no answer), `source-throttled`,
 * `source-blocked` (an address or redirect that is not trusted), `source-odd-answer` (body too large), `cancelled` (by the signal).
 */
export type HttpClient = { send(request: HttpRequest): Promise<HttpResponse> };

export type HttpClientParts = {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly anchors: TrustAnchors;
  readonly limits?: Partial<CallLimits & RetryLimits>;
  /** Replaced in tests only. */
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
  /** 0 up to, not including, 1. */
  readonly random?: () => number;
  readonly lookup?: Lookup;
};

type RetryLimits = {
  readonly retries: number;
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
  /** A longer Retry-After ends the call. */
  readonly maxRetryAfterMs: number;
  readonly callsPerOrigin: number;
};
const defaultRetryLimits: RetryLimits = { retries: 3, baseDelayMs: 250, maxDelayMs: 8000, maxRetryAfterMs: 60_000, callsPerOrigin: 4 };

type Outcome = { readonly kind: 'answer'; readonly response: HttpResponse } | { readonly kind: 'no-answer'; readonly cause: unknown };

export function createHttpClient(parts: HttpClientParts): HttpClient {
  const limits = { ...defaultLimits, ...defaultRetryLimits, ...parts.limits };
  const { logger, clock, random = fairRandom, sleep = (ms: number, signal?: AbortSignal) => wait(ms, undefined, signal ? { signal } : {}) } = parts;
  const guard = createUpstreamGuard(parts.anchors, parts.lookup);
  const guardedAgents = createHttpAgents(guard.lookup);
  const slots = createSlots(limits.callsPerOrigin);

  async function attempt(url: URL, request: HttpRequest, attemptNo: number): Promise<Outcome> {
    const { signal, method = 'GET' } = request;
    const started = performance.now();
    const fields = () => ({ method, host: url.host, path: url.pathname, attempt: attemptNo, durationMs: Math.round(performance.now() - started) });
    try {
      const response = await fetchOnce(url, request, limits, guard.isTrusted(url) ? systemAgents : guardedAgents);
      logger.info({ ...fields(), status: response.status }, 'outside call');
      return { kind: 'answer', response };
    } catch (error) {
      logger.warn({ ...fields(), reason: reasonOf(error) }, 'outside call failed');
      if (signal?.aborted) throw cancelled(signal);
      if (error instanceof AppError) throw error;
      return { kind: 'no-answer', cause: error };
    }
  }

  async function send(request: HttpRequest): Promise<HttpResponse> {
    const url = guard.checkUrl(request.url);
    const { signal, method = 'GET', isRepeatable = method === 'GET' } = request;
    for (let attemptNo = 1; ; attemptNo += 1) {
      const outcome = await orCancelled(signal, () => slots.use(url.origin, signal, () => attempt(url, request, attemptNo)));
      const askedMs = outcome.kind === 'answer' && mayBeRepeated(outcome.response.status) ? retryAfterMs(outcome.response.headers, clock.now()) : undefined;
      if (askedMs !== undefined && askedMs > limits.maxRetryAfterMs) throw throttled(url, askedMs);
      const hasFailed = outcome.kind === 'no-answer' || (mayBeRepeated(outcome.response.status) && !request.isFinal?.(outcome.response));
      if (!hasFailed || !isRepeatable || attemptNo > limits.retries) return settle(url, outcome, askedMs);
      const jitterMs = random() * Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** (attemptNo - 1));
      await orCancelled(signal, () => sleep((askedMs ?? 0) + jitterMs, signal));
    }
  }

  return { send };
}

function mayBeRepeated(status: number): boolean {
  return status === 429 || status === 408 || status >= 500;
}

function settle(url: URL, outcome: Outcome, askedMs: number | undefined): HttpResponse {
  if (outcome.kind === 'no-answer') {
    const sentence = `${url.host} does not answer.`;
    throw new AppError('source-unavailable', `no answer from ${url.host}: ${reasonOf(outcome.cause)}`, { cause: outcome.cause, isRetryable: true, sentence, facts: [{ code: 'system-silent', system: url.host }] });
  }
  if (outcome.response.status === 429) throw throttled(url, askedMs);
  return outcome.response;
}

function throttled(url: URL, askedMs: number | undefined): AppError {
  const retryAfterSeconds = askedMs === undefined ? undefined : Math.ceil(askedMs / 1000);
  return new AppError('source-throttled', `${url.host} asks to slow down`, { isRetryable: true, retryAfterSeconds, sentence: `${url.host} asks us to slow down. Please try again later.`, facts: [{ code: 'slow-down', system: url.host }] });
}

async function orCancelled<Value>(signal: AbortSignal | undefined, run: () => Promise<Value>): Promise<Value> {
  if (signal?.aborted) throw cancelled(signal);
  try {
    return await run();
  } catch (error) {
    if (signal?.aborted) throw cancelled(signal);
    throw error;
  }
}

function cancelled(signal: AbortSignal): AppError {
  return new AppError('cancelled', 'the call was cancelled', { cause: signal.reason });
}

/** Short and free of addresses' queries: fetch hides the reason in a chain of causes. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error instanceof AppError) return error.code;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') return code;
  return error.cause === undefined ? error.name : reasonOf(error.cause);
}

function fairRandom(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}
