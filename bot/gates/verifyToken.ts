import { decodeProtectedHeader, jwtVerify, type JWK } from 'jose';
import type { z } from 'zod';
import { AppError } from '../../services/runtime/errors.js';
import type { SigningKeys } from './signingKeys.js';

type Rules<Claims> = {
  readonly keys: SigningKeys;
  readonly issuer: string;
  readonly audience: string;
  readonly skewSeconds: number;
  readonly now: Date;
  /** Every claim that counts. jose accepts a list of audiences, so `aud` must be here too. */
  readonly claims: z.ZodType<Claims>;
  /** Says why a key of the set must not sign such a token. */
  readonly refuseKey: (jwk: JWK) => string | undefined;
};

// They would let the token choose its own key, or ask for an extension that is not understood.
const forbiddenHeaders = ['crit', 'jku', 'jwk', 'x5u', 'x5c'];

/** Signature (RS256 only), issuer, audience, times, then the claims. AppError `not-signed-in`, whose message says what was wrong; `source-unavailable` without keys. */
export async function verifyToken<Claims>(token: string, { keys, issuer, audience, skewSeconds, now, claims, refuseKey }: Rules<Claims>): Promise<Claims> {
  try {
    const header = decodeProtectedHeader(token);
    const forbidden = forbiddenHeaders.find((name) => Object.hasOwn(header, name));
    if (forbidden) throw refusal(`the token's header has ${forbidden}`);
    const { payload } = await jwtVerify(token, keys.getKey, {
      algorithms: ['RS256'],
      issuer,
      audience,
      clockTolerance: skewSeconds,
      currentDate: now,
      requiredClaims: ['exp', 'nbf'],
    });
    const jwk = typeof header.kid === 'string' ? keys.findJwk(header.kid) : undefined;
    if (!jwk) throw refusal('the token names no key');
    const reason = refuseKey(jwk);
    if (reason) throw refusal(reason);
    const parsed = claims.safeParse(payload);
    if (!parsed.success) throw refusal(`claims: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`);
    return parsed.data;
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : refusal(thrown instanceof Error ? thrown.message : 'the token is odd', thrown);
  }
}

function refusal(reason: string, cause?: unknown): AppError {
  return new AppError('not-signed-in', reason, { cause });
}
