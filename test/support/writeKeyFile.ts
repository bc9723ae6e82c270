import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A new key for SECRETS_KEY_FILE; gives the file's path. */
export function writeKeyFile(folder: string): string {
  const file = join(folder, 'secrets.key');
  writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600 });
  return file;
}
