import { AppError } from '../../runtime/errors.js';
import { system } from './discovery.js';

/** What a page's Link header says of the next one. `none`: there is no such header. `end`: there is one, without a next page. */
export type NextLink = { readonly kind: 'none' } | { readonly kind: 'end' } | { readonly kind: 'next'; readonly pageId: string | null; readonly page: number | null };

/** Throws AppError `source-blocked` when the next page is said to be on another host. */
export function readNextLink(header: string | null, host: string): NextLink {
  if (header === null) return { kind: 'none' };
  const uri = /<([^>]*)>\s*;[^,<]*rel="?next"?/i.exec(header)?.[1];
  if (uri === undefined) return { kind: 'end' };
  const url = URL.canParse(uri, `https://${host}`) ? new URL(uri, `https://${host}`) : undefined;
  if (url?.host !== host) throw new AppError('source-blocked', `${system}: the next link leads to ${url?.host ?? 'no URI'}`);
  const page = Number(url.searchParams.get('page') ?? Number.NaN);
  return { kind: 'next', pageId: url.searchParams.get('pageId'), page: Number.isInteger(page) ? page : null };
}
