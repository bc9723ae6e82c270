import type { Remark } from '../domain/remark.js';
import type { RemarkFacts, RowKind, StopCause } from '../domain/remarkFacts.js';
import { AppError, toAppError } from './errors.js';
import { oddAnswer } from './sourceAnswer.js';

export type Page<Item, Cursor> = {
  readonly items: readonly Item[];
  /** Rows that could not be understood. */
  readonly unreadable: number;
  /** null: this was the last page. */
  readonly next: Cursor | null;
  /** The rows are good, but the list can't be followed any further. */
  readonly failure?: AppError;
};

/** How far the pages were followed. `count`: different rows. `failure`: why it ended before the list did. */
export type Walk = { readonly count: number; readonly unreadable: number; readonly failure: AppError | null };
/** What was read. */
export type Reading<Item> = Walk & { readonly items: readonly Item[] };

export type Pages<Item, Cursor> = {
  readonly system: string;
  readonly first: Cursor;
  readonly readPage: (cursor: Cursor) => Promise<Page<Item, Cursor>>;
  /** Tells cursors apart. */
  readonly keyOf: (cursor: Cursor) => string;
  readonly idOf: (item: Item) => string;
  /** After each page: how many different rows there are by now. */
  readonly onPage?: (count: number) => void;
};

const maxEmptyPagesInARow = 10;

/**
 * Reads page after page, hands over one row per id (the first wins) and keeps none, and ends at a loop. Rejects when the first page fails
 * or the signal aborts; a later failure is told at the end.
 */
export async function walkPages<Item, Cursor>({ system, first, readPage, keyOf, idOf, onPage }: Pages<Item, Cursor>, take: (item: Item) => void): Promise<Walk> {
  const ids = new Set<string>();
  const asked = new Set<string>();
  let unreadable = 0;
  let emptyPages = 0;
  const ended = (failure: AppError | null): Walk => ({ count: ids.size, unreadable, failure });

  for (let cursor: Cursor | null = first; cursor !== null; ) {
    const key = keyOf(cursor);
    if (asked.has(key)) return ended(oddAnswer(system, 'the pages go round in a circle'));
    asked.add(key);
    const page: Page<Item, Cursor> | AppError = await orFailure(readPage(cursor));
    if (page instanceof AppError) {
      if (asked.size === 1 || page.code === 'cancelled') throw page;
      return ended(page);
    }
    const known = ids.size;
    for (const item of page.items) {
      const id = idOf(item);
      if (ids.has(id)) continue;
      ids.add(id);
      take(item);
    }
    unreadable += page.unreadable;
    onPage?.(ids.size);
    if (page.failure) return ended(page.failure);
    if (page.items.length > 0 && ids.size === known) return ended(oddAnswer(system, 'a page came twice'));
    emptyPages = page.items.length === 0 ? emptyPages + 1 : 0;
    if (emptyPages > maxEmptyPagesInARow) return ended(oddAnswer(system, 'too many empty pages'));
    cursor = page.next;
  }
  return ended(null);
}

/** As `walkPages`, for rows that are all kept. */
export async function readPages<Item, Cursor>(pages: Pages<Item, Cursor>): Promise<Reading<Item>> {
  const items: Item[] = [];
  const walk = await walkPages(pages, (item) => void items.push(item));
  return { ...walk, items };
}

/** For rows that only help: without the right to read them there are none; any other failure is told in the reading. Rejects when cancelled. */
export async function readIfAllowed<Item>(read: Promise<Reading<Item>>): Promise<Reading<Item>> {
  const reading = await orRefused(read);
  return 'items' in reading ? reading : { ...reading, items: [] };
}

/** As `readIfAllowed`. */
export async function walkIfAllowed(walk: Promise<Walk>): Promise<Walk> {
  return orRefused(walk);
}

async function orRefused<End extends Walk>(run: Promise<End>): Promise<End | Walk> {
  const end = await orFailure(run);
  if (!(end instanceof AppError)) return end;
  if (end.code === 'cancelled') throw end;
  const isRefused = end.code === 'source-forbidden' || end.code === 'source-unauthorized';
  return { count: 0, unreadable: 0, failure: isRefused ? null : end };
}

const tell = (sentence: string, facts: RemarkFacts): Remark => ({ sentence, facts: [facts] });
const nouns: Readonly<Record<RowKind, string>> = { companies: 'companies', tenants: 'tenants', 'delegated-customers': 'customers with delegated admin relationships' };

/** Such as "Partner Center stopped answering after 200 tenants." */
export function whyStopped(system: string, { count, failure }: { readonly count: number; readonly failure: AppError }, rows: RowKind): Remark {
  const after = `after ${count.toLocaleString('en-US')} ${nouns[rows]}`;
  const stopped = (sentence: string, cause: StopCause) => tell(sentence, { code: 'list-stopped', system, count, rows, cause });
  switch (failure.code) {
    case 'source-unavailable':
      return stopped(`${system} stopped answering ${after}.`, 'silent');
    case 'source-throttled':
      return stopped(`${system} asked us to slow down ${after}; the rest is missing.`, 'slow-down');
    case 'source-unauthorized':
    case 'source-forbidden':
      return stopped(`${system} refused to go on ${after}.`, 'refused');
    case 'source-blocked':
      return stopped(`${system} named an address that we do not trust ${after}; the rest is missing.`, 'foreign');
    default:
      return stopped(`${system} gave an answer that we do not understand ${after}; the rest is missing.`, 'odd');
  }
}

/** The source's own count once more, after the list; why it gave none. Rejects when cancelled. */
export async function countOrFailure(count: Promise<number>): Promise<number | AppError> {
  const found = await orFailure(count);
  if (found instanceof AppError && found.code === 'cancelled') throw found;
  return found;
}

/** What a list lacks against the source's own count; nothing when it is whole. */
export function whyIncomplete(system: string, { count, unreadable, failure }: Walk, expected: number | AppError, rows: RowKind): Remark[] {
  const noun = nouns[rows];
  if (failure) return [whyStopped(system, { count, failure }, rows)];
  if (expected instanceof AppError) return [tell(`${system} did not say how many ${noun} there are, so some may be missing.`, { code: 'list-uncounted', system, rows })];
  if (count < expected) return [tell(`${system} gave only ${count.toLocaleString('en-US')} of ${expected.toLocaleString('en-US')} ${noun} that we can read.`, { code: 'list-short', system, count, expected, rows })];
  return unreadable > 0 ? [tell(`${unreadable.toLocaleString('en-US')} ${noun} came in a form that we can't read.`, { code: 'rows-unreadable', count: unreadable, rows })] : [];
}

async function orFailure<Value>(run: Promise<Value>): Promise<Value | AppError> {
  try {
    return await run;
  } catch (error) {
    const failure = toAppError(error);
    // A mistake of ours is not the source's failure.
    if (failure.code === 'internal') throw error;
    return failure;
  }
}
