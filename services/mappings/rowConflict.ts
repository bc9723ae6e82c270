import type { PsaConnectionId, TenantId } from '../domain/ids.js';
import { unitKeyText, type UnitChange, type UnitConflict } from '../domain/mapping.js';
import type { Person } from '../domain/organization.js';
import type { SourceLists } from '../sync/sourceLists.js';
import { companyNameOf } from './listTenants.js';

/** A row that changed since it was seen, with both values by name. */
export type RowConflict = {
  tenantId: TenantId;
  psaConnectionId: PsaConnectionId;
  tenantName: string;
  wished: string[];
  /** What is there now; `decidedBy` is null when the link was removed. */
  current: { companies: string[]; version: number; decidedBy: Person | null; decidedAt: string | null };
  sentence: string;
};

export function presentConflicts(conflicts: readonly UnitConflict[], changes: readonly UnitChange[], lists: SourceLists): RowConflict[] {
  const wishes = new Map(changes.map((change) => [unitKeyText(change), change]));
  return conflicts.map((conflict) => {
    const { tenantId, psaConnectionId, current } = conflict;
    const links = wishes.get(unitKeyText(conflict))?.links ?? [];
    const latest = [...current.links].sort((a, b) => b.decidedAt.localeCompare(a.decidedAt))[0];
    const companies = current.links.map((link) => companyNameOf(lists, psaConnectionId, link));
    const tenantName = lists.findTenant(tenantId)?.name ?? latest?.tenantNameThen ?? links[0]?.tenantNameThen ?? tenantId;
    return {
      tenantId,
      psaConnectionId,
      tenantName,
      wished: links.map((link) => companyNameOf(lists, psaConnectionId, link)),
      current: { companies, version: current.version, decidedBy: latest?.decidedBy ?? null, decidedAt: latest?.decidedAt ?? null },
      sentence: latest ? `${latest.decidedBy.name} linked ${tenantName} to ${companies.join(', ')} meanwhile.` : `The link of ${tenantName} was removed meanwhile.`,
    };
  });
}
