/** Lets at most `max` runs per key go at a time; the others wait in line, and leave it when their signal says so. */
export type Slots = { use<Value>(key: string, signal: AbortSignal | undefined, run: () => Promise<Value>): Promise<Value> };

type Line = { busy: number; readonly waiting: Set<() => void> };

export function createSlots(max: number): Slots {
  const lines = new Map<string, Line>();

  async function enter(line: Line, signal: AbortSignal | undefined): Promise<void> {
    if (line.busy < max) {
      line.busy += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const leave = () => {
        line.waiting.delete(go);
        reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
      };
      const go = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      line.waiting.add(go);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  function exit(key: string, line: Line): void {
    const [next] = line.waiting;
    if (next) {
      line.waiting.delete(next);
      next();
      return;
    }
    line.busy -= 1;
    if (line.busy === 0) lines.delete(key);
  }

  return {
    use: async (key, signal, run) => {
      const line = lines.get(key) ?? { busy: 0, waiting: new Set() };
      lines.set(key, line);
      await enter(line, signal);
      try {
        return await run();
      } finally {
        exit(key, line);
      }
    },
  };
}
