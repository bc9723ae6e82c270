import type { ChangeSetId } from '../domain/ids.js';
import type { ChangeSet, CompanyLink } from '../domain/mapping.js';

/** Numbers of rows, each counted once. */
export type ChangeCounts = { added: number; changed: number; removed: number };
export type SaveSummary = ChangeCounts & {
  changeSetId: ChangeSetId;
  at: string;
  /** Rows that already were as wished. */
  skipped: number;
};

export function summarizeChangeSet({ changeSetId, at, entries, skipped }: ChangeSet): SaveSummary {
  return { changeSetId, at, ...summarizeEntries(entries), skipped: skipped.length };
}

type Entry = { readonly before: { readonly links: readonly CompanyLink[] }; readonly after: { readonly links: readonly CompanyLink[] } };

/** Counts each unit once: `changed` when it gained one company and lost another. */
export function summarizeEntries(entries: readonly Entry[]): ChangeCounts {
  const counts: ChangeCounts = { added: 0, changed: 0, removed: 0 };
  for (const { before, after } of entries) {
    const idsBefore = new Set(before.links.map((link) => link.companyId));
    const gained = after.links.some((link) => !idsBefore.has(link.companyId));
    const kept = after.links.filter((link) => idsBefore.has(link.companyId)).length;
    const lost = kept < idsBefore.size;
    if (gained && lost) counts.changed += 1;
    else if (gained) counts.added += 1;
    else if (lost) counts.removed += 1;
  }
  return counts;
}
