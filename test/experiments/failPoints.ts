/** Where a save is cut off: before and after the n-th statement or insert of a kind. */
export type FailPoint = { readonly name: string; readonly when: 'before' | 'after'; readonly what: string; readonly nth: number };

function pointsAt(places: readonly (readonly [what: string, nth: number])[]): FailPoint[] {
  return places.flatMap(([what, nth]) => (['before', 'after'] as const).map((when) => ({ name: `${when} ${what} ${nth}`, when, what, nth })));
}

/** SQL as it begins. A save of 10,000 rows has 20 slices. */
export const sqlitePoints = pointsAt([
  ['BEGIN', 1],
  ['INSERT INTO incoming', 1],
  ['INSERT INTO audit_entries', 1],
  ['INSERT INTO units', 2],
  ['INSERT INTO change_sets', 1],
  ['COMMIT', 1],
]);

/** Inserts into a collection. */
export const mongoPoints = pointsAt([
  ['directories', 1],
  ['change_set_chunks', 1],
  ['change_set_chunks', 2],
  ['unit_pages', 1],
  ['unit_pages', 2],
  ['change_sets', 1],
]);

/** Ends this process (SIGKILL) when the point of that name is reached; `reached` is to be told of each place. */
export function endAt(name: string, points: readonly FailPoint[]): (when: FailPoint['when'], isKind: (what: string) => boolean) => void {
  const point = points.find((each) => each.name === name);
  if (name !== '' && !point) throw new Error(`there is no fail-point called ${name}`);
  let seen = 0;
  return (when, isKind) => {
    if (!point || when !== point.when || !isKind(point.what)) return;
    seen += 1;
    if (seen === point.nth) process.kill(process.pid, 'SIGKILL');
  };
}
