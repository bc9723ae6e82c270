import type { Company } from '../domain/company.js';
import type { PsaConnectionId } from '../domain/ids.js';
import type { Caller } from '../domain/organization.js';
import { toSearchText } from '../domain/toSearchText.js';
import { companyPresenter, type CompanyView } from './companyView.js';
import type { MappingPorts } from './mappingPorts.js';
import { readMappingState } from './readMappingState.js';

export type CompanyQuery = { readonly query: string; readonly psaConnectionId?: PsaConnectionId | undefined; readonly limit: number };
/** Best first; `total` counts all that fit. */
export type CompanyHits = { companies: CompanyView[]; total: number };

/** Finds companies by name, id, identifier, domain or city. Inactive ones come after active ones of the same fit. */
export function searchCompanies(ports: MappingPorts) {
  return async (caller: Pick<Caller, 'orgId'>, { query, psaConnectionId, limit }: CompanyQuery): Promise<CompanyHits> => {
    const { sources, lists, units } = await readMappingState(ports, caller.orgId);
    const wanted = toSearchText(query);
    const hits = lists.companies
      .filter((company) => psaConnectionId === undefined || company.psaConnectionId === psaConnectionId)
      .map((company) => ({ company, rank: rankOf(company, wanted) }))
      .filter((hit) => hit.rank < noFit)
      .sort((a, b) => a.rank - b.rank || Number(b.company.isActive) - Number(a.company.isActive) || a.company.name.localeCompare(b.company.name));
    const present = companyPresenter(sources.psaConnections, units);
    return { companies: hits.slice(0, limit).map((hit) => present(hit.company)), total: hits.length };
  };
}

const noFit = 9;

/** 0 is the best fit. All words of the query must occur somewhere. */
function rankOf(company: Company, wanted: string): number {
  if (wanted === '') return 0;
  const { name, ids, all } = searchTextsOf(company);
  if (ids.includes(wanted)) return 0;
  if (name === wanted) return 1;
  if (name.startsWith(wanted)) return 2;
  if (name.includes(` ${wanted}`)) return 3;
  const words = wanted.split(' ');
  if (words.every((word) => name.includes(word))) return 4;
  return words.every((word) => all.includes(word)) ? 5 : noFit;
}

type SearchTexts = { readonly name: string; readonly ids: readonly string[]; readonly all: string };
const searchTexts = new WeakMap<Company, SearchTexts>();

/** Folding 50,000 companies for every key pressed would take too long; the lists keep the same objects until the next pull. */
function searchTextsOf(company: Company): SearchTexts {
  const known = searchTexts.get(company);
  if (known) return known;
  const { name, companyId, identifier, website, emailDomains, city } = company;
  const texts = { name: toSearchText(name), ids: [toSearchText(companyId), toSearchText(identifier)], all: toSearchText([name, companyId, identifier, website, ...emailDomains, city].join(' ')) };
  searchTexts.set(company, texts);
  return texts;
}
