import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../runtime/errors.js';
import type { Db } from './inTransaction.js';

/** Writes a copy of one moment to `file`, which must not be there yet; it appears whole and on disk, or not at all. Gives its size in bytes. Saves wait meanwhile. */
export function backUp(db: Db, file: string): number {
  if (existsSync(file)) throw new AppError('configuration', 'the backup file is there already', { sentence: `${file} is there already. Give the backup another name.` });
  const part = `${file}.part`;
  rmSync(part, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run([part]);
    chmodSync(part, 0o600);
    toDisk(part);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  // Windows opens no folders; there the rename is on disk a little later.
  if (process.platform !== 'win32') toDisk(dirname(file));
  return statSync(file).size;
}

function toDisk(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
