import type { Company } from '../../domain/company.js';
import type { CompanyId, OrgId } from '../../domain/ids.js';
import type { Evidence, MatchOutcome } from '../../domain/match.js';
import type { Tenant } from '../../domain/tenant.js';
import { toSearchText } from '../../domain/toSearchText.js';
import { readDomain, readDomains } from '../../matching/domains/readDomain.js';
import { yieldTurn } from '../../runtime/yieldTurn.js';
import type { createCompanySets } from '../companySets.js';
import { companyPresenter, type CompanyView } from '../companyView.js';
import { knownFrom } from '../knownFrom.js';
import type { MappingPorts } from '../mappingPorts.js';
import type { MappingState } from '../readMappingState.js';
import type { CreatingPsa } from './creatorOf.js';

/** A company that may be the one that somebody is about to create. `evidence`: strongest first. `isUnread`: the PSA found it by that name; the list read here lacks it. */
export type DuplicateView = { company: CompanyView; evidence: readonly Evidence[]; isUnread: boolean };

type Found = { readonly company: Company; readonly evidence: readonly Evidence[]; readonly isUnread?: boolean };
type Wanted = { readonly tenant: Tenant; readonly name: string; readonly website: string; readonly psa: CreatingPsa; /** What the PSA itself has under that name. */ readonly named: readonly Company[] };
type Parts = Pick<MappingPorts, 'matcher'> & { readonly companySet: ReturnType<typeof createCompanySets> };

const companiesPerTurn = 5000;

/** Companies of one PSA that may be the same organisation: as the matcher ranks them, then those of the same domain, of the same name, and what the PSA has beyond the list. */
export async function findDuplicates({ matcher, companySet }: Parts, orgId: OrgId, { sources, lists, units }: MappingState, { tenant, name, website, psa, named }: Wanted): Promise<DuplicateView[]> {
  const { name: setName, companies } = companySet(lists.companies, [psa.psaConnectionId]);
  const found = new Map<CompanyId, Found>();
  const add = (one: Found) => found.has(one.company.companyId) || found.set(one.company.companyId, one);

  const outcomes: MatchOutcome[] = [];
  const known = knownFrom(units, new Set([tenant.tenantId]));
  await matcher.match(orgId, { tenants: [{ ...tenant, name, domain: website || tenant.domain }], companies, companySet: setName, known }, { onOutcomes: (batch) => outcomes.push(...batch) });
  for (const candidate of outcomes.flatMap((outcome) => (outcome.kind === 'already-mapped' ? [] : outcome.candidates))) {
    const company = lists.findCompany(candidate);
    if (company && candidate.evidence.some(speaksFor)) add({ company, evidence: candidate.evidence });
  }
  for (const one of await alike(companies, name, website)) add(one);
  for (const company of named) add({ company, evidence: [], isUnread: true });
  const present = companyPresenter(sources.psaConnections, units);
  return [...found.values()].map(({ company, evidence, isUnread = false }) => ({ company: present(company), evidence, isUnread }));
}

/** A guess that nothing speaks for would only be in the way. */
function speaksFor({ kind }: Evidence): boolean {
  return !kind.startsWith('different-') && kind !== 'inactive-company' && kind !== 'same-city';
}

/** Same domain first. */
async function alike(companies: readonly Company[], name: string, website: string): Promise<Found[]> {
  const { domain } = readDomain(website);
  const wantedName = toSearchText(name);
  const [sameDomain, sameName]: [Found[], Found[]] = [[], []];
  for (const [at, company] of companies.entries()) {
    if (at % companiesPerTurn === companiesPerTurn - 1) await yieldTurn();
    // Reading every domain of 50,000 companies would take too long.
    const mayHave = domain !== '' && [company.website.toLowerCase(), ...company.emailDomains].some((text) => text.includes(domain));
    if (mayHave && readDomains([company.website, ...company.emailDomains]).some((reading) => reading.domain === domain)) sameDomain.push({ company, evidence: [{ kind: 'same-domain', domain, companyCount: 1 }] });
    else if (company.name.length >= wantedName.length / 2 && toSearchText(company.name) === wantedName) sameName.push({ company, evidence: [{ kind: 'same-name' }] });
  }
  return [...sameDomain, ...sameName];
}
