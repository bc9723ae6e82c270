import { z } from 'zod';
import { AppError, toAppError } from '../errors.js';
import type { HttpClient, HttpResponse } from '../httpClient.js';
import { sendWithToken, type TokenSource } from '../tokenSource.js';
import { keyBytes } from './readKeyFile.js';
import type { WrappingKey } from './wrappingKey.js';

const apiVersion = '7.4';
const alg = 'RSA-OAEP-256';
const answer = z.object({ kid: z.url(), value: z.string().regex(/^[A-Za-z0-9_-]+$/) });

type Parts = {
  /** `https://<vault>/keys/<name>`, with or without a version. Without one the newest version wraps. */
  readonly keyUrl: string;
  readonly http: HttpClient;
  readonly tokens: TokenSource;
};

/** A key-encryption key that stays in Azure Key Vault: an RSA key, which wraps and unwraps over REST. */
export function createKeyVaultKey({ keyUrl, http, tokens }: Parts): WrappingKey {
  const { origin, pathname } = new URL(keyUrl);
  const [, , name = ''] = pathname.split('/');
  // What is stored names the version that wrapped it; the token must not follow it to any other vault or key.
  const ownKeyId = new RegExp(`^${escape(`${origin}/keys/${name}/`)}[0-9A-Za-z]{1,64}$`);

  async function ask(keyId: string, verb: 'wrapkey' | 'unwrapkey', value: string): Promise<z.infer<typeof answer>> {
    const request = { url: `${keyId}/${verb}?api-version=${apiVersion}`, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ alg, value }), isRepeatable: true } as const;
    let response: HttpResponse;
    try {
      response = await sendWithToken(http, tokens, request);
    } catch (thrown) {
      throw unavailable(toAppError(thrown).message, thrown);
    }
    const parsed = response.status === 200 ? answer.safeParse(response.json()) : undefined;
    if (parsed?.success && ownKeyId.test(parsed.data.kid)) return parsed.data;
    throw explain(response.status, verb, name);
  }

  return {
    hasWrapped: (keyId) => ownKeyId.test(keyId),
    async wrap(dataKey) {
      const { kid, value } = await ask(keyUrl, 'wrapkey', dataKey.toString('base64url'));
      return { keyId: kid, wrapped: value };
    },
    async unwrap({ keyId, wrapped }) {
      if (!ownKeyId.test(keyId)) throw new AppError('configuration', 'the data key was wrapped by another key');
      const { value } = await ask(keyId, 'unwrapkey', wrapped);
      const dataKey = Buffer.from(value, 'base64url');
      if (dataKey.length !== keyBytes) throw new AppError('configuration', `Key Vault unwrapped ${dataKey.length} bytes`);
      return dataKey;
    },
  };
}

function explain(status: number, verb: string, name: string): AppError {
  const message = `Key Vault answered ${status} to ${verb}`;
  switch (status) {
    case 401:
    case 403:
      return new AppError('secrets-unavailable', message, { sentence: `The Key Vault does not let the app use the key "${name}". Its identity needs the role "Key Vault Crypto User".` });
    case 404:
      return new AppError('configuration', message, { sentence: `The Key Vault has no key "${name}", or not the version that the secrets were sealed with.` });
    case 400:
      return new AppError('configuration', message, { sentence: `The Key Vault can't use the key "${name}" for this: it must be an RSA key, and what it unwraps must be unchanged.` });
    default:
      return unavailable(message);
  }
}

function unavailable(message: string, cause?: unknown): AppError {
  return new AppError('secrets-unavailable', message, { cause, isRetryable: true });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
