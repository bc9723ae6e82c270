import { yieldTurn } from '../../runtime/yieldTurn.js';
import { rowsPerSlice } from './protocol.js';

/** Rows in slices, with a pause for other work between two of them. */
export async function* sliceRows<Row>(rows: Iterable<Row>): AsyncGenerator<readonly Row[]> {
  let slice: Row[] = [];
  for (const row of rows) {
    slice.push(row);
    if (slice.length < rowsPerSlice) continue;
    yield slice;
    slice = [];
    await yieldTurn();
  }
  if (slice.length > 0) yield slice;
}

/** Like `rows.map(convert)`, with a pause for other work after each slice. */
export async function mapRows<Row, Result>(rows: readonly Row[], convert: (row: Row) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for await (const slice of sliceRows(rows)) for (const row of slice) results.push(convert(row));
  return results;
}
