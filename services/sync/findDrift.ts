import { companyKeyText } from '../domain/company.js';
import type { Drift, LinkDrift, LinkDriftKind, NewTenant } from '../domain/drift.js';
import { groupBy } from '../domain/groupBy.js';
import type { PartnerAccountId, PsaConnectionId, TenantId } from '../domain/ids.js';
import { toMappings, type Mapping, type MappingUnit } from '../domain/mapping.js';
import type { HeldBack } from '../domain/sync.js';
import { toSearchText } from '../domain/toSearchText.js';
import type { SourceLists } from './sourceLists.js';

type Known = {
  readonly lists: SourceLists;
  readonly units: readonly MappingUnit[];
  readonly partnerAccountIds: readonly PartnerAccountId[];
  readonly psaConnectionIds: readonly PsaConnectionId[];
  readonly isIgnored: (tenantId: TenantId) => boolean;
};
type Side = { readonly kind: LinkDriftKind; readonly nameThen: string; readonly now: string };

/**
 * Compares the saved links with the last good lists. A row is gone only where a list was read whole without it: partial and failed
 * readings keep all rows, and where there never was a whole one nothing is said.
 */
export function findDrift({ lists, units, partnerAccountIds, psaConnectionIds, isIgnored }: Known): Drift {
  const completeSources = new Set<string>(lists.runs.filter(({ outcome }) => outcome === 'complete').map(({ source }) => (source.kind === 'partner-account' ? source.partnerAccountId : source.psaConnectionId)));
  const areTenantsKnown = partnerAccountIds.length > 0 && partnerAccountIds.every((id) => completeSources.has(id));
  const readPsas = new Set(psaConnectionIds.filter((id) => completeSources.has(id)));
  const heldBack = new Map(lists.heldBack.map((row) => [companyKeyText(row), row]));
  const found: LinkDrift[] = [];
  let unjudged = 0;
  for (const mapping of toMappings(units)) {
    const { tenantId, psaConnectionId, companyId } = mapping;
    const sides = [tenantSide(mapping, lists, areTenantsKnown), companySide(mapping, lists, readPsas, heldBack.get(companyKeyText(mapping)))];
    if (sides.includes('unjudged')) unjudged += 1;
    for (const side of sides) if (side !== 'unjudged') found.push(...side.map((change) => ({ ...change, tenantId, psaConnectionId, companyId })));
  }
  return { links: found, newTenants: findNewTenants(lists, units, isIgnored), unjudged };
}

function tenantSide({ tenantId, tenantNameThen: nameThen }: Mapping, lists: SourceLists, areTenantsKnown: boolean): readonly Side[] | 'unjudged' {
  const tenant = lists.findTenant(tenantId);
  if (tenant) return isRenamed(nameThen, tenant.name) ? [{ kind: 'tenant-renamed', nameThen, now: tenant.name }] : [];
  return areTenantsKnown ? [{ kind: 'relationship-lost', nameThen, now: '' }] : 'unjudged';
}

function companySide(mapping: Mapping, lists: SourceLists, readPsas: ReadonlySet<PsaConnectionId>, heldBack: HeldBack | undefined): readonly Side[] | 'unjudged' {
  const { companyNameThen: nameThen, evidence } = mapping;
  const company = lists.findCompany(mapping);
  if (!company) {
    if (!readPsas.has(mapping.psaConnectionId)) return 'unjudged';
    return [heldBack ? { kind: 'company-inactive', nameThen, now: heldBack.why } : { kind: 'company-deleted', nameThen, now: '' }];
  }
  // Who linked an inactive company knew it: the evidence of that time says so.
  const isNewlyInactive = !company.isActive && !evidence.some(({ kind }) => kind === 'inactive-company');
  return [
    ...(isRenamed(nameThen, company.name) ? [{ kind: 'company-renamed' as const, nameThen, now: company.name }] : []),
    ...(isNewlyInactive ? [{ kind: 'company-inactive' as const, nameThen, now: company.status }] : []),
  ];
}

/** Capitals, accents and spaces alone are no other name; a source that tells none says nothing. */
function isRenamed(then: string, now: string): boolean {
  return now !== '' && then !== '' && toSearchText(then) !== toSearchText(now);
}

/** Whoever unlinked a tenant knows it, so it is not new. */
function findNewTenants({ tenants }: SourceLists, units: readonly MappingUnit[], isIgnored: (tenantId: TenantId) => boolean): NewTenant[] {
  const unitsByTenant = groupBy(units, ({ tenantId }) => tenantId);
  return tenants.flatMap(({ tenantId, name, domain, sources, firstListedAt }) => {
    if (firstListedAt === undefined || unitsByTenant.has(tenantId) || isIgnored(tenantId)) return [];
    return [{ tenantId, name, domain, partnerAccountIds: sources.map(({ partnerAccountId }) => partnerAccountId), firstListedAt }];
  });
}
