import type { OrgId } from '../domain/ids.js';
import type { OnProgress } from '../domain/progress.js';
import { sourceRefText, type SourceRef } from '../domain/sync.js';

export type SyncProgress = { readonly done: number; readonly total: number };
/** What a pull gets: the signal that ends it, and where to tell how far it is. */
export type PullTools = { readonly signal: AbortSignal; readonly onProgress: OnProgress };
type Wish = { /** Not content with a pull that asks for changes only. */ readonly isFull: boolean; readonly onProgress?: OnProgress | undefined };

/** Knows which pulls this process is running, and how far they are. */
export type SyncMonitor = {
  /** Undefined: none runs. */
  progressOf(orgId: OrgId, source: SourceRef): SyncProgress | undefined;
  /** Runs `pull`, or waits for the one already running for this source; all who wait are told the progress. */
  runOnce(orgId: OrgId, source: SourceRef, wish: Wish, pull: (tools: PullTools) => Promise<void>): Promise<void>;
  /** Ends a running pull with that reason; resolves when it has ended. False: none runs. */
  cancel(orgId: OrgId, source: SourceRef, reason: Error): Promise<boolean>;
};

type Running = { readonly ended: Promise<void>; readonly isFull: boolean; readonly abort: AbortController; readonly listeners: Set<OnProgress>; progress: SyncProgress };

export function createSyncMonitor(): SyncMonitor {
  const running = new Map<string, Running>();
  const keyOf = (orgId: OrgId, source: SourceRef) => `${orgId} ${sourceRefText(source)}`;

  function start(key: string, { isFull, onProgress }: Wish, pull: (tools: PullTools) => Promise<void>): Promise<void> {
    const abort = new AbortController();
    const listeners = new Set(onProgress ? [onProgress] : []);
    const tell: OnProgress = (done, total) => {
      entry.progress = { done, total };
      for (const listener of listeners) listener(done, total);
    };
    // Begins only after the entry is there, so that it can be cancelled from its first step on.
    const ended = Promise.resolve()
      .then(() => pull({ signal: abort.signal, onProgress: tell }))
      .finally(() => running.delete(key));
    const entry: Running = { ended, isFull, abort, listeners, progress: { done: 0, total: 0 } };
    running.set(key, entry);
    return ended;
  }

  async function runOnce(orgId: OrgId, source: SourceRef, wish: Wish, pull: (tools: PullTools) => Promise<void>): Promise<void> {
    const key = keyOf(orgId, source);
    for (let current = running.get(key); current; current = running.get(key)) {
      if (wish.onProgress) current.listeners.add(wish.onProgress);
      if (current.isFull || !wish.isFull) return current.ended;
      // What became of it is told to those who asked for it.
      await current.ended.catch(() => undefined);
    }
    return start(key, wish, pull);
  }

  return {
    progressOf: (orgId, source) => running.get(keyOf(orgId, source))?.progress,
    runOnce,
    async cancel(orgId, source, reason) {
      const current = running.get(keyOf(orgId, source));
      if (!current) return false;
      current.abort.abort(reason);
      await current.ended.catch(() => undefined);
      return true;
    },
  };
}
