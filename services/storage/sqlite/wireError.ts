import { AppError } from '../../runtime/errors.js';
import { sqliteCode } from './openDatabase.js';
import type { WireError } from './protocol.js';

const unavailable = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY|CORRUPT|NOTADB|NOMEM|PERM)/;
const fileTrouble = new Set(['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EEXIST', 'EROFS', 'ENOSPC', 'EIO']);

/** Disk and lock trouble becomes `storage-unavailable`; an AppError stays itself; anything else is a fault of ours. */
export function toWireError(thrown: unknown): WireError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = sqliteCode(error);
  const stack = error.stack ?? '';
  if (error instanceof AppError) return { code: error.code, name: error.name, message: error.message, sentence: error.sentence, isRetryable: error.isRetryable, stack };
  if (unavailable.test(code) || fileTrouble.has(code)) {
    const { sentence, isRetryable } = new AppError('storage-unavailable', error.message, { isRetryable: true });
    return { code: 'storage-unavailable', name: 'AppError', message: `${code}: ${error.message}`, sentence, isRetryable, stack };
  }
  return { code: null, name: error.name, message: error.message, sentence: '', isRetryable: false, stack };
}

/** The other end of `toWireError`: the thread's stack is kept as the cause. */
export function fromWireError({ code, name, message, sentence, isRetryable, stack }: WireError): Error {
  const cause = Object.assign(new Error(message), { name, stack });
  return code === null ? new Error(message, { cause }) : new AppError(code, message, { cause, sentence, isRetryable });
}
