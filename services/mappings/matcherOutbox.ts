import type { MatchOutcome } from '../domain/match.js';
import { batchesAhead, outcomesPerMessage } from './matcherProtocol.js';

/** Sends outcomes in small batches, and no more of them ahead than the other side takes in a moment. */
export type Outbox = {
  readonly add: (outcomes: readonly MatchOutcome[]) => void;
  /** One batch was dealt with. */
  readonly taken: () => void;
  /** Resolves when everything was sent; rejects with the signal's reason. */
  readonly drained: (signal: AbortSignal) => Promise<void>;
};

export function createOutbox(send: (batch: readonly MatchOutcome[]) => void): Outbox {
  const waiting: MatchOutcome[] = [];
  let onTheWay = 0;
  let tellDrained = () => {};

  const flush = () => {
    while (waiting.length > 0 && onTheWay < batchesAhead) {
      onTheWay += 1;
      send(waiting.splice(0, outcomesPerMessage));
    }
    if (waiting.length === 0) tellDrained();
  };
  return {
    add(outcomes) {
      for (const outcome of outcomes) waiting.push(outcome);
      flush();
    },
    taken() {
      onTheWay -= 1;
      flush();
    },
    drained: (signal) =>
      new Promise((resolve, reject) => {
        tellDrained = resolve;
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        flush();
      }),
  };
}
