import { expect } from 'chai';
import { makeCompany, makeState, makeSuggestion, makeTenant } from './bulkExamples.js';
import { companyCellOf } from './companyCell.js';
import { toGridRows } from './gridRow.js';

const [here, there] = [makeCompany(10), makeCompany(20, 'halo')];
const [matched, review, unmatched, linked] = toGridRows(
  makeState(
    [makeTenant(1), makeTenant(2), makeTenant(3), makeTenant(4, [{ company: makeCompany(40), version: 1 }])],
    [makeSuggestion(1, 'matched', [here, there]), makeSuggestion(2, 'needs-review', [there, here]), makeSuggestion(3, 'unmatched', [there]), makeSuggestion(4, 'matched', [here])],
  ),
);
const cells = (row: typeof matched) => row && [null, 'cw', 'halo'].map((psa) => companyCellOf(row, psa));

describe('companyCellOf', () => {
  it('shows a company in the column of its PSA, and in the others what they offer', () => {
    expect(cells(matched)).to.deep.equal([{ kind: 'taken', company: here }, { kind: 'taken', company: here }, { kind: 'offered', company: there }]);
    expect(cells(review)).to.deep.equal([{ kind: 'offered', company: there }, { kind: 'offered', company: here }, { kind: 'offered', company: there }]);
    expect(cells(unmatched)).to.deep.equal([{ kind: 'none' }, { kind: 'none' }, { kind: 'none' }]);
  });

  it('offers no mere guess, though it may be chosen by hand', () => expect(unmatched?.candidates).to.have.length(1));

  it('names what is linked, and offers no second company by itself', () => {
    expect(cells(linked)).to.deep.equal([{ kind: 'none' }, { kind: 'linked', names: ['Company 40'] }, { kind: 'none' }]);
  });
});
