import { z } from 'zod';
import type { AppError } from './errors.js';
import type { HttpClient } from './httpClient.js';
import { answerFailure, readAnswer } from './sourceAnswer.js';
import type { AccessToken } from './tokenSource.js';

/** A token endpoint's "no". `error` is OAuth's word; `hints` are the vendor's own numbers, which may change at any time. */
export type TokenRefusal = { readonly status: number; readonly error: string; readonly hints: readonly number[] };

type TokenRequest = {
  readonly url: string | URL;
  /** `grant_type` and what belongs to it. */
  readonly form: Readonly<Record<string, string>>;
  /** The system's name for people. */
  readonly system: string;
  readonly explain: (refusal: TokenRefusal) => AppError;
  readonly signal?: AbortSignal | undefined;
};

// Entra's v1 endpoint sends expires_in as text.
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().catch(3600), refresh_token: z.string().min(1).nullish().catch(null) });
const refusalSchema = z.object({ error: z.string(), error_codes: z.array(z.number()).catch([]) });

/** Asks an OAuth 2.0 token endpoint. `refreshToken`: the new one, where the answer has one. Rejects with what `explain` makes of a refusal, or with another AppError `source-*`. */
export async function fetchOAuthToken(http: HttpClient, { url, form, system, explain, signal }: TokenRequest): Promise<AccessToken & { readonly refreshToken: string | undefined }> {
  const response = await http.send({ url, method: 'POST', body: new URLSearchParams(form), headers: { accept: 'application/json' }, isRepeatable: true, signal });
  if (response.status === 200) {
    const token = readAnswer(response, tokenSchema, system);
    return { accessToken: token.access_token, expiresInSeconds: token.expires_in, refreshToken: token.refresh_token ?? undefined };
  }
  if (response.status === 400 || response.status === 401 || response.status === 403) throw explain({ status: response.status, ...readRefusal(response.text) });
  throw answerFailure(response, system);
}

function readRefusal(text: string): Pick<TokenRefusal, 'error' | 'hints'> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { error: 'unknown', hints: [] };
  }
  const parsed = refusalSchema.safeParse(json);
  return parsed.success ? { error: parsed.data.error, hints: parsed.data.error_codes } : { error: 'unknown', hints: [] };
}
