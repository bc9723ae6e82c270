import { groupBy } from '../domain/groupBy.js';
import type { CompanyId, PartnerAccountId, PsaConnectionId, TenantId } from '../domain/ids.js';
import type { MappingUnit } from '../domain/mapping.js';
import type { Caller } from '../domain/organization.js';
import type { ListedBy, Relationship } from '../domain/tenant.js';
import type { SourceLists } from '../sync/sourceLists.js';
import type { MappingPorts } from './mappingPorts.js';
import { readMappingState } from './readMappingState.js';

/** The companies a tenant is linked to in one PSA connection. `version` goes back with a save as `baseVersion`. */
export type UnitView = { psaConnectionId: PsaConnectionId; version: number; links: { companyId: CompanyId; companyName: string }[] };

/** One row of the bulk page. `units` has one entry per PSA connection that was ever linked; any other has version 0. */
export type TenantRow = {
  tenantId: TenantId;
  name: string;
  domain: string;
  sources: { partnerAccountId: PartnerAccountId; accountName: string; relationship: Relationship; listedBy: ListedBy[] }[];
  units: UnitView[];
};

/** Every tenant of every connected partner account, by name, with where it is linked already. */
export function listTenants(ports: MappingPorts) {
  return async (caller: Pick<Caller, 'orgId'>): Promise<TenantRow[]> => {
    const { sources, lists, units } = await readMappingState(ports, caller.orgId);
    const accountNames = new Map(sources.partnerAccounts.map((account) => [account.partnerAccountId, account.name]));
    const unitsByTenant = groupBy(units, (unit) => unit.tenantId);
    return lists.tenants.map(({ tenantId, name, domain, sources: accounts }) => ({
      tenantId,
      name,
      domain,
      sources: accounts.map(({ partnerAccountId, relationship, listedBy }) => ({ partnerAccountId, accountName: accountNames.get(partnerAccountId) ?? partnerAccountId, relationship, listedBy: [...listedBy] })),
      units: (unitsByTenant.get(tenantId) ?? []).map((unit) => toUnitView(unit, lists)),
    }));
  };
}

function toUnitView({ psaConnectionId, version, links }: MappingUnit, lists: SourceLists): UnitView {
  return { psaConnectionId, version, links: links.map((link) => ({ companyId: link.companyId, companyName: companyNameOf(lists, psaConnectionId, link) })) };
}

/** The company's name today; the name it had when it was linked where the PSA no longer lists it. */
export function companyNameOf(lists: SourceLists, psaConnectionId: PsaConnectionId, link: { readonly companyId: CompanyId; readonly companyNameThen: string }): string {
  return lists.findCompany({ psaConnectionId, companyId: link.companyId })?.name ?? link.companyNameThen;
}
