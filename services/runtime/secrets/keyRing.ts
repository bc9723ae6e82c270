import { AppError } from '../errors.js';
import type { WrappedKey, WrappingKey } from './wrappingKey.js';

/** The key that wraps from now on, and those that wrapped before. */
export type KeyRing = {
  wrap(dataKey: Buffer): Promise<WrappedKey>;
  /** With whichever of its keys wrapped it. AppErrors as in WrappingKey; `configuration` when it is none of them. */
  unwrap(wrapped: WrappedKey): Promise<Buffer>;
};

export function createKeyRing(current: WrappingKey, older: readonly WrappingKey[] = []): KeyRing {
  return {
    wrap: (dataKey) => current.wrap(dataKey),
    async unwrap(wrapped) {
      const key = [current, ...older].find((one) => one.hasWrapped(wrapped.keyId));
      if (!key) {
        throw new AppError('configuration', `no key for what ${wrapped.keyId} wrapped`, {
          sentence: 'The stored secrets were sealed with another key than the one that SECRETS_KEY_FILE or SECRETS_KEY_VAULT_KEY names. Give the app that key again (as SECRETS_OLD_KEY_FILE or SECRETS_OLD_KEY_VAULT_KEY beside the new one), or enter the secrets again.',
        });
      }
      return key.unwrap(wrapped);
    },
  };
}
