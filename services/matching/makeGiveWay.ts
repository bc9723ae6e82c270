/** Longest stretch of work before other requests get their turn, in milliseconds. */
const sliceMs = 15;

/** Lets others work when a slice is over, and costs nothing until then. Rejects with the signal's reason when that aborts. */
export function makeGiveWay(signal: AbortSignal | undefined): (before?: () => void) => Promise<void> | undefined {
  signal?.throwIfAborted();
  let sliceEnd = performance.now() + sliceMs;
  return (before) => {
    if (performance.now() < sliceEnd) return undefined;
    return (async () => {
      before?.();
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      sliceEnd = performance.now() + sliceMs;
    })();
  };
}
