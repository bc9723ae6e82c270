import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

/** An RS256 key pair and its public half as a key set shows it. */
export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly publicJwk: JWK };

/** Several, newest last; the newest signs, all are published. */
export type KeyRing = { readonly keys: readonly SigningKey[]; rotate(): Promise<void> };

export async function createSigningKey(kid = randomBytes(20).toString('base64url')): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, x5t: kid, use: 'sig' } };
}

export async function createKeyRing(): Promise<KeyRing> {
  const keys = [await createSigningKey()];
  return { keys, rotate: async () => void keys.push(await createSigningKey()) };
}

export function newestKey({ keys }: KeyRing): SigningKey {
  const key = keys.at(-1);
  if (!key) throw new Error('A key ring is never empty.');
  return key;
}

/** `header` adds to or replaces the usual header (a test may say another `kid` than the key's). */
export function signClaims(key: SigningKey, claims: JWTPayload, header: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, x5t: key.kid, ...header }).sign(key.privateKey);
}
