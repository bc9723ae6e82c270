const atOnce = 16;

/** `rows.map(work)`, at most 16 at once. The first failure ends it. */
export async function mapAtOnce<Row, Result>(rows: readonly Row[], work: (row: Row) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < rows.length; start += atOnce) results.push(...(await Promise.all(rows.slice(start, start + atOnce).map(work))));
  return results;
}
