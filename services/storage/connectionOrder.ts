import type { StoredConnection } from '../domain/connection.js';
import { sourceRefText } from '../domain/sync.js';

/** By time; within one connection always by version, whatever the clocks said. */
export function newestChangeFirst(a: StoredConnection, b: StoredConnection): number {
  if (sourceRefText(a.source) === sourceRefText(b.source)) return b.version - a.version;
  return b.change.at.localeCompare(a.change.at) || sourceRefText(a.source).localeCompare(sourceRefText(b.source));
}

/** The newest version of each. */
export function newestOfEach(versions: readonly StoredConnection[]): StoredConnection[] {
  const newest = new Map<string, StoredConnection>();
  for (const one of versions) {
    const key = sourceRefText(one.source);
    if ((newest.get(key)?.version ?? 0) < one.version) newest.set(key, one);
  }
  return [...newest.values()];
}

export function versionsLeftOut({ source, version }: StoredConnection): RangeError {
  return new RangeError(`version ${version} of ${sourceRefText(source)} does not follow the one that is there`);
}
