import type { OrgId } from '../domain/ids.js';
import type { HistoryVerdict } from '../domain/mapping.js';
import type { Store } from './ports.js';

/** What the operator's commands ask of a database, whether this process has it open or another one. */
export type StorageOperator = {
  listOrganizations(): Promise<OrgId[]>;
  verifyHistory(orgId: OrgId): Promise<HistoryVerdict>;
  /** The seal of that ChangeSet; null when there is none of that number. */
  sealAt(orgId: OrgId, orgVersion: number): Promise<string | null>;
  /** A copy of this moment, in a new file. Gives its size in bytes. */
  backUp(file: string): Promise<number>;
};

/** Over a store of this process. */
export function createStorageOperator(store: Store, backUp: (file: string) => Promise<number>): StorageOperator {
  return {
    listOrganizations: () => store.listOrganizations(),
    verifyHistory: (orgId) => store.mappings.verifyHistory(orgId),
    async sealAt(orgId, orgVersion) {
      const [found] = await store.mappings.listChangeSets(orgId, { limit: 1, beforeVersion: orgVersion + 1 });
      return found?.orgVersion === orgVersion ? found.chainHash : null;
    },
    backUp,
  };
}
