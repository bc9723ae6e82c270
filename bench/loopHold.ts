import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long `work` took and the longest time for which it let nobody else use the event loop, both in milliseconds. */
export async function loopHold<Result>(work: () => Promise<Result>): Promise<{ readonly result: Result; readonly elapsedMs: number; readonly longestHoldMs: number }> {
  const resolution = 1;
  const monitor = monitorEventLoopDelay({ resolution });
  monitor.enable();
  // It counts from its second tick on, also after a reset.
  await turn();
  const startedAt = performance.now();
  const result = await work();
  const elapsedMs = performance.now() - startedAt;
  await turn();
  monitor.disable();
  return { result, elapsedMs, longestHoldMs: Math.max(0, monitor.max / 1e6 - resolution) };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
