import { setTimeout as delay } from 'node:timers/promises';
import type { TellNews } from './createNewsTeller.js';

type Parts = { readonly tellNews: TellNews; readonly signal: AbortSignal; /** Replaced in tests only. */ readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown> };

/** Quiet hours end and daily times come on the minute. */
const lookEveryMs = 60_000;

/** Looks every minute for what is to be told, until `signal` ends it. Never rejects. */
export async function runNotifier({ tellNews, signal, wait = (ms, abort) => delay(ms, undefined, { signal: abort, ref: false }) }: Parts): Promise<void> {
  while (!signal.aborted) {
    await wait(lookEveryMs, signal).catch(() => undefined);
    if (!signal.aborted) await tellNews(signal);
  }
}
