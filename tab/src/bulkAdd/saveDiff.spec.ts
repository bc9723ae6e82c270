import { expect } from 'chai';
import { makeCompany, makeState, makeSuggestion, makeTenant } from './bulkExamples.js';
import { bulkReducer } from './bulkState.js';
import { toGridRows } from './gridRow.js';
import { nextNeeding, toSaveRows } from './gridModel.js';
import { toSaveDiff } from './saveDiff.js';

const linked = makeTenant(5, [{ company: makeCompany(50), version: 3 }]);
const state = makeState([makeTenant(1), makeTenant(2), makeTenant(3), makeTenant(4), linked], [makeSuggestion(1, 'matched', [makeCompany(10)]), makeSuggestion(2, 'matched', [makeCompany(10)]), makeSuggestion(3, 'unmatched', [])]);

describe('toSaveDiff', () => {
  it('says of each row what it was and what it becomes, and counts what stays', () => {
    const decided = [
      { kind: 'company-chosen', tenantId: linked.tenantId, company: makeCompany(52) } as const,
      { kind: 'decided', tenantId: makeTenant(4).tenantId, wish: { kind: 'ignore', reason: '', until: null } } as const,
    ].reduce(bulkReducer, state);
    const { added, changed, ...counts } = toSaveDiff(toGridRows(decided));
    expect(added.map(({ row, before, after, isUsedTwice }) => [row.tenant.name, before, after, isUsedTwice])).to.deep.equal([['Tenant 1', [], ['Company 10'], true], ['Tenant 2', [], ['Company 10'], true]]);
    expect(changed.map(({ row, before, after }) => [row.tenant.name, before, after])).to.deep.equal([['Tenant 5', ['Company 50'], ['Company 50', 'Company 52']]]);
    expect(counts).to.deep.equal({ byPeople: 1, leftOut: 0, ignored: 1, undecided: 1, untried: 0 });
    expect(added.length + changed.length).to.equal(toSaveRows(toGridRows(decided)).length);
  });

  it('counts a second PSA as a first company there', () => {
    const both = bulkReducer(state, { kind: 'company-chosen', tenantId: linked.tenantId, company: makeCompany(52, 'halo') });
    expect(toSaveDiff(toGridRows(both)).added.at(-1)).to.deep.include({ before: [], after: ['Company 52'] });
  });
});

describe('nextNeeding', () => {
  const rows = toGridRows(makeState([1, 2, 3, 4].map((id) => makeTenant(id)), [makeSuggestion(1, 'unmatched', []), makeSuggestion(2, 'matched', [makeCompany(10)]), makeSuggestion(3, 'needs-review', [makeCompany(11)]), makeSuggestion(4, 'matched', [makeCompany(12)])]));

  it('goes on below, then from the top, and never to where it is', () => {
    expect([0, 1, 2, 3].map((from) => nextNeeding(rows, from))).to.deep.equal([2, 2, 0, 0]);
    expect(nextNeeding(rows.slice(0, 2), 0)).to.equal(undefined);
    expect(nextNeeding([], 0)).to.equal(undefined);
  });
});
