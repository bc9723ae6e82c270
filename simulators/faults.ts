import type { Answer } from './answer.js';

/** One misbehaviour. `path` is tested against path and query; without it any request takes the fault. */
export type Fault = { readonly path?: RegExp } & (
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; /** As in `Answer`. */ readonly body?: unknown }
  /** A proxy's error page; status 502 unless told. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The true answer, cut off half-way. */
  | { readonly kind: 'truncate' }
  | { readonly kind: 'reset' }
  /** No answer until the client gives up or the simulator closes. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The true answer, with a pause half-way through its body. */
  | { readonly kind: 'pause'; readonly pauseMs: number }
  /** The true answer with a byte order mark in front. */
  | { readonly kind: 'bom' }
  | { readonly kind: 'rewrite'; readonly rewrite: (answer: Answer) => Answer }
);

export type Faults = {
  /** The next `times` requests that fit `fault.path` get the fault; faults queue in order. */
  next(fault: Fault, times?: number): void;
  clear(): void;
  /** Faults that no request has met yet. */
  readonly pending: number;
  /** For the router: removes and returns the first fault that fits. */
  take(pathAndQuery: string, body: string): Fault | undefined;
};

export function createFaults(): Faults {
  const queue: Fault[] = [];
  return {
    next(fault, times = 1) {
      for (let count = 0; count < times; count += 1) queue.push(fault);
    },
    clear() {
      queue.length = 0;
    },
    get pending() {
      return queue.length;
    },
    take(pathAndQuery) {
      const index = queue.findIndex(({ path }) => !path || pathAndQuery.search(path) >= 0);
      return index < 0 ? undefined : queue.splice(index, 1)[0];
    },
  };
}
