import { z } from 'zod';
import type { Clock } from '../clock.js';
import { AppError } from '../errors.js';
import type { HttpClient } from '../httpClient.js';
import { createTokenSource, type TokenSource } from '../tokenSource.js';

/** What Azure App Service tells an app that has a managed identity. */
export type ManagedIdentity = {
  readonly endpoint: string;
  readonly header: string;
  /** Null: the system-assigned one. */
  readonly clientId: string | null;
};

const answer = z.object({ access_token: z.string().min(1), /** Unix time in seconds, as text. */ expires_on: z.coerce.number().positive() });

/** Tokens of the app's own identity for one resource. The client must trust the endpoint's origin, which is on a private address. */
export function createIdentityToken({ endpoint, header, clientId }: ManagedIdentity, resource: string, { http, clock }: { readonly http: HttpClient; readonly clock: Clock }): TokenSource {
  const url = new URL(endpoint);
  url.search = new URLSearchParams({ 'api-version': '2019-08-01', resource, ...(clientId === null ? {} : { client_id: clientId }) }).toString();
  return createTokenSource(clock, async () => {
    const response = await http.send({ url, headers: { 'x-identity-header': header } });
    const parsed = response.status === 200 ? answer.safeParse(response.json()) : undefined;
    if (!parsed?.success) {
      throw new AppError('secrets-unavailable', `the managed identity gave no token: status ${response.status}`, { sentence: "The app's managed identity gave no token for the Key Vault. Check that the app has the identity that its settings name." });
    }
    return { accessToken: parsed.data.access_token, expiresInSeconds: parsed.data.expires_on - clock.now().getTime() / 1000 };
  });
}
