import type { OrgId } from '../domain/ids.js';
import type { Logger } from '../runtime/logger.js';
import type { DraftWrite } from '../storage/ports.js';
import { isSameChange, listDrift } from './listDrift.js';

type Ports = Parameters<typeof listDrift>[0] & { readonly logger: Logger };

/**
 * After a reading: forgets that a change was called fine once it is not there any more, so that it is news when it comes back. Only
 * housekeeping, so a failure is logged and not the reading's; the next reading does it.
 */
export function endDismissals(ports: Ports) {
  const { store, logger } = ports;
  const list = listDrift(ports);
  return async (orgId: OrgId): Promise<void> => {
    try {
      const rows = (await store.drafts.read(orgId, 0)).rows.filter(({ dismissed }) => dismissed);
      if (rows.length === 0) return;
      const { dismissed: current } = await list({ orgId }, { limit: Number.MAX_SAFE_INTEGER });
      const writes = rows.flatMap(({ version: baseVersion, dismissed: before = [], ...rest }): DraftWrite[] => {
        const after = before.filter((each) => current.some((change) => change.tenantId === rest.tenantId && isSameChange(change, each)));
        return after.length === before.length ? [] : [{ baseVersion, row: after.length === 0 ? rest : { ...rest, dismissed: after } }];
      });
      if (writes.length > 0) await store.drafts.write(orgId, writes);
    } catch (thrown) {
      logger.warn({ err: thrown }, 'changes that are over were not forgotten after a reading');
    }
  };
}
