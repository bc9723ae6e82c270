import type { StoredConnection } from '../../domain/connection.js';
import { sourceRefText } from '../../domain/sync.js';
import { requireOrgId, requireSecret } from '../argumentChecks.js';
import { newestChangeFirst, versionsLeftOut } from '../connectionOrder.js';
import type { ConnectionStore, SecretStore } from '../ports.js';
import type { SecretRow } from './protocol.js';
import type { WorkerClient } from './workerClient.js';

export function sqliteConnections(client: WorkerClient): ConnectionStore {
  async function read(orgId: string, isWhole: boolean): Promise<StoredConnection[]> {
    requireOrgId(orgId);
    // Written by `append` below.
    return (await client.call('listConnections', { orgId, isWhole })).rows.map((row) => JSON.parse(row) as StoredConnection);
  }
  return {
    list: (orgId) => read(orgId, false),
    async append(orgId, next) {
      requireOrgId(orgId);
      const { value } = await client.call('appendConnection', { orgId, source: sourceRefText(next.source), version: next.version, row: JSON.stringify(next) });
      if (value === null) throw versionsLeftOut(next);
      return value;
    },
    listChanges: async (orgId) => (await read(orgId, true)).sort(newestChangeFirst),
  };
}

export function sqliteSecrets(client: WorkerClient): SecretStore {
  const toSecret = ([secretId, version, sealed]: SecretRow) => ({ secretId, version, sealed });
  return {
    async list(orgId) {
      requireOrgId(orgId);
      return (await client.call('listSecrets', { orgId, secretId: null })).rows.map(toSecret);
    },
    async read(orgId, secretId) {
      requireOrgId(orgId);
      return (await client.call('listSecrets', { orgId, secretId })).rows.map(toSecret)[0];
    },
    async replace(orgId, next) {
      requireOrgId(orgId);
      requireSecret(next);
      return (await client.call('replaceSecret', { orgId, ...next })).value;
    },
    async adopt(orgId, secret) {
      requireOrgId(orgId);
      requireSecret(secret);
      await client.call('adoptSecret', { orgId, ...secret });
    },
    async remove(orgId, secretIds) {
      requireOrgId(orgId);
      await client.call('removeSecrets', { orgId, secretIds });
    },
  };
}
