import type { Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import type { Slots } from '../../runtime/slots.js';
import type { Models } from './models.js';

/** What the parts of the store share. */
export type MongoContext = {
  readonly models: Models;
  readonly logger: Logger;
  readonly clock: Clock;
  /** One at a time per organization or source; other processes are kept out by the head. */
  readonly turns: Slots;
  /** Work that goes on after an answer; the store waits for it when it closes. */
  readonly later: (work: Promise<void>) => void;
};
