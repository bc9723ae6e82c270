import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import type { Slots } from '../../runtime/slots.js';
import type { Models } from './models.js';

/** Where a save can be interrupted. */
export const protocolSteps = ['prepared', 'chunks-written', 'pages-written', 'head-moved', 'answered'] as const;
export type ProtocolStep = (typeof protocolSteps)[number];

/** What the parts of the store share. `afterStep` is for tests: it may throw to play a crash or a lost reply, or wait to play a paused process. */
export type MongoContext = {
  readonly models: Models;
  readonly logger: Logger;
  readonly clock: Clock;
  /** One at a time per organization or source; other processes are kept out by the head. */
  readonly turns: Slots;
  readonly afterStep: (step: ProtocolStep) => void | Promise<void>;
  /** Work that goes on after an answer; the store waits for it when it closes. */
  readonly later: (work: Promise<void>) => void;
};
