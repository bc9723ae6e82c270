import type { z } from 'zod';
import { AppError, toAppError } from '../../runtime/errors.js';
import { walkPages, type Page, type Reading, type Walk } from '../../runtime/readPages.js';
import { readAnswer, readRows } from '../../runtime/sourceAnswer.js';
import type { ConnectWiseClient } from './client.js';
import { system } from './discovery.js';
import { readNextLink, type NextLink } from './linkHeader.js';
import { rows } from './schema.js';

type Cursor = { readonly kind: 'forward'; readonly pageId: string | null } | { readonly kind: 'numbered'; readonly page: number };

type Table<Row> = {
  readonly path: string;
  readonly conditions?: string;
  readonly fields?: string;
  readonly schema: z.ZodType<Row>;
  readonly signal: AbortSignal | undefined;
  readonly onPage?: (count: number) => void;
};

const pageSize = 1000;

/**
 * Every row by id: forward-only, which loses none when rows come or go meanwhile; by page number where the instance does not support that.
 * As `walkPages`.
 */
export function walkTable<Row extends { readonly id: string }>(client: ConnectWiseClient, { path, conditions, fields, schema, signal, onPage }: Table<Row>, take: (row: Row) => void): Promise<Walk> {
  const asked = { ...(conditions && { conditions }), ...(fields && { fields }), pageSize: String(pageSize) };

  async function readPage(cursor: Cursor): Promise<Page<Row, Cursor>> {
    const query = cursor.kind === 'forward' ? { ...asked, ...(cursor.pageId && { pageId: cursor.pageId }) } : { ...asked, orderBy: 'id asc', page: String(cursor.page) };
    const { body, linkHeader, host } = await readBody(query, cursor);
    const page = readRows(body, schema);
    try {
      const link = readNextLink(linkHeader, host);
      const next = cursor.kind === 'forward' ? afterForwardPage(cursor.pageId, link, body.length, page.items.at(-1)?.id) : afterNumberedPage(cursor.page, link, body.length);
      // Begun anew by number: these rows come again.
      return next?.kind === 'numbered' && cursor.kind === 'forward' ? { items: [], unreadable: 0, next } : { ...page, next };
    } catch (error) {
      return { ...page, next: null, failure: toAppError(error) };
    }
  }

  /** On its own, so that the bytes of a long page can go before its rows are read. */
  async function readBody(query: Readonly<Record<string, string>>, { kind }: Cursor) {
    const response = await client.get(path, { query, headers: kind === 'forward' ? { 'pagination-type': 'forward-only' } : {}, signal });
    return { body: readAnswer(response, rows, system), linkHeader: response.headers.get('link'), host: response.host };
  }

  const keyOf = (cursor: Cursor) => (cursor.kind === 'forward' ? `after ${cursor.pageId ?? ''}` : `page ${cursor.page}`);
  return walkPages<Row, Cursor>({ system, first: { kind: 'forward', pageId: null }, readPage, keyOf, idOf: ({ id }) => id, ...(onPage && { onPage }) }, take);
}

/** As `walkTable`, for rows that are all kept. */
export async function readTable<Row extends { readonly id: string }>(client: ConnectWiseClient, table: Table<Row>): Promise<Reading<Row>> {
  const items: Row[] = [];
  const walk = await walkTable(client, table, (row) => void items.push(row));
  return { ...walk, items };
}

/** As `readTable`, but rejects unless every row could be read. `what`: for logs. */
export async function readWholeTable<Row extends { readonly id: string }>(client: ConnectWiseClient, what: string, table: Table<Row>): Promise<readonly Row[]> {
  const { items, unreadable, failure } = await readTable(client, table);
  if (failure) throw failure;
  if (unreadable > 0) throw new AppError('source-odd-answer', `${system}: ${unreadable} unreadable ${what}`);
  return items;
}

function afterForwardPage(pageId: string | null, link: NextLink, length: number, lastId: string | undefined): Cursor | null {
  if (link.kind === 'end') return null;
  if (link.kind === 'next' && link.pageId) return { kind: 'forward', pageId: link.pageId };
  // A resource that supports forward-only always sends the header; without it a short page is the last.
  if (link.kind === 'none' && length < pageSize) return null;
  return pageId !== null && lastId !== undefined ? { kind: 'forward', pageId: lastId } : { kind: 'numbered', page: 1 };
}

function afterNumberedPage(page: number, link: NextLink, length: number): Cursor | null {
  if (link.kind === 'next') return { kind: 'numbered', page: link.page ?? page + 1 };
  return link.kind === 'none' && length >= pageSize ? { kind: 'numbered', page: page + 1 } : null;
}
