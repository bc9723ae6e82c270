import type { TenantId } from '../domain/ids.js';
import type { MappingUnit } from '../domain/mapping.js';
import type { Known } from '../matching/known.js';

/**
 * What the saved links tell the matcher. `asked`: tenants that somebody wants an opinion of although they may have a company; their own
 * links tell nothing, or the opinion would be an echo.
 */
export function knownFrom(units: readonly MappingUnit[], asked: ReadonlySet<TenantId> = new Set()): Known {
  const links = units.flatMap(({ tenantId, psaConnectionId, links: all }) => (asked.has(tenantId) ? [] : all.map((link) => ({ tenantId, psaConnectionId, ...link }))));
  return {
    mappings: links.map(({ tenantId, psaConnectionId, companyId }) => ({ tenantId, psaConnectionId, companyId })),
    aliases: links.flatMap(({ tenantNameThen: name, psaConnectionId, companyId }) => (name ? [{ name, psaConnectionId, companyId }] : [])),
    rejected: [],
  };
}
