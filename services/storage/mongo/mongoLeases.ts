import { requireOrgId } from '../argumentChecks.js';
import type { Fence, LeaseStore } from '../ports.js';
import { maxTimeMS } from './connectMongo.js';
import type { LeaseDoc, Models } from './models.js';
import { isDuplicateKey } from './storageError.js';

const idOf = (orgId: string, { lease, token }: Fence) => `${orgId}\n${lease}\n${token}`;

/** Each time a lease is given is a document of its own: an insert can be won by one process only, on every server. */
export function mongoLeases(models: Models): LeaseStore {
  const { leases } = models;

  /** Only its holder changes a document, so this takes nothing from anyone. */
  async function extend(orgId: string, fence: Fence, until: Date): Promise<boolean> {
    await leases.updateOne({ _id: idOf(orgId, fence) }, { $set: { until } });
    return (await newestToken(models, orgId, fence.lease)) === fence.token;
  }

  return {
    async acquire(orgId, lease, { now, until }) {
      requireOrgId(orgId);
      const newest = await newestOf(models, orgId, lease);
      if (newest && newest.until > now) return undefined;
      const token = (newest?.token ?? 0) + 1;
      try {
        await leases.insertMany([{ _id: idOf(orgId, { lease, token }), orgId, lease, token, until }], { lean: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        // Another was quicker. (Or the reply to our own insert was lost: then its time runs out unused.)
        return undefined;
      }
      if (token > 1) await leases.deleteOne({ _id: idOf(orgId, { lease, token: token - 1 }) });
      return token;
    },
    async renew(orgId, fence, until) {
      requireOrgId(orgId);
      return extend(orgId, fence, until);
    },
    async release(orgId, fence) {
      requireOrgId(orgId);
      await extend(orgId, fence, new Date(0));
    },
  };
}

/** 0: it was never given. */
export async function newestToken(models: Models, orgId: string, lease: string): Promise<number> {
  return (await newestOf(models, orgId, lease))?.token ?? 0;
}

async function newestOf({ leases }: Models, orgId: string, lease: string): Promise<LeaseDoc | undefined> {
  return (await leases.findOne({ orgId, lease }).sort({ token: -1 }).maxTimeMS(maxTimeMS).lean<LeaseDoc>()) ?? undefined;
}
