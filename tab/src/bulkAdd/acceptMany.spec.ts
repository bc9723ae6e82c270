import { expect } from 'chai';
import type { Suggestion } from '../../../contracts/autoMap.js';
import { acceptableRows } from './acceptMany.js';
import { makeCompany, makeState, makeSuggestion, makeTenant } from './bulkExamples.js';
import { bulkReducer, type BulkState } from './bulkState.js';
import { toGridRows } from './gridRow.js';

const scored = (id: number, kind: Suggestion['kind'], ...scores: number[]): Suggestion => {
  const { candidates, ...rest } = makeSuggestion(id, kind, scores.map((_, index) => makeCompany(id * 10 + index)));
  return { ...rest, candidates: candidates.map((candidate, index) => ({ ...candidate, confidence: { score: scores[index] ?? 0, band: 'high' } })) };
};
const state = makeState(
  [1, 2, 3, 4, 5].map((id) => makeTenant(id)).concat(makeTenant(6, [{ company: makeCompany(60), version: 1 }])),
  [scored(1, 'needs-review', 0.84, 0.4), scored(2, 'needs-review', 0.9, 0.85), scored(3, 'unmatched', 0.83), scored(4, 'matched', 0.97), scored(5, 'needs-review', 0.79), scored(6, 'matched', 0.99)],
);
const names = (of: BulkState, threshold: number) => acceptableRows(toGridRows(of), threshold).clear.map(({ row }) => row.tenant.name);

describe('acceptableRows', () => {
  it('takes what reaches the threshold, surest first: no guess, no linked tenant, nothing that is matched anyway', () => {
    expect(names(state, 0.8)).to.deep.equal(['Tenant 1']);
    expect(names(state, 0.79)).to.deep.equal(['Tenant 1', 'Tenant 5']);
  });

  it('leaves to people where two companies reach it, and says how many', () => {
    expect(acceptableRows(toGridRows(state), 0.8).unclear.map(({ tenant }) => tenant.name)).to.deep.equal(['Tenant 2']);
    expect(names(state, 0.86)).to.deep.equal(['Tenant 2']);
  });

  it('has nothing to accept where a person decided', () => {
    const decided = bulkReducer(state, { kind: 'rows-accepted', tenantIds: [makeTenant(1).tenantId] });
    expect(names(decided, 0.8)).to.deep.equal([]);
  });
});
