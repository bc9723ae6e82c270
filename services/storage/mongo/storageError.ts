import mongoose from 'mongoose';
import { AppError } from '../../runtime/errors.js';

const { MongoBulkWriteError, MongoError, MongoNetworkError, MongoServerSelectionError, MongoNotConnectedError, MongoTopologyClosedError } = mongoose.mongo;

// Not primary, shutting down, interrupted, time-outs, write conflict, and Cosmos DB's "request rate is large".
const passingCodes = new Set([6, 7, 50, 64, 89, 91, 112, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436, 16500]);
const duplicateKey = 11000;

export function isDuplicateKey(error: unknown): boolean {
  return codeOf(error) === duplicateKey;
}

/** May the same call succeed later? Then it is `storage-unavailable`; anything else is passed on as it is. */
export function toStorageError(error: unknown): unknown {
  if (!isUnavailable(error)) return error;
  return new AppError('storage-unavailable', error instanceof Error ? error.message : String(error), { cause: error, isRetryable: true });
}

export function isUnavailable(error: unknown): boolean {
  // An insert of several documents wraps what happened to it, a lost connection too.
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof Error) return isUnavailable(error.errorResponse);
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError || error instanceof MongoNotConnectedError || error instanceof MongoTopologyClosedError) return true;
  if (error instanceof mongoose.Error.MongooseServerSelectionError) return true;
  if (!(error instanceof MongoError)) return false;
  const code = codeOf(error);
  return (code !== undefined && passingCodes.has(code)) || error.hasErrorLabel('RetryableWriteError') || /WaitQueueTimeout|PoolCleared|PoolClosed/.test(error.name);
}

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof MongoError)) return undefined;
  return typeof error.code === 'number' ? error.code : undefined;
}
