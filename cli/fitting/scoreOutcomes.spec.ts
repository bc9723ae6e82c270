import { expect } from 'chai';
import type { CompanyId, PsaConnectionId, TenantId } from '../../services/domain/ids.js';
import type { Candidate, MatchOutcome } from '../../services/domain/match.js';
import { scoreOutcomes } from './scoreOutcomes.js';

const candidate = (id: string): Candidate => ({ psaConnectionId: 'psa' as PsaConnectionId, companyId: id as CompanyId, confidence: { score: 0.95, band: 'high' }, evidence: [] });
const matched = (tenantId: string, id: string): MatchOutcome => ({ kind: 'matched', tenantId: tenantId as TenantId, candidates: [candidate(id)] });
const review = (tenantId: string, ...ids: [string, ...string[]]): MatchOutcome => ({ kind: 'needs-review', tenantId: tenantId as TenantId, candidates: [candidate(ids[0]), ...ids.slice(1).map(candidate)], doubts: ['low-confidence'] });

describe('scoreOutcomes', () => {
  it('counts what was accepted rightly, wrongly, and put to review', () => {
    const truth = new Map<string, string | null>([['a', '1'], ['b', '2'], ['c', '3'], ['d', null], ['e', null]]);
    const outcomes: MatchOutcome[] = [matched('a', '1'), matched('b', '9'), review('c', '9', '3'), matched('d', '9'), { kind: 'unmatched', tenantId: 'e' as TenantId, candidates: [] }];
    expect(scoreOutcomes(outcomes, truth)).to.deep.equal({ tenants: 5, wrong: 2, precision: 33.33, recall: 33.33, falseOnNull: 50, withinFive: 66.67, reached: 66.67, review: 20 });
  });
});
