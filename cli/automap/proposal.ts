import { texts as words } from '../../contracts/reasons/en.js';
import { evidenceSentence } from '../../contracts/reasons/reasonWords.js';
import { companyKeyText } from '../../services/domain/company.js';
import type { Candidate, MatchOutcome } from '../../services/domain/match.js';
import type { Tenant } from '../../services/domain/tenant.js';
import type { Known } from '../../services/matching/known.js';
import type { MatchInput } from './toMatchInput.js';

export type ProposedCompany = { readonly companyId: string; readonly psa: string; readonly name: string; readonly score: number; readonly band: string; readonly reasons: readonly string[] };

/** One row of the answer. `companyId` is the accepted or earlier company; candidates are best first. */
export type Proposal = {
  readonly tenantId: string;
  readonly tenantName: string;
  readonly domain: string;
  readonly outcome: 'matched' | 'needs-review' | 'unmatched' | 'already-mapped';
  readonly companyId: string | null;
  readonly psa: string | null;
  readonly companyName: string | null;
  /** Of the best candidate. */
  readonly score: number | null;
  readonly band: string | null;
  /** Why the best candidate is not simply accepted. */
  readonly doubts: readonly string[];
  readonly candidates: readonly ProposedCompany[];
};

type Context = { readonly input: MatchInput; readonly known: Known };

/** Outcomes as people and other programs read them, in the order of the tenants. */
export function toProposals(outcomes: readonly MatchOutcome[], { input, known }: Context): Proposal[] {
  const tenantById = new Map(input.tenants.map((tenant) => [tenant.tenantId, tenant]));
  const mapped = new Map(known.mappings.map((pair) => [pair.tenantId, pair]));
  const nameOf = (key: Parameters<typeof companyKeyText>[0]) => input.companyByKey.get(companyKeyText(key))?.name ?? '';
  const toCandidate = (candidate: Candidate): ProposedCompany => ({
    companyId: candidate.companyId,
    psa: candidate.psaConnectionId,
    name: nameOf(candidate),
    score: candidate.confidence.score,
    band: candidate.confidence.band,
    reasons: candidate.evidence.map((evidence) => evidenceSentence(words, evidence)),
  });

  return outcomes.map((outcome): Proposal => {
    const tenant = tenantById.get(outcome.tenantId);
    const candidates = outcome.kind === 'already-mapped' ? [] : outcome.candidates.map(toCandidate);
    const earlier = outcome.kind === 'already-mapped' ? mapped.get(outcome.tenantId) : undefined;
    const [best] = candidates;
    const accepted = earlier ? { companyId: earlier.companyId, psa: earlier.psaConnectionId, name: nameOf(earlier) } : outcome.kind === 'matched' ? best : undefined;
    return {
      ...textsOf(tenant, outcome.tenantId),
      outcome: outcome.kind,
      companyId: accepted?.companyId ?? null,
      psa: accepted?.psa ?? null,
      companyName: accepted?.name ?? null,
      score: best?.score ?? null,
      band: best?.band ?? null,
      doubts: outcome.kind === 'needs-review' ? outcome.doubts.map((doubt) => words.doubts[doubt]) : [],
      candidates,
    };
  });
}

const textsOf = (tenant: Tenant | undefined, tenantId: string) => ({ tenantId, tenantName: tenant?.name ?? '', domain: tenant?.domain ?? '' });
