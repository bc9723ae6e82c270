import type { Company } from '../domain/company.js';
import { isIgnored } from '../domain/draft.js';
import type { PsaConnectionId, TenantId } from '../domain/ids.js';
import type { Candidate, Confidence, Doubt, Evidence, MatchOutcome } from '../domain/match.js';
import type { Caller } from '../domain/organization.js';
import type { RunOptions } from '../domain/progress.js';
import { createCompanySets } from './companySets.js';
import { companyPresenter, type CompanyView } from './companyView.js';
import { knownFrom } from './knownFrom.js';
import type { MappingPorts } from './mappingPorts.js';
import { readMappingState } from './readMappingState.js';

/** Nothing given means: every tenant that has no company yet, against the companies of every PSA. */
export type SuggestRequest = { readonly tenantIds?: readonly TenantId[] | undefined; readonly psaConnectionIds?: readonly PsaConnectionId[] | undefined };

/** `evidence`: strongest first. */
export type CandidateView = { company: CompanyView; confidence: Confidence; evidence: readonly Evidence[] };

/** What auto-map says of one tenant; candidates best first, at most five. `doubts`: why the best is not proposed. */
export type Suggestion = { tenantId: TenantId; kind: 'matched' | 'needs-review' | 'unmatched' | 'ignored'; candidates: CandidateView[]; doubts: readonly Doubt[] };
export type SuggestionCounts = { matched: number; needsReview: number; unmatched: number; ignored: number };

/**
 * Proposes a company for each tenant and saves nothing. Tenants that have a company get no suggestion, and ignored ones no
 * candidates, unless named in the request. Pairs that people rejected are never among the candidates.
 */
export function suggestMappings(ports: MappingPorts) {
  const companySet = createCompanySets();
  return async (
    caller: Pick<Caller, 'orgId'>,
    request: SuggestRequest,
    options: RunOptions & { readonly onSuggestions: (batch: Suggestion[]) => void},
  ): Promise<SuggestionCounts> => {
    const { sources, lists, units } = await readMappingState(ports, caller.orgId);
    const wanted = request.tenantIds && new Set(request.tenantIds);
    const mappedTenantIds = new Set(units.filter((unit) => unit.links.length > 0).map((unit) => unit.tenantId));
    const { rows } = await ports.drafts.read(caller.orgId);
    const now = ports.clock.now().toISOString();
    const ignoredIds = new Set([...rows.values()].filter((row) => !wanted && isIgnored(row, now)).map((row) => row.tenantId));
    const asked = lists.tenants.filter((tenant) => (wanted ? wanted.has(tenant.tenantId) : !mappedTenantIds.has(tenant.tenantId)));
    const tenants = asked.filter((tenant) => !ignoredIds.has(tenant.tenantId));
    const rejected = [...rows.values()].flatMap(({ tenantId, rejected: pairs }) => pairs.map(({ psaConnectionId, companyId }) => ({ tenantId, psaConnectionId, companyId })));
    const { name, companies } = companySet(lists.companies, request.psaConnectionIds);

    const counts: SuggestionCounts = { matched: 0, needsReview: 0, unmatched: 0, ignored: 0 };
    const present = suggestionPresenter(companyPresenter(sources.psaConnections, units), (candidate) => lists.findCompany(candidate));
    const tell = (batch: Suggestion[]) => {
      for (const { kind } of batch) counts[kind === 'needs-review' ? 'needsReview' : kind] += 1;
      if (batch.length > 0) options.onSuggestions(batch);
    };
    tell(asked.flatMap(({ tenantId }) => (ignoredIds.has(tenantId) ? [{ tenantId, kind: 'ignored', candidates: [], doubts: [] }] : [])));
    const job = { tenants, companies, companySet: name, known: { ...knownFrom(units, wanted), rejected } };
    await ports.matcher.match(caller.orgId, job, {
      signal: options.signal,
      onProgress: options.onProgress,
      onOutcomes: (outcomes) => tell(outcomes.flatMap(present)),
    });
    return counts;
  };
}

function suggestionPresenter(presentCompany: (company: Company) => CompanyView, findCompany: (candidate: Candidate) => Company | undefined): (outcome: MatchOutcome) => Suggestion[] {
  const presentCandidate = (candidate: Candidate): CandidateView[] => {
    const company = findCompany(candidate);
    return company ? [{ company: presentCompany(company), confidence: candidate.confidence, evidence: candidate.evidence }] : [];
  };
  return (outcome) => {
    if (outcome.kind === 'already-mapped') return [];
    const doubts = outcome.kind === 'needs-review' ? outcome.doubts : [];
    return [{ tenantId: outcome.tenantId, kind: outcome.kind, candidates: outcome.candidates.flatMap(presentCandidate), doubts }];
  };
}
