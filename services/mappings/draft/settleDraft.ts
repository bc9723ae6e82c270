import { isSettled } from '../../domain/draft.js';
import { groupBy } from '../../domain/groupBy.js';
import type { OrgId, TenantId } from '../../domain/ids.js';
import type { DraftWrite } from '../../storage/ports.js';
import type { MappingPorts } from '../mappingPorts.js';

/**
 * Clears the choices that a save has settled. Only housekeeping, and a note to those who look for news: such a choice counts no more
 * anyway (`isSettled`). So a failure is logged and not the save's; the next save of the tenant clears it.
 */
export function settleDraft({ drafts, store, logger }: Pick<MappingPorts, 'drafts' | 'store' | 'logger'>) {
  return async (orgId: OrgId, tenantIds: readonly TenantId[]): Promise<void> => {
    try {
      const { rows } = await drafts.read(orgId);
      const chosen = tenantIds.flatMap((tenantId) => rows.get(tenantId) ?? []).filter((row) => row.choice !== null);
      if (chosen.length === 0) return;
      const wanted = new Set(chosen.map((row) => row.tenantId));
      const units = groupBy((await store.mappings.listUnits(orgId)).filter((unit) => wanted.has(unit.tenantId)), (unit) => unit.tenantId);
      const writes = chosen.flatMap(({ version: baseVersion, ...row }): DraftWrite[] => {
        return row.choice && isSettled(row.choice, units.get(row.tenantId) ?? []) ? [{ baseVersion, row: { ...row, choice: null } }] : [];
      });
      // Where somebody decided anew meanwhile, that decision stays.
      if (writes.length > 0) await store.drafts.write(orgId, writes);
    } catch (thrown) {
      logger.warn({ err: thrown }, 'the draft was not cleared after a save');
    }
  };
}
