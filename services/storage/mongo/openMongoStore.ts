import { systemClock, type Clock } from '../../runtime/clock.js';
import type { Logger } from '../../runtime/logger.js';
import type { Store } from '../ports.js';
import { createMongoStore } from './createMongoStore.js';

/**
 * The store for MongoDB and what speaks its protocol (Cosmos DB for MongoDB, FerretDB). Makes and checks its indexes.
 * AppError `storage-unavailable` when it can't be reached, `configuration` when its data are newer or a unique index can't be made.
 */
export function openMongoStore({ uri, logger, clock = systemClock }: { readonly uri: string; readonly logger: Logger; readonly clock?: Clock }): Promise<Store> {
  return createMongoStore({ uri, logger, clock, afterStep: () => undefined });
}
