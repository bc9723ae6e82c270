import type { OrgId } from '../domain/ids.js';
import { sourceRefText, type SourceRef } from '../domain/sync.js';

/** Knows which pulls this process is running. */
export type SyncMonitor = {
  isRunning(orgId: OrgId, source: SourceRef): boolean;
  /** Runs `pull`, or waits for the one already running for this source. */
  runOnce(orgId: OrgId, source: SourceRef, pull: () => Promise<void>): Promise<void>;
};

export function createSyncMonitor(): SyncMonitor {
  const running = new Map<string, Promise<void>>();
  const keyOf = (orgId: OrgId, source: SourceRef) => `${orgId} ${sourceRefText(source)}`;
  return {
    isRunning: (orgId, source) => running.has(keyOf(orgId, source)),
    runOnce(orgId, source, pull) {
      const key = keyOf(orgId, source);
      const current = running.get(key);
      if (current) return current;
      const started = pull().finally(() => running.delete(key));
      running.set(key, started);
      return started;
    },
  };
}
