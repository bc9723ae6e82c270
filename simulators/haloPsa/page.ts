import type { Answer, SimulatorRequest } from '../router.js';
import type { HaloPsaQuirks } from './quirks.js';

/** The size of a page that nobody asked a size for. */
const defaultPageSize = 50;
const defaultPageCap = 100;

/** Rows under the given name beside `record_count`, paged by `pageinate` or cut by `count`. The answer repeats the size that was asked for even when the cap made it smaller. */
export function answerPage<Row>({ query }: SimulatorRequest, rows: readonly Row[], name: string, present: (row: Row) => object, quirks: HaloPsaQuirks): Answer {
  const cap = quirks.pageCap === null ? Infinity : (quirks.pageCap ?? defaultPageCap);
  const record_count = rows.length + (quirks.missingRows ?? 0);
  if (!isTrue(query.get('pageinate'))) {
    const count = Math.min(positive(query.get('count')) ?? rows.length, cap);
    return { status: 200, body: { record_count, [name]: rows.slice(0, count).map(present) } };
  }
  const page_size = positive(query.get('page_size')) ?? defaultPageSize;
  const page_no = positive(query.get('page_no')) ?? 1;
  const size = Math.min(page_size, cap);
  const start = ((quirks.repeatsPage ? Math.min(page_no, 2) : page_no) - 1) * size;
  return { status: 200, body: { page_no, page_size, record_count, [name]: rows.slice(start, start + size).map(present) } };
}

export function isTrue(text: string | null): boolean {
  return text?.toLowerCase() === 'true';
}

function positive(text: string | null): number | undefined {
  const value = Number(text ?? 0);
  return Number.isInteger(value) && value > 0 ? value : undefined;
}
