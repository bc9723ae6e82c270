import type { ChangeSet, ChangeSetRequest } from '../domain/mapping.js';
import { AppError } from '../runtime/errors.js';

/** What a ChangeSet of another store must come to here. */
export type Adopted = Pick<ChangeSet, 'changeSetId' | 'orgVersion' | 'chainHash'>;

/** The request that leads to the same ChangeSet. */
export function requestOf({ changeSetId: _id, orgVersion: _version, chainHash: _seal, entries, ...head }: ChangeSet): ChangeSetRequest {
  return { ...head, changes: entries.map(({ tenantId, psaConnectionId, before, after }) => ({ tenantId, psaConnectionId, baseVersion: before.version, links: after.links })) };
}

/** Throws unless what is there, or is about to be, is the ChangeSet as it was. */
export function requireSame(wanted: Adopted, { orgVersion, changeSetId, chainHash }: Adopted): void {
  if (wanted.orgVersion === orgVersion && wanted.changeSetId === changeSetId && wanted.chainHash === chainHash) return;
  throw otherHistory(wanted.orgVersion);
}

export function otherHistory(orgVersion: number): AppError {
  return new AppError('configuration', `change set ${orgVersion} does not fit the history that is here`, {
    sentence: `Save number ${orgVersion} does not fit: the organization has another history here, or the save was altered. Nothing of it was written.`,
  });
}
