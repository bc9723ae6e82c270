import { createHash } from 'node:crypto';
import { AppError } from '../errors.js';
import { openBytes, sealBytes } from './sealText.js';
import type { WrappingKey } from './wrappingKey.js';

/** A key-encryption key out of a file. */
export function createFileKey(key: Buffer): WrappingKey {
  const keyId = `file:${createHash('sha256').update('key id').update(key).digest('hex').slice(0, 16)}`;
  const context = (id: string) => `data key|${id}`;
  return {
    hasWrapped: (id) => id === keyId,
    wrap: (dataKey) => Promise.resolve({ keyId, wrapped: sealBytes(key, dataKey, context(keyId)) }),
    // Async, so that what is thrown is a rejection like any other.
    // eslint-disable-next-line @typescript-eslint/require-await
    async unwrap({ keyId: id, wrapped }) {
      if (id !== keyId) throw new AppError('configuration', `wrapped by ${id}, this is ${keyId}`);
      return openBytes(key, wrapped, context(id));
    },
  };
}
