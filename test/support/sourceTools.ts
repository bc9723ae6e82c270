import { pino } from 'pino';
import { systemClock, type Clock } from '../../services/runtime/clock.js';
import { createHttpClient, type HttpClientParts } from '../../services/runtime/httpClient.js';
import type { SourceTools } from '../../services/runtime/sourceTools.js';
import { microsoftAnchors, type TrustAnchors } from '../../services/runtime/trustAnchors.js';

/** Tools with the real http client, which calls no one but Microsoft's origins and the given ones. Nothing waits: `sleptMs` tells how long it would have. */
export function createTestTools(anchors: Partial<TrustAnchors>, clock: Clock = systemClock, limits: NonNullable<HttpClientParts['limits']> = {}): { tools: SourceTools; log: string[]; sleptMs: number[] } {
  const log: string[] = [];
  const sleptMs: number[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => void log.push(line) });
  const all = { ...microsoftAnchors, ...anchors };
  const sleep = (ms: number) => Promise.resolve(void sleptMs.push(ms));
  return { tools: { http: createHttpClient({ logger, clock, anchors: all, sleep, limits }), clock, logger, anchors: all }, log, sleptMs };
}
