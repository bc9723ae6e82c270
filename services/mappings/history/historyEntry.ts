import type { ChangeSetId } from '../../domain/ids.js';
import type { ChangeSet } from '../../domain/mapping.js';
import type { Caller, Person } from '../../domain/organization.js';
import { summarizeChangeSet, type SaveSummary } from '../saveSummary.js';

/** One save as the history lists it. */
export type HistoryEntry = SaveSummary & {
  /** Numbers the organization's saves 1, 2, 3 ... */
  orgVersion: number;
  actor: Person;
  via: Caller['via'];
  reason: string;
  /** The save that this one took back. */
  undoes: ChangeSetId | null;
};

export function toHistoryEntry(changeSet: ChangeSet): HistoryEntry {
  const { orgVersion, actor, via, reason, undoes } = changeSet;
  return { ...summarizeChangeSet(changeSet), orgVersion, actor, via, reason, undoes };
}
