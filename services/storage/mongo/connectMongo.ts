import mongoose, { type Connection } from 'mongoose';
import { AppError } from '../../runtime/errors.js';
import type { Logger } from '../../runtime/logger.js';

/**
 * A connection of its own. Only what the primary has on disk at a majority counts, unless the URI says otherwise (`w`, `journal`, `readConcernLevel`).
 * Retryable reads try twice, so a call may take twice the time-outs. AppError `configuration` when the URI can't be read.
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
  connection.on('error', (error: unknown) => isAboutUri(error) || logger.warn({ err: error }, 'the database connection failed'));
  connection.on('disconnected', () => logger.warn('the database connection is lost'));
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close(true);
    throw isAboutUri(error) ? unreadableUri() : error;
  }
}

function isAboutUri(error: unknown): boolean {
  return error instanceof Error && (error.name === 'MongoParseError' || (error.name === 'MongoRuntimeError' && error.message.startsWith('Unable to parse')));
}

/** Without the driver's error, which may quote a part of the password. */
function unreadableUri(): AppError {
  const sentence = 'MONGODB_URI is not a connection string that can be read: special characters in the user name and the password must be percent-encoded ("@" is "%40"), and every option must be one that the driver knows.';
  return new AppError('configuration', "the connection string can't be read", { sentence });
}

/** A server's own limit for one query, in milliseconds. */
export const maxTimeMS = 5000;
