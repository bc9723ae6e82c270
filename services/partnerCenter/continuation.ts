import { AppError } from '../runtime/errors.js';
import { oddAnswer } from '../runtime/sourceAnswer.js';
import type { CustomersPage } from './schema.js';

/** Where the next page is. */
export type Continuation = { readonly url: string; readonly token: string | undefined };

export const system = 'Partner Center';

/** The page's own pointer to the next one, or null on the last. Throws AppError `source-blocked` for another host: the bearer token must not go there. */
export function nextContinuation(origin: string, { links, continuationToken }: CustomersPage): Continuation | null {
  const next = links?.next;
  if (!next) return null;
  if (!URL.canParse(next.uri, origin)) throw oddAnswer(system, 'the next link is no URI');
  const url = new URL(next.uri, origin);
  if (url.origin !== origin || url.username || url.password) throw new AppError('source-blocked', `${system}: the next link leads to ${url.host}`);
  // Seen both with and without the version in front.
  if (!/^(\/v1)?\/customers$/.test(url.pathname)) throw oddAnswer(system, `the next link leads to ${url.pathname}`);
  const token = next.headers?.find(({ key }) => key.toLowerCase() === 'ms-continuationtoken')?.value ?? continuationToken ?? undefined;
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) throw oddAnswer(system, 'the continuation token can not be sent in a header');
  return { url: `${origin}/v1/customers${url.search}`, token };
}
