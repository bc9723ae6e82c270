import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../errors.js';

const algorithm = 'aes-256-gcm';
const [ivBytes, tagBytes] = [12, 16];
const format = 'v1';

/** AES-256-GCM under a fresh random IV. Opens only with the same key and the same context. */
export function sealBytes(key: Buffer, plain: Buffer, context: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(context, 'utf8'));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return [format, ...[iv, cipher.getAuthTag(), sealed].map((bytes) => bytes.toString('base64url'))].join('.');
}

/** AppError `configuration` when it was changed, belongs elsewhere, or was sealed with another key. */
export function openBytes(key: Buffer, sealed: string, context: string): Buffer {
  const [version, ...parts] = sealed.split('.');
  const [iv, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== format || parts.length !== 3 || iv?.length !== ivBytes || tag?.length !== tagBytes || !body) throw cannotOpen('it is not in the form that was written');
  try {
    const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(context, 'utf8')).setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    // The cause says no more than "unable to authenticate data".
    throw cannotOpen('it does not fit its place or its key');
  }
}

function cannotOpen(why: string): AppError {
  return new AppError('configuration', `a sealed secret can't be opened: ${why}`, {
    sentence: 'A stored secret can\'t be opened: it was sealed with another key, or somebody changed the database. Enter the secret again, or give the app the key that it was sealed with.',
  });
}
