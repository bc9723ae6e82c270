import type { DraftRow } from '../../../contracts/draft.js';
import type { TenantRow } from '../../../contracts/tenants.js';

/** `isListed` false: no partner account lists the tenant any more. `version` goes back with the next decision. */
export type IgnoredRow = { readonly tenantId: string; readonly name: string; readonly domain: string; readonly isListed: boolean; readonly version: number } & NonNullable<DraftRow['ignored']>;

/** Who is ignored on `today` (a day, UTC), the newest decision first. */
export function ignoredRows(rows: readonly DraftRow[], tenants: readonly TenantRow[], today: string): IgnoredRow[] {
  const tenantOf = new Map<string, TenantRow>(tenants.map((tenant) => [tenant.tenantId, tenant]));
  return rows
    .flatMap(({ tenantId, version, ignored }): IgnoredRow[] => {
      if (!ignored || (ignored.until !== null && ignored.until <= today)) return [];
      const tenant = tenantOf.get(tenantId);
      return [{ ...ignored, tenantId, version, name: tenant?.name ?? tenantId, domain: tenant?.domain ?? '', isListed: tenant !== undefined }];
    })
    .sort((a, b) => b.decidedAt.localeCompare(a.decidedAt) || a.name.localeCompare(b.name));
}

/** Every word typed has to be somewhere in the tenant, the reason or the person. */
export function findIgnored(rows: readonly IgnoredRow[], query: string): readonly IgnoredRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ name, domain, tenantId, reason, decidedBy }) => {
    const text = `${name}\n${domain}\n${tenantId}\n${reason}\n${decidedBy.name}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
