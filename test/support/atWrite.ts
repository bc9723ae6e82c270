import { interceptWrites, type Write } from './interceptWrites.js';

/** Does `act` at the first such insert during `run`; fails when there was none. */
export async function atWrite<Value>(when: Write['when'], collection: string, act: () => void | Promise<void>, run: () => Promise<Value>): Promise<Value> {
  let isDone = false;
  const restore = interceptWrites(async (write) => {
    if (isDone || write.operation !== 'insertMany' || write.when !== when || write.collection !== collection) return;
    isDone = true;
    await act();
  });
  try {
    const value = await run();
    if (!isDone) throw new Error(`nothing was written to ${collection}`);
    return value;
  } finally {
    restore();
  }
}
