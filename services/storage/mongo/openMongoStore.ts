import mongoose from 'mongoose';
import type { OrgId } from '../../domain/ids.js';
import { systemClock, type Clock } from '../../runtime/clock.js';
import { AppError } from '../../runtime/errors.js';
import type { Logger } from '../../runtime/logger.js';
import { createSlots } from '../../runtime/slots.js';
import type { Store } from '../ports.js';
import { discardAbandoned } from './cleanUp.js';
import { connectMongo } from './connectMongo.js';
import { createModels } from './models.js';
import type { MongoContext } from './mongoContext.js';
import { mongoActions } from './mongoActions.js';
import { mongoConnections } from './mongoConnections.js';
import { mongoConversations } from './mongoConversations.js';
import { mongoDrafts } from './mongoDrafts.js';
import { mongoFiles } from './mongoFiles.js';
import { mongoLeases } from './mongoLeases.js';
import { mongoMappings } from './mongoMappings.js';
import { mongoSecrets } from './mongoSecrets.js';
import { mongoSources } from './mongoSources.js';
import { prepareDatabase } from './prepareDatabase.js';
import { toStorageError } from './storageError.js';

type Options = { readonly uri: string; readonly logger: Logger; readonly clock?: Clock };

/**
 * The store for MongoDB and what speaks its protocol (Cosmos DB for MongoDB, FerretDB). Makes and checks its indexes.
 * AppError `storage-unavailable` when it can't be reached, `configuration` when its data are newer or a unique index can't be made.
 */
export async function openMongoStore({ uri, logger, clock = systemClock }: Options): Promise<Store> {
  const running = new Set<Promise<unknown>>();
  let isClosing = false;

  const track = async <Value>(work: Promise<Value>): Promise<Value> => {
    running.add(work);
    try {
      return await work;
    } catch (error) {
      throw toStorageError(error);
    } finally {
      running.delete(work);
    }
  };
  /** Each method of a port: refused when closing, awaited by close, its errors translated. */
  const tracked = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]): Promise<unknown> => {
          if (isClosing) throw new AppError('storage-unavailable', 'the store is closed', { isRetryable: true });
          return track(Reflect.apply(method, target, args) as Promise<unknown>);
        };
      },
    });

  const connection = await track(connectMongo(uri, logger));
  const models = createModels(connection);
  try {
    await track(prepareDatabase(models));
    const discarded = await track(discardAbandoned(models, clock.now()));
    if (discarded > 0) logger.info({ discarded }, 'removed saves that a crash had cut off');
  } catch (error) {
    await connection.close(true);
    throw error;
  }

  const later = (work: Promise<void>): void => {
    track(work).catch((error: unknown) => logger.warn({ err: error }, 'old pages could not be removed; the next save tries again'));
  };
  const context: MongoContext = { models, logger, clock, turns: createSlots(1), later };
  const server = tracked({
    async listOrganizations(): Promise<OrgId[]> {
      const found = [...(await models.changeSets.distinct('orgId', { orgVersion: mongoose.trusted({ $gt: 0 }) })), ...(await models.sources.distinct('orgId')), ...(await models.drafts.distinct('orgId')), ...(await models.connections.distinct('orgId'))];
      return [...new Set(found)].sort() as OrgId[];
    },
    async ping(): Promise<void> {
      await connection.db?.admin().command({ ping: 1 });
    },
  });
  let closed: Promise<void> | undefined;
  return {
    mappings: tracked(mongoMappings(context)),
    sources: tracked(mongoSources(context)),
    leases: tracked(mongoLeases(models)),
    drafts: tracked(mongoDrafts(context)),
    connections: tracked(mongoConnections(models)),
    secrets: tracked(mongoSecrets(models)),
    files: tracked(mongoFiles(models)),
    actions: tracked(mongoActions(models)),
    conversations: tracked(mongoConversations(models)),
    listOrganizations: () => server.listOrganizations(),
    ping: () => server.ping(),
    close() {
      isClosing = true;
      closed ??= (async () => {
        while (running.size > 0) await Promise.allSettled(running);
        connection.removeAllListeners('disconnected');
        await connection.close();
      })();
      return closed;
    },
  };
}
