import { requireOrgId } from '../argumentChecks.js';
import type { LeaseStore } from '../ports.js';
import type { WorkerClient } from './workerClient.js';

export function sqliteLeases(client: WorkerClient): LeaseStore {
  return {
    async acquire(orgId, lease, { now, until }) {
      requireOrgId(orgId);
      return (await client.call('acquireLease', { orgId, lease, now: now.getTime(), until: until.getTime() })).value ?? undefined;
    },
    async renew(orgId, { lease, token }, until) {
      requireOrgId(orgId);
      return (await client.call('extendLease', { orgId, lease, token, until: until.getTime() })).value;
    },
    async release(orgId, { lease, token }) {
      requireOrgId(orgId);
      await client.call('extendLease', { orgId, lease, token, until: 0 });
    },
  };
}
