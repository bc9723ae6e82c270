import type { ChangeSetId } from '../domain/ids.js';
import type { ChangeSet } from '../domain/mapping.js';

/** Numbers of rows. */
export type SaveSummary = {
  changeSetId: ChangeSetId;
  at: string;
  added: number;
  changed: number;
  removed: number;
  /** Rows that already were as wished. */
  skipped: number;
};

/** Counts each unit once: `changed` when it gained one company and lost another. */
export function summarizeChangeSet({ changeSetId, at, entries, skipped }: ChangeSet): SaveSummary {
  const summary: SaveSummary = { changeSetId, at, added: 0, changed: 0, removed: 0, skipped: skipped.length };
  for (const { before, after } of entries) {
    const idsBefore = new Set(before.links.map((link) => link.companyId));
    const gained = after.links.some((link) => !idsBefore.has(link.companyId));
    const kept = after.links.filter((link) => idsBefore.has(link.companyId)).length;
    const lost = kept < idsBefore.size;
    if (gained && lost) summary.changed += 1;
    else if (gained) summary.added += 1;
    else if (lost) summary.removed += 1;
  }
  return summary;
}
