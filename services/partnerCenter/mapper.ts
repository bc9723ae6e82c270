import { parseTenantId, type PartnerAccountId } from '../domain/ids.js';
import type { AccountTenant, Relationship } from '../domain/tenant.js';
import type { Customer } from './schema.js';

const relationships: readonly Relationship[] = ['reseller', 'advisor', 'syndication', 'microsoft_support', 'none'];

/** Partner Center's customer as a tenant; undefined when it has no tenant id, or two that differ. */
export function toAccountTenant(partnerAccountId: PartnerAccountId, { id, companyProfile, relationshipToPartner }: Customer): AccountTenant | undefined {
  const tenantId = parseTenantId(companyProfile?.tenantId || id);
  if (!tenantId || (id && parseTenantId(id) !== tenantId)) return undefined;
  const relationship = relationships.find((known) => known === relationshipToPartner.toLowerCase()) ?? 'unknown';
  return { partnerAccountId, tenantId, name: companyProfile?.companyName ?? '', domain: (companyProfile?.domain ?? '').toLowerCase(), relationship };
}
