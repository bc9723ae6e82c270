import type { ChangeSetId, OrgId } from '../../domain/ids.js';
import type { ChangeSet } from '../../domain/mapping.js';
import type { Caller } from '../../domain/organization.js';
import { AppError } from '../../runtime/errors.js';
import type { Store } from '../../storage/ports.js';
import type { MappingPorts } from '../mappingPorts.js';
import { toHistoryEntry, type HistoryEntry } from './historyEntry.js';
import { changePresenter, type ChangedRow } from './presentRows.js';

export type ChangeSetDetails = { entry: HistoryEntry; rows: ChangedRow[]; /** Of all rows. */ total: number };

/** One save with its rows, before and after, a page of them. AppError `not-found`. */
export function getChangeSet({ connections, sourceLists, store }: MappingPorts) {
  return async ({ orgId }: Pick<Caller, 'orgId'>, changeSetId: ChangeSetId, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<ChangeSetDetails> => {
    const changeSet = await findChangeSet(store, orgId, changeSetId);
    const [sources, lists] = await Promise.all([connections.connectionsOf(orgId), sourceLists.read(orgId)]);
    const present = changePresenter({ sources, lists });
    const rows = changeSet.entries.slice(offset, offset + limit).map(({ before, after, ...key }) => present({ ...key, before: before.links, after: after.links }));
    return { entry: toHistoryEntry(changeSet), rows, total: changeSet.entries.length };
  };
}

/** AppError `not-found`. */
export async function findChangeSet(store: Store, orgId: OrgId, changeSetId: ChangeSetId): Promise<ChangeSet> {
  const changeSet = await store.mappings.findChangeSet(orgId, changeSetId);
  if (!changeSet) throw new AppError('not-found', 'no such change set', { sentence: 'There is no such save in the history.', facts: [{ code: 'save-gone' }] });
  return changeSet;
}
