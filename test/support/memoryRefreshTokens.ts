import { AppError } from '../../services/runtime/errors.js';
import type { RefreshTokenStore } from '../../services/partnerCenter/refreshTokens.js';

/** A store in memory that several clients may share, as processes share a database. `history`: every token that was stored. */
export type MemoryRefreshTokens = RefreshTokenStore & { readonly history: readonly string[]; /** As when an administrator signs in anew. */ put(token: string): void };

export function memoryRefreshTokens(first?: string): MemoryRefreshTokens {
  const history: string[] = first === undefined ? [] : [first];
  return {
    history,
    put: (token) => void history.push(token),
    read() {
      const token = history.at(-1);
      return Promise.resolve(token === undefined ? null : { token, version: history.length });
    },
    replace(knownVersion, token) {
      if (knownVersion !== history.length) return Promise.reject(new AppError('cancelled', 'a newer token is stored'));
      history.push(token);
      return Promise.resolve();
    },
  };
}
