import type { CompanyId, PsaConnectionId, TenantId } from '../domain/ids.js';
import { toMappings, type Mapping, type MappingOrigin } from '../domain/mapping.js';
import type { Caller, Person } from '../domain/organization.js';
import { toSearchText } from '../domain/toSearchText.js';
import { describeEvidence } from '../matching/describe.js';
import { psaNamesOf } from './companyView.js';
import { companyNameOf } from './listTenants.js';
import type { MappingPorts } from './mappingPorts.js';
import { readMappingState } from './readMappingState.js';

/** One row of the Company page. Names are today's; those of the time of linking where a source no longer lists them. */
export type MappingView = {
  tenantId: TenantId;
  tenantName: string;
  domain: string;
  partnerAccountNames: string[];
  psaConnectionId: PsaConnectionId;
  psaName: string;
  companyId: CompanyId;
  companyName: string;
  origin: MappingOrigin;
  score: number | null;
  reasons: string[];
  decidedBy: Person;
  decidedAt: string;
  version: number;
};
export type MappingQuery = { readonly query: string; readonly limit: number; readonly offset: number };
/** `total` counts all that fit the query, `all` every link. */
export type MappingPage = { mappings: MappingView[]; total: number; all: number };

/** Every link, newest first. The query may be of a tenant, domain, tenant id, company, company id, PSA or person. */
export function listMappings(ports: MappingPorts) {
  return async (caller: Pick<Caller, 'orgId'>, { query, limit, offset }: MappingQuery): Promise<MappingPage> => {
    const { sources, lists, units } = await readMappingState(ports, caller.orgId);
    const psaNames = psaNamesOf(sources.psaConnections);
    const accountNames = new Map(sources.partnerAccounts.map((account) => [account.partnerAccountId, account.name]));
    const present = (mapping: Mapping): MappingView => {
      const tenant = lists.findTenant(mapping.tenantId);
      return {
        tenantId: mapping.tenantId,
        tenantName: tenant?.name ?? mapping.tenantNameThen,
        domain: tenant?.domain ?? '',
        partnerAccountNames: tenant?.sources.map((source) => accountNames.get(source.partnerAccountId) ?? source.partnerAccountId) ?? [],
        psaConnectionId: mapping.psaConnectionId,
        psaName: psaNames(mapping.psaConnectionId),
        companyId: mapping.companyId,
        companyName: companyNameOf(lists, mapping.psaConnectionId, mapping),
        origin: mapping.origin,
        score: mapping.score,
        reasons: mapping.evidence.map(describeEvidence),
        decidedBy: mapping.decidedBy,
        decidedAt: mapping.decidedAt,
        version: mapping.version,
      };
    };
    const all = toMappings(units).map(present).sort(newestFirst);
    const wanted = toSearchText(query);
    const hits = wanted === '' ? all : all.filter((view) => searchTextOf(view).includes(wanted));
    return { mappings: hits.slice(offset, offset + limit), total: hits.length, all: all.length };
  };
}

function newestFirst(a: MappingView, b: MappingView): number {
  return b.decidedAt.localeCompare(a.decidedAt) || a.tenantName.localeCompare(b.tenantName) || a.tenantId.localeCompare(b.tenantId);
}

function searchTextOf(view: MappingView): string {
  return toSearchText([view.tenantName, view.domain, view.tenantId, view.companyName, view.companyId, view.psaName, view.decidedBy.name].join(' '));
}
