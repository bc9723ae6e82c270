import { requireAction, requireOrgId } from '../argumentChecks.js';
import type { ActionStore } from '../ports.js';
import type { WorkerClient } from './workerClient.js';

export function sqliteActions(client: WorkerClient): ActionStore {
  return {
    async add(orgId, action) {
      requireOrgId(orgId);
      requireAction(action);
      const { actionId, keptUntil, state } = action;
      await client.call('addAction', { orgId, actionId, keptUntil, state });
    },
    async read(orgId, actionId) {
      requireOrgId(orgId);
      const { value } = await client.call('readAction', { orgId, actionId });
      if (!value) return undefined;
      const [version, keptUntil, state] = value;
      return { actionId, version, keptUntil, state };
    },
    async replace(orgId, next) {
      requireOrgId(orgId);
      requireAction(next);
      const { actionId, version, keptUntil, state } = next;
      return (await client.call('replaceAction', { orgId, actionId, version, keptUntil, state })).value;
    },
    async removeExpired(orgId, before) {
      requireOrgId(orgId);
      await client.call('removeExpiredActions', { orgId, before: before.toISOString() });
    },
  };
}
