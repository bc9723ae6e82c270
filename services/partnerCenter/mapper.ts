import { parseTenantId, type PartnerAccountId } from '../domain/ids.js';
import type { AccountTenant, Relationship } from '../domain/tenant.js';
import type { Customer, DelegatedCustomer } from './schema.js';

const relationships: readonly Relationship[] = ['reseller', 'advisor', 'syndication', 'microsoft_support', 'none'];

/** Partner Center's customer as a tenant; undefined when it has no tenant id, or two that differ. */
export function toAccountTenant(partnerAccountId: PartnerAccountId, { id, companyProfile, relationshipToPartner }: Customer): AccountTenant | undefined {
  const tenantId = oneTenantId(id, companyProfile?.tenantId ?? '');
  if (!tenantId) return undefined;
  const relationship = relationships.find((known) => known === relationshipToPartner.toLowerCase()) ?? 'unknown';
  return { partnerAccountId, tenantId, name: companyProfile?.companyName ?? '', domain: (companyProfile?.domain ?? '').toLowerCase(), relationship, listedBy: ['partner-center'] };
}

/** Graph tells no domain. Likewise undefined without one sure id. */
export function toDelegatedTenant(partnerAccountId: PartnerAccountId, { id, tenantId: given, displayName }: DelegatedCustomer): AccountTenant | undefined {
  const tenantId = oneTenantId(id, given);
  return tenantId && { partnerAccountId, tenantId, name: displayName, domain: '', relationship: 'none', listedBy: ['gdap'] };
}

/** One row per tenant: Partner Center's word counts, and both lists are named. */
export function mergeLists(customers: readonly AccountTenant[], delegated: readonly AccountTenant[]): AccountTenant[] {
  const merged = new Map(customers.map((tenant) => [tenant.tenantId, tenant]));
  for (const tenant of delegated) {
    const known = merged.get(tenant.tenantId);
    merged.set(tenant.tenantId, known ? { ...known, name: known.name || tenant.name, listedBy: ['partner-center', 'gdap'] } : tenant);
  }
  return [...merged.values()];
}

function oneTenantId(id: string, other: string) {
  const tenantId = parseTenantId(other || id);
  return tenantId && (!id || parseTenantId(id) === tenantId) ? tenantId : undefined;
}
