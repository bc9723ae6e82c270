import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWK, type JWTVerifyGetKey } from 'jose';
import { AppError } from '../../services/runtime/errors.js';

/** An issuer's published keys. `getKey` throws AppError `source-unavailable` when they can't be had, jose's error when no key fits. */
export type SigningKeys = { readonly getKey: JWTVerifyGetKey; findJwk(kid: string): JWK | undefined };

type Options = {
  readonly url: URL;
  /** In place of a plain fetch of `url`. */
  readonly fetchKeySet?: FetchImplementation;
  /** Keys older than this are fetched anew. */
  readonly maxAgeMs?: number;
};

const timeoutMs = 5_000;
const cooldownMs = 30_000;
const lastGoodMs = 24 * 60 * 60_000;
// Without any key nobody can come in, so the next try comes sooner.
const retryWithoutKeysMs = 5_000;

/** Fetches at most once at a time, and for unknown key ids at most once in 30 s. While the issuer is away its last keys serve for up to 24 h. */
export function createSigningKeys({ url, fetchKeySet = fetch, maxAgeMs = 10 * 60_000 }: Options): SigningKeys {
  let fetchedAt = 0;
  let pausedUntil = 0;
  const remote = createRemoteJWKSet(url, {
    timeoutDuration: timeoutMs,
    cooldownDuration: cooldownMs,
    cacheMaxAge: maxAgeMs,
    [customFetch]: async (...call) => {
      const response = await fetchKeySet(...call);
      if (response.status === 200) fetchedAt = performance.now();
      return response;
    },
  });

  const getLastGoodKey: JWTVerifyGetKey = (header, token) => {
    const known = remote.jwks();
    if (known && performance.now() - fetchedAt < lastGoodMs) return createLocalJWKSet(known)(header, token);
    throw new errors.JWKSTimeout('the keys could not be fetched lately');
  };

  return {
    async getKey(header, token) {
      try {
        return await (performance.now() < pausedUntil ? getLastGoodKey : remote)(header, token);
      } catch (thrown) {
        if (isAboutToken(thrown)) throw thrown;
        const hasKeys = remote.jwks() !== undefined;
        if (performance.now() >= pausedUntil) pausedUntil = performance.now() + (hasKeys ? cooldownMs : retryWithoutKeysMs);
        try {
          return await getLastGoodKey(header, token);
        } catch (again) {
          throw isAboutToken(again) ? again : keysUnavailable(thrown);
        }
      }
    },
    findJwk: (kid) => remote.jwks()?.keys.find((key) => key.kid === kid),
  };
}

function isAboutToken(thrown: unknown): boolean {
  return thrown instanceof errors.JWKSNoMatchingKey || thrown instanceof errors.JWKSMultipleMatchingKeys;
}

function keysUnavailable(cause: unknown): AppError {
  return new AppError('source-unavailable', "the token issuer's keys can't be had", {
    cause,
    isRetryable: true,
    retryAfterSeconds: retryWithoutKeysMs / 1000,
    sentence: 'Your sign-in can\'t be checked at the moment, because the sign-in service does not answer. Please try again shortly.',
  });
}
