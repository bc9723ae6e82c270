import mongoose, { type Connection } from 'mongoose';
import type { Logger } from '../../runtime/logger.js';

/**
 * A connection of its own. Only what the primary has on disk at a majority counts, unless the URI says otherwise (`w`, `journal`, `readConcernLevel`).
 * Retryable reads try twice, so a call may take twice the time-outs.
 */
export async function connectMongo(uri: string, logger: Logger): Promise<Connection> {
  const names = (option: string) => new RegExp(`[?&]${option}=`, 'i').test(uri);
  const connection = mongoose.createConnection(uri, {
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    sanitizeFilter: true,
    readPreference: 'primary',
    serverSelectionTimeoutMS: 2000,
    connectTimeoutMS: 3000,
    socketTimeoutMS: 10_000,
    waitQueueTimeoutMS: 2000,
    maxPoolSize: 20,
    ...(names('w') || names('journal') ? {} : { writeConcern: { w: 'majority', journal: true } }),
    ...(names('readConcernLevel') ? {} : { readConcern: { level: 'majority' } }),
  });
  connection.on('error', (error: unknown) => logger.warn({ err: error }, 'the database connection failed'));
  connection.on('disconnected', () => logger.warn('the database connection is lost'));
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close(true);
    throw error;
  }
}

/** A server's own limit for one query, in milliseconds. */
export const maxTimeMS = 5000;
