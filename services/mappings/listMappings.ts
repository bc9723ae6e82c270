import type { CompanyId, OrgId, PsaConnectionId, TenantId } from '../domain/ids.js';
import { toMappings, type Mapping, type MappingOrigin, type MappingUnit } from '../domain/mapping.js';
import type { Caller, Person } from '../domain/organization.js';
import { toSearchText } from '../domain/toSearchText.js';
import type { Evidence } from '../domain/match.js';
import { sortInTurns } from '../runtime/sortInTurns.js';
import { yieldTurn } from '../runtime/yieldTurn.js';
import type { SourceLists } from '../sync/sourceLists.js';
import { psaNamesOf } from './companyView.js';
import { companyNameOf } from './listTenants.js';
import type { MappingPorts } from './mappingPorts.js';
import { readMappingState, type MappingState } from './readMappingState.js';

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
  /** Of the time of linking, strongest first. */
  evidence: readonly Evidence[];
  decidedBy: Person;
  decidedAt: string;
  version: number;
};
export type MappingQuery = { readonly query: string; readonly limit: number; readonly offset: number };
/** `total` counts all that fit the query, `all` every link. */
export type MappingPage = { mappings: MappingView[]; total: number; all: number };

/** The links in the order of the page, with what search sees of each once somebody has searched. */
type Sorted = { readonly units: readonly MappingUnit[]; readonly lists: SourceLists; readonly mappings: Promise<readonly Mapping[]>; searchTexts?: Promise<readonly string[]> };

const rowsPerTurn = 500;
const mostOrganizations = 4;

/** Every link, newest first. The query may be of a tenant, domain, tenant id, company, company id, PSA or person. */
export function listMappings(ports: MappingPorts) {
  const sortedOf = new Map<OrgId, Sorted>();

  /** Sorted once, until a link or a list changes. */
  function sortOnce(orgId: OrgId, { units, lists }: MappingState): Sorted {
    const known = sortedOf.get(orgId);
    if (known?.units === units && known.lists === lists) return known;
    const tenantNameOf = (mapping: Mapping) => lists.findTenant(mapping.tenantId)?.name ?? mapping.tenantNameThen;
    const entry: Sorted = { units, lists, mappings: mapInTurns(units, (unit) => toMappings([unit])).then((all) => sortInTurns(all.flat(), (a, b) => newestFirst(a, b) || tenantNameOf(a).localeCompare(tenantNameOf(b)) || a.tenantId.localeCompare(b.tenantId))) };
    sortedOf.delete(orgId);
    sortedOf.set(orgId, entry);
    const [oldest] = sortedOf.keys();
    if (sortedOf.size > mostOrganizations && oldest !== undefined) sortedOf.delete(oldest);
    return entry;
  }

  return async (caller: Pick<Caller, 'orgId'>, { query, limit, offset }: MappingQuery): Promise<MappingPage> => {
    const state = await readMappingState(ports, caller.orgId);
    const present = presenter(state);
    const sorted = sortOnce(caller.orgId, state);
    const all = await sorted.mappings;
    const wanted = toSearchText(query);
    if (wanted === '') return { mappings: all.slice(offset, offset + limit).map(present), total: all.length, all: all.length };
    const texts = await (sorted.searchTexts ??= mapInTurns(all, (mapping) => searchTextOf(present(mapping))));
    const hits = all.filter((_, index) => texts[index]?.includes(wanted));
    return { mappings: hits.slice(offset, offset + limit).map(present), total: hits.length, all: all.length };
  };
}

function presenter({ sources, lists }: MappingState): (mapping: Mapping) => MappingView {
  const psaNames = psaNamesOf(sources.psaConnections);
  const accountNames = new Map(sources.partnerAccounts.map((account) => [account.partnerAccountId, account.name]));
  return (mapping) => {
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
      evidence: mapping.evidence,
      decidedBy: mapping.decidedBy,
      decidedAt: mapping.decidedAt,
      version: mapping.version,
    };
  };
}

async function mapInTurns<Item, Result>(items: readonly Item[], convert: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  for (const [index, item] of items.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await yieldTurn();
    results.push(convert(item));
  }
  return results;
}

/** ISO texts of one form, all in UTC. */
function newestFirst(a: Mapping, b: Mapping): number {
  if (a.decidedAt === b.decidedAt) return 0;
  return a.decidedAt < b.decidedAt ? 1 : -1;
}

function searchTextOf(view: MappingView): string {
  return toSearchText([view.tenantName, view.domain, view.tenantId, view.companyName, view.companyId, view.psaName, view.decidedBy.name].join(' '));
}
